import { execFile, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documents } from "./hostile/inputs.js";
import { mutantsOf } from "./hostile/mutants.js";
import { metadataServer } from "./kept/metadata-server.js";
import { compile } from "./support/compile.js";
import { full } from "./support/full.js";
import { npm } from "./support/npm.js";
import { Random, seedOf } from "./support/random.js";
import { fill } from "./support/temporary-folder.js";

const root = fileURLToPath(new URL("../", import.meta.url));

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

/** Dependencies come from the registry, or from npm's cache of it. */
const reachable = npm(root, "ping", "--fetch-retries=0", "--fetch-timeout=10000").status === 0;
if (!reachable) process.stderr.write("No package registry: the test of the installed package is skipped.\n");

const csdl = `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="contoso">
<EntityType Name="lamp"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Int32" Nullable="false"/><Property Name="room" Type="Edm.String"/></EntityType>
<EntityContainer Name="home"><EntitySet Name="lamps" EntityType="contoso.lamp"/></EntityContainer></Schema>`;

const program = `import { createClient, lampSchema } from "./generated/index.js";

const client = createClient({
  baseUrl: "https://home.example",
  fetch: (url) =>
    Promise.resolve({
      ok: true,
      status: 200,
      headers: { get: () => "application/json" },
      text: () => Promise.resolve(JSON.stringify({ id: 7, room: url })),
    }),
});
export const lamp = await client.lamps.byId(7).get();
export const outcomes = [lampSchema.validate(lamp).ok, lampSchema.validate({ id: "7" }).ok];
`;

describe("the package", () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "odata-codegen-package-")));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let packed: Packed;
  beforeAll(() => {
    const { stdout } = npm(root, "pack", "--ignore-scripts", "--json", "--pack-destination", folder);
    [packed] = JSON.parse(stdout) as [Packed];
  }, 120_000);

  it("holds what it needs and nothing else", () => {
    const paths = packed.files.map(({ path }) => path);
    const known =
      /^(?:lib\/[\w-]+\.js|lib\/explorer\.css|lib\/(?:build|licenses)\.txt|lib\/runtime\/(?:edm|(?:client|mock|odata|tanstack-query|validation)(?:-v2)?)\.ts|dist\/(?:index|vite\/plugin|code\/code|(?:views\/)?types\d?)\.d\.ts|dist\/runtime\/(?:[\w-]+\.d\.ts|(?:parts\/)?[\w-]+\.js)|docs\/[\w-]+\.(?:md|svg)|config\.schema\.json|LICENSE|README\.md|CHANGELOG\.md|package\.json)$/;
    expect(paths).toEqual(expect.arrayContaining(["docs/diagnostics.md", "CHANGELOG.md"]));
    expect(paths.filter((path) => !known.test(path))).toEqual([]);
    // Of what is packed, bundled packages take 180 kB, the runtimes of both protocols 210 kB as source and 80 kB compiled,
    // all declarations 90 kB, and the documentation 110 kB.
    expect(packed.size).toBeLessThan(1_320_000);
  });

  it("exports the entries of the runtime, as @odata-codegen/runtime does", () => {
    const exportsOf = (path: string) => {
      const { exports } = JSON.parse(readFileSync(join(root, path), "utf8")) as { readonly exports: object };
      return Object.entries(exports).filter(([entry]) => entry !== "./package.json");
    };
    const own = exportsOf("package.json").filter(([entry]) => /^\.\/runtime(?:\/|$)/.test(entry));
    const expected = exportsOf("packages/runtime/package.json").map(([entry, target]) => [
      entry.replace(".", "./runtime"),
      JSON.parse(JSON.stringify(target).replaceAll("./dist/", "./dist/runtime/")) as unknown,
    ]);
    expect(own).toEqual(expected);
  });

  describe.skipIf(!reachable)(reachable ? "installed" : "installed (skipped: no registry)", () => {
    beforeAll(() => {
      fill(folder, {
        "package.json": '{ "private": true, "type": "module" }',
        "metadata.xml": csdl,
        "program.ts": program,
      });
      const { status, stderr } = npm(folder, "install", packed.filename, "--prefer-offline", "--no-audit", "--no-fund");
      expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
    }, 240_000);

    function run(...args: readonly string[]) {
      const bin = join(folder, "node_modules/.bin/odata-codegen");
      return spawnSync(bin, args, { cwd: folder, encoding: "utf8", shell: process.platform === "win32" });
    }

    it("has every module that it exports", async () => {
      const installed = join(folder, "node_modules/odata-codegen");
      const { exports } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as {
        readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
      };
      const targets = Object.values(exports).flatMap((target) =>
        typeof target === "string" ? [target] : Object.values(target),
      );
      expect(targets.filter((target) => !existsSync(join(installed, target)))).toEqual([]);
      const main = (await import(pathToFileURL(join(installed, "lib/index.js")).href)) as Readonly<
        Record<string, unknown>
      >;
      expect(Object.keys(main).length).toBeGreaterThan(0);
    });

    it("generates output that compiles and runs there", { timeout: 120_000 }, async () => {
      expect(run("generate", "metadata.xml", "-o", "generated")).toMatchObject({ status: 0, stdout: "" });
      expect(compile(folder, "typescript", { emit: true })).toBe("");
      const { lamp, outcomes } = (await import(pathToFileURL(join(folder, "js/program.js")).href)) as Readonly<
        Record<string, unknown>
      >;
      expect(lamp).toEqual({ id: 7, room: "https://home.example/lamps(7)" });
      expect(outcomes).toEqual([true, false]);
    });

    it("reads damaged documents there: an error, or output that compiles", { timeout: 240_000 }, async () => {
      const random = new Random(seedOf("Packed mutants"));
      const damaged = [...documents()].flatMap(([name, bytes]) =>
        mutantsOf(bytes, random, { flips: 1, most: 1 }).map((mutant) => ({ ...mutant, name })),
      );
      mkdirSync(join(folder, "damaged"));
      const counts = { accepted: 0, refused: 0 };
      for (const [index, { name, fault, bytes }] of random
        .shuffled(damaged)
        .slice(0, full ? 12 : 5)
        .entries()) {
        const [input, output] = [`damaged/${index}-${name}`, `accepted/${index}`];
        writeFileSync(join(folder, input), bytes);
        const { status, stderr } = run("generate", input, "-o", output, "--quiet", "--ts-nocheck", "never");
        expect(stderr).not.toMatch(/^\s+at |internal error/m);
        const isThere = existsSync(join(folder, output));
        expect({ name, fault, status, isThere }).toEqual({ name, fault, status: isThere ? 0 : 1, isThere });
        counts[isThere ? "accepted" : "refused"]++;
      }
      process.stdout.write(`Damaged documents for the packed tool: ${JSON.stringify(counts)}\n`);
      expect(compile(folder, "typescript-7.0")).toBe("");
    });

    it("compares versions there, with annotations of GitHub Actions", { timeout: 120_000 }, () => {
      writeFileSync(join(folder, "next.xml"), csdl.replace('Name="room"', 'Name="place"'));
      const diff = (...args: readonly string[]) => run("diff", "metadata.xml", "next.xml", ...args);
      expect(diff("--fail-on", "breaking")).toMatchObject({ status: 1, stdout: expect.stringContaining("major") });
      expect(diff("--format", "github").stderr).toMatch(/^::(?:error|warning) file=next\.xml,line=\d+/m);
    });

    it("fetches two services at once there, then generates both without network", { timeout: 120_000 }, async () => {
      const server = await metadataServer({ "/a/$metadata": { body: csdl }, "/b/$metadata": { body: csdl } });
      const service = (name: string) => ({ input: `${server.origin}/${name}/$metadata`, output: `kept/${name}` });
      const cwd = join(folder, "project");
      fill(cwd, {
        "odata-codegen.config.json": JSON.stringify({ services: { a: service("a"), b: service("b") } }),
      });
      const bin = join(folder, "node_modules/.bin/odata-codegen");
      const tool = (...args: readonly string[]) =>
        promisify(execFile)(bin, args, { cwd, shell: process.platform === "win32" });
      await Promise.all([tool("fetch", "a"), tool("fetch", "b")]);
      expect((await tool("drift")).stdout).toContain("none");
      await server.close();
      await expect(tool("drift", "a")).rejects.toMatchObject({ code: 1 });
      expect((await tool("generate")).stderr).toMatch(/^✔ a .*\n✔ b /);
      const lock = readFileSync(join(cwd, "odata-codegen.lock.json"), "utf8");
      expect(lock.match(/schemas\/[ab]\.xml/g)).toEqual(["schemas/a.xml", "schemas/b.xml"]);
      expect((await tool("doctor")).stdout).toContain('✔ b  "schemas/b.xml" as fetched');
      expect((await tool("generate", "a", "--print-deps")).stdout).toMatch(/^a\toutput\tkept\/a\/types\.ts$/m);
      writeFileSync(join(cwd, "kept/a/types.ts"), "edited");
      await expect(tool("generate", "a")).rejects.toMatchObject({ code: 1 });
      expect((await tool("generate", "a", "--force")).stderr).toContain("1 changed");
      await tool("generate", "--check", "--format", "github");
    });
  });
});
