import { describe, expect, it } from "vitest";
import { toolVersion } from "../../src/installation/package.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { lampFiles } from "./lamp-inputs.js";
import { runCli, runHere } from "./run-cli.js";

describe("help and version", () => {
  it("go to the standard output", () => {
    expect(runCli(".", ["--version"])).toEqual({ code: 0, stdout: `${toolVersion}\n`, stderr: "" });
    const { code, stdout, stderr } = runCli(".", ["--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const command of ["generate [inputs..]", "convert [inputs..]", "explain <name> [inputs..]"])
      expect(stdout).toContain(`odata-codegen ${command}`);
  });

  it("show every option of a command with its default, and examples", () => {
    const { code, stdout } = runCli(".", ["generate", "--help"]);
    expect(code).toBe(0);
    for (const flag of [
      "-o, --output",
      "--emit",
      "--check",
      "--verify",
      "--import-extension",
      "-c, --config",
      "--max-warnings",
    ])
      expect(stdout).toContain(flag);
    expect(stdout).toMatch(/--runtime <inline\|package> +[^[]+\[default: inline\]/);
    expect(stdout).toMatch(/\[default: types,validators,client\]/);
    expect(stdout).toContain("odata-codegen generate --check");
  });
});

describe("wrong usage ends with 2 and says what to do", () => {
  it.each([
    [
      [],
      "usage-no-command: No command was given; write one of generate, convert, explain, audit, permissions first, or --help.",
    ],
    [
      ["--quiet", "generate"],
      "usage-no-command: No command was given; write one of generate, convert, explain, audit, permissions first, or --help.",
    ],
    [["generat"], 'usage-unknown-command: "generat" is no command; did you mean generate?'],
    [
      ["generate", "a.xml", "--outptu", "b"],
      "usage-unknown-option: --outptu is no option of generate; did you mean --output?",
    ],
    [
      ["generate", "--toString"],
      "usage-unknown-option: --toString is no option of generate; see odata-codegen generate --help.",
    ],
    [
      ["generate", "--__proto__.x", "1"],
      "usage-unknown-option: --__proto__.x is no option of generate; see odata-codegen generate --help.",
    ],
    [["generate", "-xyz=b"], "usage-unknown-option: -xyz is no option of generate; see odata-codegen generate --help."],
    [
      ["convert", "--emit", "types"],
      "usage-unknown-option: --emit is no option of convert; see odata-codegen convert --help.",
    ],
    [
      ["generate", "a.xml", "-o", "b", "--output", "c"],
      "usage-option-twice: --output is given more than once; keep one.",
    ],
    [["generate", "a.xml", "-o"], "usage-option-value: -o takes a folder, not nothing."],
    [["generate", "a.xml", "-o", "--check"], "usage-option-value: -o takes a folder, not nothing."],
    [["generate", "a.xml", "-o", ""], "usage-option-value: --output takes a folder, not an empty value."],
    [["generate", "a.xml", "-o", "b", "--check=no"], 'usage-option-value: --check takes no value, not "no".'],
    [
      ["generate", "a.xml", "-o", "b", "--runtime", "none"],
      'usage-option-value: --runtime takes one of inline, package, not "none".',
    ],
    [
      ["generate", "a.xml", "-o", "b", "--emit", "types,test"],
      'usage-option-value: --emit takes some of types, validators, client, operations, examples, separated by commas, not "types,test".',
    ],
    [
      ["generate", "a.xml", "-o", "b", "--max-warnings", "1e3"],
      'usage-option-value: --max-warnings takes a whole number, not "1e3".',
    ],
    [["generate", "a.xml"], "usage-no-output: Inputs are given, and no folder to write to; add --output <folder>."],
    [
      ["generate", "a.xml", "-o", "b", "-c", "x.json"],
      "usage-inputs-and-config: Inputs and --config exclude each other; keep one of them.",
    ],
    [
      ["generate"],
      "usage-no-inputs: There is nothing to generate; name inputs (odata-codegen generate schemas --output generated), or name services in odata-codegen.config.json.",
    ],
    [["explain"], "usage-no-name: No name is given; write odata-codegen explain <name> [inputs..]."],
  ])("%j", async (args, message) => {
    expect(await runHere(temporaryFolder(), args)).toEqual({
      code: 2,
      stdout: "",
      stderr: `<command line> - error ${message}\n1 error\n`,
    });
  });

  it("says all that is wrong at once", async () => {
    const { stderr } = await runHere(temporaryFolder(), ["generate", "--chekc", "--runtim", "x"]);
    expect(stderr).toContain("did you mean --check?");
    expect(stderr).toContain("did you mean --runtime?");
    expect(stderr).toContain("2 errors");
  });

  it("is data with --format json", () => {
    const { code, stderr } = runCli(temporaryFolder(), ["generate", "a.xml", "--format", "json"]);
    expect(code).toBe(2);
    expect(JSON.parse(stderr)).toMatchObject([{ code: "usage-no-output", severity: "error", path: "<command line>" }]);
  });
});

describe("an option", () => {
  it.each([[["-o", "out"]], [["-o=out"]], [["--output", "out"]], [["--output=out"]]])(
    "may be given as %j",
    (option) => {
      const { code, stderr } = runCli(temporaryFolder(lampFiles), ["generate", "lamps.xml", ...option]);
      expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining("→ out (") });
    },
  );

  it("that is a flag may be taken back", () => {
    const service = { input: "lamps.xml", output: "out", verify: true, emit: ["types"] };
    const config = JSON.stringify({ services: { lamps: service } });
    const folder = temporaryFolder({ ...lampFiles, "odata-codegen.config.json": config });
    expect(runCli(folder, ["generate", "--no-verify", "--quiet"])).toEqual({ code: 0, stdout: "", stderr: "" });
  });
});

describe("arguments", () => {
  it("may be the standard input, beside files", () => {
    const folder = temporaryFolder(lampFiles);
    const { code, stdout } = runCli(folder, ["explain", "contoso.home.lampMode", "-"], {
      input: lampFiles["lamps.xml"],
    });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout:
        "contoso.home.lampMode  EnumType\n  off  0  <stdin>:6:9  CSDL\n  on   5  <stdin>:7:9  CSDL\n  members and order from <stdin>\n",
    });
  });

  it("may begin with a dash after --", () => {
    const folder = temporaryFolder({ "-lamps.xml": lampFiles["lamps.xml"] });
    expect(runCli(folder, ["explain", "lampMode", "--", "-lamps.xml"])).toMatchObject({ code: 0, stderr: "" });
  });

  it("that do not exist are errors of the input", () => {
    const { code, stderr } = runCli(temporaryFolder(), ["generate", "nope.xml", "-o", "out"]);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr:
        'nope.xml - error input-not-found: No file or folder matches "nope.xml"; check the path.\n✖ nothing written to out\n1 error\n',
    });
  });
});
