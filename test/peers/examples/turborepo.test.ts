/** A workspace of Turborepo, whose task `generate` is cached. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installTool, run } from "../packed/install.js";
import { contentOf } from "../../support/temporary-folder.js";

const example = fileURLToPath(new URL("../../../examples/turborepo/", import.meta.url));
const require = createRequire(import.meta.url);
const turbo = join(dirname(require.resolve("turbo/package.json")), "bin/turbo");

describe.skipIf(process.platform === "win32")("a task of Turborepo that generates", () => {
  let root: string;
  let service: string;
  beforeAll(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), "odata-codegen-turborepo-")));
    service = join(root, "packages/people");
    cpSync(example, root, { recursive: true });
    installTool(root);
    symlinkSync("../packages/people", join(root, "node_modules/people"));
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  /** Runs the task without a network: its cache is a folder in the workspace. */
  function runTask(): string {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [turbo, "run", "generate", "--cache=local:rw,remote:", "--ui=stream", "--no-color"],
      {
        cwd: root,
        encoding: "utf8",
        env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", TURBO_NO_UPDATE_NOTIFIER: "1" },
      },
    );
    if (status !== 0) throw new Error(`turbo ended with ${status}:\n${stdout}${stderr}`);
    return stdout;
  }

  const files = () => contentOf(join(service, "src/people"));
  const check = () => run(root, ["generate", "--check", "--quiet"], { cwd: service });
  const upToDate = { status: 0, stdout: "", stderr: "" };

  it("declares what --print-deps prints", () => {
    const { stdout } = run(root, ["generate", "--print-deps", "--format", "json"], { cwd: service });
    const [printed] = JSON.parse(stdout) as readonly {
      readonly inputs: unknown;
      readonly outputs: readonly string[];
    }[];
    expect(printed?.inputs).toEqual(["odata-codegen.config.json", "odata-codegen.lock.json", "schemas/people.xml"]);
    expect(printed?.outputs.filter((path) => !path.startsWith("src/people/"))).toEqual(["odata-codegen.lock.json"]);
    const { tasks } = JSON.parse(readFileSync(join(root, "turbo.json"), "utf8")) as { readonly tasks: object };
    expect(tasks).toMatchObject({
      generate: {
        inputs: ["odata-codegen.config.*", "odata-codegen.lock.json", "schemas/**"],
        outputs: ["src/people/**", "odata-codegen.lock.json"],
      },
    });
  });

  it("runs once for the same inputs", () => {
    expect(runTask()).toMatch(
      /^people:generate: cache miss[^]*^people:generate: ✔ people {2}1 type [^]*Cached: +0 cached/m,
    );
    const generated = files();
    expect(runTask()).toMatch(/^people:generate: cache hit[^]*Cached: +1 cached[^]*FULL TURBO/m);

    rmSync(join(service, "src"), { recursive: true });
    expect(check().status).toBe(1);
    expect(runTask()).toContain("FULL TURBO");
    expect(files()).toEqual(generated);
    expect(check()).toEqual(upToDate);
  });

  it("runs again when an input changes, and finds the first result when it changes back", () => {
    const path = join(service, "schemas/people.xml");
    const before = readFileSync(path, "utf8");
    const generated = files();
    writeFileSync(path, before.replace('Name="name"', 'Name="nickname"'));
    expect(runTask()).toMatch(/^people:generate: cache miss/m);
    expect(files()["types.ts"]).toContain("nickname");
    expect(check()).toEqual(upToDate);
    writeFileSync(path, before);
    expect(runTask()).toContain("FULL TURBO");
    expect(files()).toEqual(generated);
    expect(check()).toEqual(upToDate);
  });
});
