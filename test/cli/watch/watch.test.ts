import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../support/temporary-folder.js";
import { contentHash } from "../../../src/output/content-hash.js";
import { runCli } from "../run-cli.js";
import { startWatch } from "./watching.js";

/** A schema with a complex type for each name. */
const schema = (namespace: string, ...names: readonly string[]) =>
  `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="${namespace}">${names.map((name) => `<ComplexType Name="${name}"/>`).join("")}</Schema>`;

const service = (input: unknown, output: string, more: object = {}) => ({ input, output, emit: ["types"], ...more });
const config = (services: object) => JSON.stringify({ services });

const two = {
  "odata-codegen.config.json": config({ a: service("a.xml", "out/a"), b: service("b", "out/b") }),
  "a.xml": schema("a", "Apple"),
  "b/b.xml": schema("b", "Bean"),
};

function started(files: Readonly<Record<string, string>>) {
  const folder = temporaryFolder(files);
  return {
    folder,
    text: (path: string) => readFileSync(join(folder, path), "utf8"),
    /** Replaces a file like an editor that writes another one first. */
    write: (path: string, text: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, "..swap"), text);
      renameSync(join(folder, "..swap"), join(folder, path));
    },
    remove: (path: string) => rmSync(join(folder, path), { recursive: true }),
  };
}

describe("generate --watch", { timeout: 20_000 }, () => {
  it("generates all, then the services that a change concerns", async () => {
    const { folder, text, write } = started(two);
    const { begun, after, end } = await startWatch(folder);
    expect(begun).toBe(
      "✔ a  1 type → out/a (5 files, 5 changed, 0 ms)\n✔ b  1 type → out/b (5 files, 5 changed, 0 ms)\nwatching for changes …\n",
    );
    expect(await after(() => write("a.xml", schema("a", "Apple", "Pear")), /^✔ a/m)).toBe(
      "✔ a  2 types → out/a (5 files, 3 changed, 0 ms)\n",
    );
    expect(text("out/a/types.ts")).toContain("Pear");
    const both = () => {
      write("a.xml", schema("a", "Fig"));
      write("b/new.xml", schema("b.more", "Pea"));
    };
    expect(await after(both, /^✔ b/m)).toMatch(
      /^✔ a {2}1 type → out\/a \(5 files, 3 changed, 0 ms\)\n✔ b {2}2 types → out\/b \(.*\)\n$/,
    );
    expect(await end()).toBe(130);
  });

  it("watches the named services alone, or the inputs of the command line", async () => {
    const { folder, write } = started(two);
    const named = await startWatch(folder, "b");
    expect(named.begun).toMatch(/^✔ b .*\nwatching/);
    const change = () => {
      write("a.xml", schema("a", "Fig"));
      write("b/b.xml", schema("b", "Fig"));
    };
    expect(await named.after(change, /^✔/m)).toMatch(/^✔ b .*\n$/);
    expect(await named.end("SIGTERM")).toBe(143);
    const inputs = await startWatch(folder, "*.xml", "-o", "out/c", "--emit", "types");
    expect(await inputs.after(() => write("c.xml", schema("c", "Fig")), /^✔/m)).toMatch(/^✔ 2 types → out\/c .*\n$/);
  });

  it("follows references, and notices one that was missing", async () => {
    const reference =
      '<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0"><edmx:Reference Uri="lib/more.xml"><edmx:Include Namespace="m"/></edmx:Reference><edmx:DataServices><Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="a"><ComplexType Name="C" BaseType="m.Base"/></Schema></edmx:DataServices></edmx:Edmx>';
    const { folder, text, write, remove } = started({ "a.xml": reference });
    const { after } = await startWatch(folder, "a.xml", "-o", "out", "--emit", "types");
    expect(await after(() => write("lib/more.xml", schema("m", "Base")), /^✔/m)).toMatch(/^✔ 2 types/);
    await after(() => write("lib/more.xml", schema("m", "Base", "Other")), /^✔ 3 types/m);
    expect(text("out/types.ts")).toContain("Base");
    expect(await after(() => remove("lib"), /^✔/m)).toContain("lib/more.xml");
  });

  it("survives errors and recovers", async () => {
    const { folder, text, write, remove } = started(two);
    const { after } = await startWatch(folder);
    expect(await after(() => remove("a.xml"), /^✖/m)).toBe(
      'a.xml - error input-not-found: No file or folder matches "a.xml"; check the path.\n✖ a  nothing written to out/a\n',
    );
    await after(() => write("a.xml", schema("a", "Apple").slice(0, -5)), /^✖ a/m);
    await after(() => write("a.xml", schema("a", "Fig")), /^✔ a  1 type → out\/a \(/m);
    await after(() => remove("b"), /^✖ b/m);
    await after(() => write("b/again.xml", schema("b", "Bean")), /^✔ b/m);

    const edit = () => {
      appendFileSync(join(folder, "out/a/types.ts"), "// by hand\n");
      write("a.xml", schema("a", "Fig", "Plum"));
    };
    expect(await after(edit, /^✖/m)).toMatch(/^out\/a\/types\.ts - error output-modified: .*\n✖ a .*\n$/);
    const give = () => {
      remove("out/a/types.ts");
      write("a.xml", schema("a", "Fig", "Plum"));
    };
    await after(give, /^✔ a  2 types/m);
    expect(text("out/a/types.ts")).toContain("Plum");
  });

  it("generates again after a run during which something changed", async () => {
    const { folder, text, write } = started(two);
    const { after } = await startWatch(folder);
    const both = () => {
      write("a.xml", schema("a", "Apple", "Pear"));
      write("b/b.xml", schema("b", "Bean", "Pea"));
    };
    await after(both, /^✔ a/m); // the run goes on with b
    await after(() => write("a.xml", schema("a", "Apple", "Pear", "Fig")), /^✔ a {2}3 types/m);
    expect(text("out/a/types.ts")).toContain("Fig");
    expect(text("out/b/types.ts")).toContain("Pea");
  });

  it("says once what it warned of, until that changes", async () => {
    const twice = schema("a", "Apple").repeat(2);
    const edmx = (inner: string) =>
      `<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0"><edmx:DataServices>${inner}</edmx:DataServices></edmx:Edmx>`;
    const { folder, write } = started({ "a.xml": edmx(twice) });
    const { begun, after } = await startWatch(folder, "a.xml", "-o", "out", "--emit", "types");
    expect(begun).toContain("warning declaration-repeated");
    expect(await after(() => write("a.xml", edmx(twice + schema("b", "Bean"))), /^✔/m)).toMatch(/^✔ 2 types .*\n$/);
    await after(() => write("a.xml", edmx(schema("a", "Apple"))), /^✔ 1 type /m);
    expect(await after(() => write("a.xml", edmx(twice)), /^✔/m)).toContain("warning declaration-repeated");
  });

  it("takes a changed config: services that are new, changed or gone", async () => {
    const { folder, write, remove } = started(two);
    const { after } = await startWatch(folder);
    const configured = (services: object, ...lines: readonly RegExp[]) =>
      after(() => write("odata-codegen.config.json", config(services)), ...lines);
    const [a, b] = [service("a.xml", "out/a"), service("b", "out/b")];
    expect(await configured({ a, b: { ...b, nonNull: "notNull" } }, /^✔/m)).toMatch(/^✔ b .*\n$/);
    expect(await configured({ b: { ...b, nonNull: "notNull" }, c: service("a.xml", "out/c") }, /^✔/m)).toMatch(
      /^– a  no longer in the config file; out\/a stays as it is\n✔ c .*\n$/,
    );
    expect(await after(() => write("odata-codegen.config.json", "{"), /^✖/m)).toMatch(
      /^odata-codegen\.config\.json:1:2 - error config-malformed: [^]*\n✖ odata-codegen\.config\.json  the services stay as they were\n$/,
    );
    await after(() => write("b/b.xml", schema("b", "Pea")), /^✔ b/m);
    expect(await configured({ b: { ...b, nonNull: "notNull" }, c: service("a.xml", "out/c") }, /^✔/m)).toBe(
      "✔ odata-codegen.config.json  read again, no service changed\n",
    );
    await after(() => remove("odata-codegen.config.json"), /^✖/m);
    expect(await configured({ a }, /^✔/m)).toMatch(/^– b .*\n– c .*\n✔ a .*\n$/);
  });

  it("takes a changed lock file for the service that it changes", async () => {
    const { folder, text, write } = started(two);
    const { after } = await startWatch(folder);
    const lock = JSON.parse(text("odata-codegen.lock.json")) as { readonly services: { readonly b: object } };
    Object.assign(lock.services.b, { inputs: {} });
    expect(await after(() => write("odata-codegen.lock.json", JSON.stringify(lock)), /^✔/m)).toMatch(/^✔ b .*\n$/);
  });

  it("notices a kept copy of a URL that is fetched, or that is gone", async () => {
    const url = "https://people.example/v1/$metadata";
    const [first, second] = [schema("a", "Apple"), schema("a", "Apple", "Pear")];
    const lock = (text: string) =>
      JSON.stringify({
        lockVersion: 1,
        services: { a: { inputs: { [url]: { file: "a.xml", sha256: contentHash(text) } } } },
      });
    const { folder, write, remove } = started({
      "odata-codegen.config.json": config({ a: service(url, "out") }),
      "odata-codegen.lock.json": lock(first),
      "a.xml": first,
    });
    const { begun, after } = await startWatch(folder);
    expect(begun).toMatch(/^✔ a {2}1 type /);
    const fetched = () => {
      write("a.xml", second);
      write("odata-codegen.lock.json", lock(second));
    };
    expect(await after(fetched, /^✔/m)).toMatch(/^✔ a {2}2 types .*\n$/);
    await after(() => remove("a.xml"), /^✖ a/m);
    await after(() => write("a.xml", second), /^✔ a {2}2 types/m);
  });

  it.each(["mjs", "js", "ts"])("loads a config module (.%s) and what it imports anew", async (ending) => {
    const main = `import { defineConfig } from "odata-codegen";\nimport { output } from "./lib/names.${ending}";\nexport default defineConfig({ services: { a: { input: "a.xml", output, emit: ["types"] } } });\n`;
    const { folder, write } = started({
      "package.json": '{ "type": "module" }',
      [`odata-codegen.config.${ending}`]: main,
      [`lib/names.${ending}`]: 'export const output = "out/first";',
      "a.xml": schema("a", "Apple"),
    });
    const { begun, after } = await startWatch(folder);
    expect(begun).toMatch(/^✔ a .*out\/first /);
    await after(() => write(`lib/names.${ending}`, 'export const output = "out/second";'), /^✔ a .*out\/second /m);
    await after(() => write(`lib/names.${ending}`, "export const output = ;"), /^✖/m);
    await after(() => write(`lib/names.${ending}`, 'export const output = "out/third";'), /^✔ a .*out\/third /m);
    await after(() => write(`odata-codegen.config.${ending}`, main.replace("output,", 'output: "out/4",')), /out\/4 /m);
  });

  it("begins with a config that is broken", async () => {
    const { folder, write } = started({ ...two, "odata-codegen.config.json": "{" });
    const { begun, after } = await startWatch(folder);
    expect(begun).toMatch(/^odata-codegen\.config\.json:1:2 - error config-malformed: .*\n/);
    await after(() => write("odata-codegen.config.json", two["odata-codegen.config.json"]), /^✔ a /m, /^✔ b /m);
  });

  it.each([
    [["a.xml", "-o", "out", "--check"], "usage-excluded: --watch and --check exclude each other; keep one of them."],
    [["a.xml", "-o", "out", "--print-deps"], "usage-excluded: --watch and --print-deps exclude each other"],
    [["-", "-o", "out"], "usage-excluded: --watch and the input - exclude each other"],
    [["c"], 'usage-unknown-service: The config file has no service "c"; did you mean a?'],
    [["--config", "none.json"], 'config-not-found: There is no config file "none.json"'],
  ])("ends at once after wrong usage: %s", async (args, message) => {
    const { folder } = started(two);
    const { code, stderr } = await runCli(folder, ["generate", "--watch", ...args]);
    expect(code).toBe(message.startsWith("usage") ? 2 : 1);
    expect(stderr).toContain(message);
  });
});
