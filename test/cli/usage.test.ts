import { afterEach, describe, expect, it, vi } from "vitest";
import { commonOptions } from "../../src/config/options/common.js";
import { flagOf } from "../../src/config/options/option.js";
import { generateOptions } from "../../src/config/options/generate.js";
import { toolVersion } from "../../src/installation/package.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { lampFiles } from "./lamp-inputs.js";
import { runCli } from "./run-cli.js";

describe("help and version", () => {
  it("go to the standard output", async () => {
    expect(await runCli(".", ["--version"])).toEqual({ code: 0, stdout: `${toolVersion}\n`, stderr: "" });
    const { code, stdout, stderr } = await runCli(".", ["--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const command of ["generate", "convert", "explain", "audit", "permissions", "completion"])
      expect(stdout).toContain(`  odata-codegen ${command} `);
  });

  it("show every option of a command with its choices and default, and examples", async () => {
    const { code, stdout } = await runCli(".", ["generate", "--help"]);
    expect(code).toBe(0);
    for (const option of Object.keys({ ...generateOptions, ...commonOptions }))
      expect(stdout).toContain(flagOf(option));
    expect(stdout).toMatch(/^  -o, --output /m);
    const words = stdout.replaceAll(/\s+/g, " ");
    expect(words).toContain('[choices: "inline", "package"] [default: inline]');
    expect(words).toContain("[default: types,validators,client]");
    expect(words).toContain("odata-codegen generate --check");
  });

  it("are plain text in at most 100 columns, whatever the environment", async () => {
    vi.stubEnv("LANG", "de_DE.UTF-8");
    vi.stubEnv("FORCE_COLOR", "1");
    const { stdout } = await runCli(".", ["audit", "--help"]);
    vi.unstubAllEnvs();
    expect(stdout).toContain("Options:");
    expect(Math.max(...stdout.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(100);
    expect(stdout).not.toContain("\u001B");
  });

  it("are printed even if something else is wrong, or the config file is", async () => {
    const folder = temporaryFolder({ "odata-codegen.config.json": "{" });
    for (const args of [
      ["explain", "--help"],
      ["generate", "-h", "--chekc"],
    ])
      expect(await runCli(folder, args)).toMatchObject({ code: 0, stdout: expect.stringContaining("Options:") });
  });

  it("are options, not words: inputs may have these names", async () => {
    const folder = temporaryFolder({ "help/lamps.xml": lampFiles["lamps.xml"] });
    const { code, stderr } = await runCli(folder, ["generate", "-o", "out", "help"]);
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining("→ out (") });
  });
});

describe("words of the command line", () => {
  it.each([
    ["an input behind a list", ["convert", "--to", "csdl-json", "--include", "/lamps", "1e3.xml"]],
    [
      "an input between values of a list",
      ["convert", "--include", "contoso.home.lamp", "1e3.xml", "--include", "/lamps", "--to=csdl-json"],
    ],
    ["an input that reads as a number", ["convert", "007", "--to", "csdl-json"]],
  ])("are taken as they are: %s", async (_, args) => {
    const folder = temporaryFolder({ "1e3.xml": lampFiles["lamps.xml"], "007/lamps.xml": lampFiles["lamps.xml"] });
    const { code, stdout, stderr } = await runCli(folder, args);
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ "contoso.home": { lamp: { $Kind: "EntityType" } } });
  });
});

describe("completion", () => {
  afterEach(() => void vi.unstubAllEnvs());

  it.each([
    ["/bin/bash", "complete -o bashdefault -o default -F _odata-codegen_yargs_completions odata-codegen"],
    ["/bin/zsh", "#compdef odata-codegen"],
  ])("prints a script for %s", async (shell, line) => {
    vi.stubEnv("SHELL", shell);
    const { code, stdout, stderr } = await runCli(".", ["completion"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.split("\n")).toContain(line);
    expect(stdout).toContain("odata-codegen --get-yargs-completions");
  });

  it.each([
    ["a command", ["ex"], ["explain"]],
    ["an option", ["convert", "--t"], ["--to", "--allow-remote"]],
    ["a choice", ["convert", "--to", ""], ["csdl-json", "csdl-xml"]],
    ["a choice that has begun", ["generate", "--runtime", "in"], ["inline"]],
    ["no more than that", ["generate", "schemas"], []],
  ])("suggests %s", async (_, words, expected) => {
    vi.stubEnv("SHELL", "/bin/bash");
    const args = ["--get-yargs-completions", "odata-codegen", ...words];
    const { code, stdout, stderr } = await runCli(temporaryFolder(), args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const suggested = stdout.split("\n").filter((line) => line !== "");
    expect(suggested).toEqual(expected.length === 0 ? [] : expect.arrayContaining(expected));
  });
});

describe("wrong usage ends with 2 and says what to do", () => {
  it.each([
    [
      [],
      "usage-no-command: No command was given; write one of generate, init, fetch, doctor, templates, convert, explain, explore, mock, audit, permissions, diff, drift, verify-service, completion first, or --help.",
    ],
    [
      ["--quiet", "generate"],
      "usage-no-command: No command was given; write one of generate, init, fetch, doctor, templates, convert, explain, explore, mock, audit, permissions, diff, drift, verify-service, completion first, or --help.",
    ],
    [["gen"], 'usage-unknown-command: "gen" is not a command; did you mean generate?'],
    [
      ["help"],
      'usage-unknown-command: "help" is not a command; write odata-codegen --help, or --help after a command.',
    ],
    [["generat"], 'usage-unknown-command: "generat" is not a command; did you mean generate?'],
    [
      ["generate", "a.xml", "--outptu", "b"],
      "usage-unknown-option: --outptu is not an option of generate; did you mean --output?",
    ],
    [
      ["generate", "--toString"],
      "usage-unknown-option: --toString is not an option of generate; see odata-codegen generate --help.",
    ],
    [
      ["generate", "--__proto__.x", "1"],
      "usage-unknown-option: --__proto__.x is not an option of generate; see odata-codegen generate --help.",
    ],
    [
      ["generate", "--__proto__", "1"],
      "usage-unknown-option: --__proto__ is not an option of generate; see odata-codegen generate --help.",
    ],
    [
      ["generate", "-xyz=b"],
      "usage-unknown-option: --xyz is not an option of generate; see odata-codegen generate --help.",
    ],
    [
      ["convert", "--emit", "types"],
      "usage-unknown-option: --emit is not an option of convert; see odata-codegen convert --help.",
    ],
    [
      ["generate", "a.xml", "-o", "b", "--output", "c"],
      "usage-option-twice: --output is given more than once; keep one.",
    ],
    [["generate", "a.xml", "-o"], "usage-option-value: --output takes a folder, not an empty value."],
    [["generate", "a.xml", "-o", "--check"], "usage-option-value: --output takes a folder, not an empty value."],
    [["generate", "a.xml", "-o", ""], "usage-option-value: --output takes a folder, not an empty value."],
    [["generate", "a.xml", "-o", "b", "--check=no"], 'usage-option-value: --check takes no value, not "no".'],
    [
      ["generate", "a.xml", "-o", "b", "--check", "--no-check"],
      "usage-option-twice: --check is given more than once; keep one.",
    ],
    [
      ["generate", "a.xml", "--no-output"],
      "usage-unknown-option: --no-output is not an option of generate; did you mean --output?",
    ],
    [
      ["generate", "a.xml", "--no-emit"],
      "usage-unknown-option: --no-emit is not an option of generate; did you mean --emit?",
    ],
    [
      ["generate", "a.xml", "-o", "b", "--max-warnings="],
      "usage-option-value: --max-warnings takes a whole number, not an empty value.",
    ],
    [
      ["generate", "a.xml", "-o", "b", "--emit", "types,,client"],
      'usage-option-value: --emit takes some of types, validators, client, operations, examples, zod, json-schema, query, mock, separated by commas, not "types,,client".',
    ],
    [
      ["generate", "a.xml", "-o", "b", "--include="],
      "usage-option-value: --include takes a pattern, not an empty value.",
    ],
    [
      ["--", "generate"],
      "usage-no-command: No command was given; write one of generate, init, fetch, doctor, templates, convert, explain, explore, mock, audit, permissions, diff, drift, verify-service, completion first, or --help.",
    ],
    [
      ["frobnicate"],
      'usage-unknown-command: "frobnicate" is not a command; write one of generate, init, fetch, doctor, templates, convert, explain, explore, mock, audit, permissions, diff, drift, verify-service, completion.',
    ],
    [
      ["completion", "bash"],
      "usage-refused: The command line cannot be parsed (completion takes no argument: the shell is that of $SHELL); see odata-codegen --help.",
    ],
    [
      ["generate", "a.xml", "-o", "b", "--runtime", "none"],
      'usage-option-value: --runtime takes one of inline, package, not "none".',
    ],
    [
      ["generate", "a.xml", "-o", "b", "--emit", "types,test"],
      'usage-option-value: --emit takes some of types, validators, client, operations, examples, zod, json-schema, query, mock, separated by commas, not "types,test".',
    ],
    [
      ["generate", "a.xml", "-o", "b", "--max-warnings", "1e3"],
      'usage-option-value: --max-warnings takes a whole number, not "1e3".',
    ],
    [["mock", "a.xml", "--page-size", "0"], 'usage-option-value: --page-size takes a whole number from 1 on, not "0".'],
    [["generate", "a.xml"], "usage-no-output: There are inputs but no folder to write to; add --output <folder>."],
    [
      ["generate", "a.xml", "-o", "b", "-c", "x.json"],
      "usage-inputs-and-config: Inputs and --config exclude each other; keep one of them.",
    ],
    [
      ["generate"],
      "usage-no-inputs: There is nothing to generate; add inputs (odata-codegen generate schemas --output generated), or add services to odata-codegen.config.json.",
    ],
    [["explain"], "usage-no-name: No name is given; write odata-codegen explain <name> [inputs..]."],
  ])("%j", async (args, message) => {
    expect(await runCli(temporaryFolder(), args)).toEqual({
      code: 2,
      stdout: "",
      stderr: `<command line> - error ${message}\n1 error\n`,
    });
  });

  it("says all that is wrong at once", async () => {
    const { stderr } = await runCli(temporaryFolder(), ["generate", "--chekc", "--runtim", "x"]);
    expect(stderr).toContain("did you mean --check?");
    expect(stderr).toContain("did you mean --runtime?");
    expect(stderr).toContain("2 errors");
  });

  it.each([
    [[], "usage-no-output"],
    [["--chekc"], "usage-unknown-option"],
    [["--check=no"], "usage-option-value"],
  ])("is data with --format json: %j", async (args, code) => {
    const run = await runCli(temporaryFolder(), ["generate", "a.xml", "--format", "json", ...args]);
    expect(run.code).toBe(2);
    expect(JSON.parse(run.stderr)).toMatchObject([{ code, severity: "error", path: "<command line>" }]);
  });
});

describe("an option", () => {
  it.each([[["-o", "out"]], [["-o=out"]], [["--output", "out"]], [["--output=out"]]])(
    "may be given as %j",
    async (option) => {
      const { code, stderr } = await runCli(temporaryFolder(lampFiles), ["generate", "lamps.xml", ...option]);
      expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining("→ out (") });
    },
  );

  it("that is a flag may be taken back", async () => {
    const service = { input: "lamps.xml", output: "out", verify: true, emit: ["types"] };
    const config = JSON.stringify({ services: { lamps: service } });
    const folder = temporaryFolder({ ...lampFiles, "odata-codegen.config.json": config });
    expect(await runCli(folder, ["generate", "--no-verify", "--quiet"])).toEqual({ code: 0, stdout: "", stderr: "" });
  });
});

describe("arguments", () => {
  it("may begin with a dash after --", async () => {
    const folder = temporaryFolder({ "-lamps.xml": lampFiles["lamps.xml"] });
    expect(await runCli(folder, ["explain", "lampMode", "--", "-lamps.xml"])).toMatchObject({ code: 0, stderr: "" });
  });

  it("after a flag are not its value", async () => {
    const folder = temporaryFolder({ true: lampFiles["lamps.xml"] });
    expect(await runCli(folder, ["explain", "lampMode", "--quiet", "true"])).toMatchObject({ code: 0, stderr: "" });
  });

  it("that do not exist are errors of the input", async () => {
    const { code, stderr } = await runCli(temporaryFolder(), ["generate", "nope.xml", "-o", "out"]);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr:
        'nope.xml - error input-not-found: No file or folder matches "nope.xml"; check the path.\n✖ nothing written to out\n1 error\n',
    });
  });
});
