import { describe, expect, it } from "vitest";
import { toolVersion } from "../../src/installation/package.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { lampFiles } from "./lamp-inputs.js";
import { runBin } from "./run-cli.js";

const args = ["generate", "lamps.xml", "-o", "out"];

/** An option of Node that evaluates a module before the program. */
function preload(code: string): string {
  return `--import=data:text/javascript,${encodeURIComponent(code)}`;
}

function withoutTime(text: string): string {
  return text.replaceAll(/\d+ ms|\d+\.\d s/g, "… ms");
}

/** Makes the import of a module of the program fail. */
function blocking(module: string): string {
  const hooks = `export const load = (url, context, next) => {
    if (url.endsWith("/lib/${module}.js")) throw new Error("${module} was loaded");
    return next(url, context);
  };`;
  return preload(`import { register } from "node:module";
    register("data:text/javascript," + encodeURIComponent(${JSON.stringify(hooks)}));`);
}

describe("the shipped program", () => {
  it("prints its version", () => {
    expect(runBin(".", ["--version"])).toEqual({ code: 0, stdout: `${toolVersion}\n`, stderr: "" });
  });

  it("ends with 2 after wrong usage", () => {
    expect(runBin(".", ["generat"])).toEqual({
      code: 2,
      stdout: "",
      stderr:
        '<command line> - error usage-unknown-command: "generat" is not a command; did you mean generate?\n1 error\n',
    });
  });

  it("ends with 1 after an error in the input", () => {
    expect(runBin(temporaryFolder(), ["generate", "nope.xml", "-o", "out"])).toEqual({
      code: 1,
      stdout: "",
      stderr:
        'nope.xml - error input-not-found: No file or folder matches "nope.xml"; check the path.\n✖ nothing written to out\n1 error\n',
    });
  });

  it("ends with 0 after warnings, and says no more than them and what it wrote", () => {
    const { code, stdout, stderr } = runBin(temporaryFolder(lampFiles), [
      "generate",
      "lamps.xml",
      "pages",
      "-o",
      "out",
    ]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(withoutTime(stderr)).toMatchInlineSnapshot(`
      "pages/lamp-create.md:31:2 - warning type-differs: contoso.home.lamp/id is Edm.String here and Edm.Int32 in a source of higher authority, which stands.
        lamps.xml:11:9 - the declaration that stands
      pages/lamp-create.md:32:8 - warning enum-lists-differ: This list of contoso.home.lampMode differs from the one that stands: it adds blinking.
        lamps.xml:5:7 - the list that stands
      pages/lamp-update.md:31:2 - warning type-differs: contoso.home.lamp/id is Edm.String here and Edm.Int32 in a source of higher authority, which stands.
        lamps.xml:11:9 - the declaration that stands
      ✔ 1 type, 1 enum, 2 requests → out (14 files, 14 changed, … ms)
      3 warnings
      "
    `);
  });

  it("reads the standard input, beside files", () => {
    const folder = temporaryFolder(lampFiles);
    expect(runBin(folder, ["explain", "contoso.home.lampMode", "-"], { input: lampFiles["lamps.xml"] })).toEqual({
      code: 0,
      stdout:
        "contoso.home.lampMode  EnumType\n  off  0  <stdin>:6:9  CSDL\n  on   5  <stdin>:7:9  CSDL\n  members and order from <stdin>\n",
      stderr: "",
    });
  });

  it("takes its colors from the environment", () => {
    const { stderr } = runBin(temporaryFolder(), ["generate", "nope.xml", "-o", "out"], { env: { FORCE_COLOR: "1" } });
    expect(stderr).toContain("\u001B[31merror\u001B[39m");
  });

  it("loads no parser when the output is up to date", () => {
    const folder = temporaryFolder(lampFiles);
    const env = { NODE_OPTIONS: blocking("generate-whole") };
    expect(runBin(folder, args, { env }).stderr).toContain("internal error: generate-whole was loaded");
    expect(runBin(folder, args).code).toBe(0);
    const { code, stdout, stderr } = runBin(folder, args, { env });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(withoutTime(stderr)).toBe("✔ 1 type, 1 enum → out (14 files, none changed, … ms)\n");
  });

  it("shows an unexpected failure as one line, its stack on request", () => {
    const folder = temporaryFolder(lampFiles);
    const broken = { NODE_OPTIONS: preload("Array.prototype.toSorted = () => { throw new Error('out of order'); };") };
    const { code, stdout, stderr } = runBin(folder, args, { env: broken });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toBe(
      "internal error: out of order; this is a bug of odata-codegen, please report it in the issues of its repository\n",
    );
    const { stderr: long } = runBin(folder, args, { env: { ...broken, ODATA_CODEGEN_DEBUG: "1" } });
    expect(long).toContain(stderr);
    expect(long).toMatch(/\n {4}at /);
  });
});
