import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { nativeCompiler } from "./test/support/native-compiler.js";

const root = fileURLToPath(new URL(".", import.meta.url));
const files = readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".test.ts") && !path.startsWith("peers/"))
  .map((path) => `test/${path}`);

const REPLACING = "replaced modules";

/** Tests that replace a module need modules of their own; all others share them, so that each worker loads them once. */
const replacing = files.filter((path) => readFileSync(join(root, path), "utf8").includes("vi.mock("));

/** What takes longest begins first, so that no worker is left alone with it at the end. */
const longest = [
  "floors/",
  "graph/bodies/",
  "corpus/csdl",
  "validators/services",
  "graph/whole",
  "package.test",
  "csdl/corpus",
  "csdl/v2/oracle",
  "corpus/old-services",
  "convert/round-trip",
  "cli/killed",
  "editor/filter",
  "guide/",
];

class LongestFirst extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification) => {
      // A worker with shared modules ends where a file of the other project is next, so those come before all others.
      if (project.name === REPLACING) return -1;
      const found = longest.findIndex((path) => moduleId.includes(`/test/${path}`));
      return found < 0 ? longest.length : found;
    };
    return (await super.sort(specifications)).toSorted((a, b) => rank(a) - rank(b));
  }
}

// Workers parse many megabytes of documents; with a heap that begins large, a tenth less time goes to collecting garbage.
for (const size of ["initial-heap-size=1000", "min-semi-space-size=64", "max-semi-space-size=64"])
  setFlagsFromString(`--${size}`);

export default defineConfig({
  test: {
    // By default a core is left free: of two cores, one would run all tests.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: "threads",
    globalSetup: "test/support/run-folder.ts",
    expect: { requireAssertions: true },
    projects: [
      {
        extends: true,
        test: {
          name: "shared modules",
          isolate: false,
          include: files.filter((path) => !replacing.includes(path)),
          // One compiler program for all type tests; what else there is, `npm run typecheck` compiles.
          typecheck: {
            enabled: true,
            checker: nativeCompiler(),
            include: ["test/**/*.test-d.ts"],
            tsconfig: "test/tsconfig.types.json",
          },
        },
      },
      { extends: true, test: { name: REPLACING, include: replacing } },
    ],
  },
});
