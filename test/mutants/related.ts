import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ts } from "ts-morph";

/** Tests that run what the build made of the source, where a fault of the source is not seen. */
const ofTheBuild = new Set(["test/cli/bin.test.ts", "test/package.test.ts"]);

/** The test files of a repository, and what each loads. */
export class RelatedTests {
  readonly #root: string;
  readonly #imports = new Map<string, readonly string[]>();
  readonly #loads: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(root: string) {
    this.#root = root;
    const tests = readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" })
      .map((path) => `test/${path}`)
      .filter((path) => path.endsWith(".test.ts") && !/^test\/(peers|mutants)\//.test(path))
      .filter((path) => !ofTheBuild.has(path));
    this.#loads = new Map(tests.map((path) => [path, this.#reached(path)]));
  }

  /** The test files that load a source file: first those of its own room and small cases of everything, then all others. */
  of(path: string): readonly (readonly string[])[] {
    // The runtime is copied as text into what is generated, and runs there.
    const copied = path.startsWith("src/runtime/");
    const related = [...this.#loads].filter(([, loaded]) => copied || loaded.has(path)).map(([test]) => test);
    const room = `test/${path.split("/")[1]?.replace(/\.ts$/, "") ?? ""}`;
    const near = related.filter((test) => test.startsWith(room) || test.startsWith("test/golden"));
    return [near, related.filter((test) => !near.includes(test))].filter((tests) => tests.length > 0);
  }

  #reached(start: string): ReadonlySet<string> {
    const reached = new Set([start]);
    for (const path of reached) for (const next of this.#importsOf(path)) reached.add(next);
    return reached;
  }

  #importsOf(path: string): readonly string[] {
    const known = this.#imports.get(path);
    if (known !== undefined) return known;
    const found = ts
      .preProcessFile(readFileSync(join(this.#root, path), "utf8"), true, true)
      .importedFiles.filter(({ fileName }) => fileName.startsWith("."))
      .map(({ fileName }) => join(dirname(path), fileName).replace(/\.js$/, ".ts"))
      .filter((target) => target.endsWith(".ts") && existsSync(join(this.#root, target)));
    this.#imports.set(path, found);
    return found;
  }
}
