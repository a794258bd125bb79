import yargs, { type Argv, type Options } from "yargs";
import { flagOf, type Option } from "../config/options.js";
import { nearest } from "../diagnostics/near.js";
import type { Report } from "../diagnostics/report.js";
import { toolVersion } from "../tool-version.js";
import type { Command, OptionTable } from "./command.js";
import { commandLine, defaultOf, expected } from "./option-values.js";

const TOOL = "odata-codegen";

/** What a command line asks for; undefined, with errors, when it cannot be told. */
export type Parsed =
  | { readonly state: "print"; readonly text: string }
  | {
      readonly state: "start";
      readonly command: Command;
      readonly args: readonly string[];
      readonly values: Readonly<Record<string, unknown>>;
    };

export function parseArguments(
  args: readonly string[],
  commands: ReadonlyMap<string, Command>,
  columns: number,
  report: Report,
): Parsed | undefined {
  const [name, ...rest] = args;
  const command = commands.get(name ?? "");
  if (name !== undefined && command !== undefined) return parseCommand(name, command, rest, columns, report);
  if (name !== undefined && ["--help", "-h", "--version"].includes(name)) {
    const { text } = parse(topLevel(commands, columns), [name]);
    return { state: "print", text };
  }
  const names = [...commands.keys()];
  if (name === undefined || name.startsWith("-")) report.add("usage-no-command", commandLine, { commands: names });
  else report.add("usage-unknown-command", commandLine, { command: name, commands: names, near: nearest(name, names) });
  return undefined;
}

function parseCommand(
  name: string,
  command: Command,
  args: readonly string[],
  columns: number,
  report: Report,
): Parsed | undefined {
  checkOptions(name, args, command.options, report);
  if (report.failed) return undefined;
  const { text, problem, values } = parse(ofCommand(name, command, columns), args);
  // Everything that yargs could refuse was refused before.
  if (problem !== undefined) throw new Error(problem);
  if (text !== "") return { state: "print", text };
  const { _: positionals, ...rest } = values;
  return { state: "start", command, args: [positionals].flat().map(String), values: rest };
}

interface Tokens {
  readonly name: string;
  readonly options: OptionTable;
}

/**
 * Looks at the options before yargs does, which takes some things silently: an empty value, a value for a flag, names
 * that every object has. What it then parses holds known options alone, each with a value if it takes one.
 */
function checkOptions(name: string, args: readonly string[], options: OptionTable, report: Report): void {
  const end = args.indexOf("--");
  const tokens = end === -1 ? args : args.slice(0, end);
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] ?? "";
    if (!isOption(token)) continue;
    const [flag = "", value] = token.split(/=(.*)/s, 2);
    const option = optionOf(flag, options);
    if (option === undefined)
      report.add("usage-unknown-option", commandLine, {
        option: flag,
        command: name,
        near: nearFlag(flag, { name, options }),
      });
    else if (option.type === "flag") {
      if (value !== undefined)
        report.add("usage-option-value", commandLine, {
          option: flag,
          expected: expected(option),
          found: `"${value}"`,
        });
    } else if (value === undefined) {
      const next = tokens[++i];
      if (next === undefined || isOption(next))
        report.add("usage-option-value", commandLine, { option: flag, expected: expected(option), found: "nothing" });
    }
  }
}

/** `-` alone is the standard input. */
function isOption(token: string): boolean {
  return token.startsWith("-") && token !== "-";
}

const builtIn: Option = { type: "flag", default: false, inConfig: false, help: "" };

function optionOf(flag: string, options: OptionTable): Option | undefined {
  if (["--help", "-h", "--version"].includes(flag)) return builtIn;
  for (const [name, option] of Object.entries(options)) {
    if (flag === flagOf(name) || flag === `-${option.alias ?? ""}`) return option;
    if (option.type === "flag" && flag === `--no-${flagOf(name).slice(2)}`) return option;
  }
  return undefined;
}

function nearFlag(flag: string, { options }: Tokens): string | undefined {
  return nearest(flag, [...Object.keys(options).map(flagOf), "--help", "--version"]);
}

function topLevel(commands: ReadonlyMap<string, Command>, columns: number): Argv {
  const parser = base(columns).usage(
    `${TOOL} <command>\n\nTypeScript types, validators and a client from OData CSDL or Microsoft Graph reference pages.`,
  );
  for (const [name, { usage, summary }] of commands)
    parser.command(`${name} ${usage.split(" -", 1)[0] ?? ""}`, summary);
  return parser.epilogue(`Each command has its own help: ${TOOL} generate --help`);
}

function ofCommand(name: string, { usage, summary, options, examples }: Command, columns: number): Argv {
  const parser = base(columns).usage(`${TOOL} ${name} ${usage}\n\n${summary}`).strictOptions();
  parser.options(
    Object.fromEntries(
      Object.entries(options).map(([key, option]) => [flagOf(key).slice(2), yargsOption(key, option)]),
    ),
  );
  return parser.example(examples.map(([line, does]): [string, string] => [`${TOOL} ${line}`, does]));
}

function base(columns: number): Argv {
  return yargs()
    .scriptName(TOOL)
    .locale("en")
    .parserConfiguration({
      "dot-notation": false,
      "camel-case-expansion": false,
      "parse-numbers": false,
      "parse-positional-numbers": false,
      "short-option-groups": false,
      "strip-aliased": true,
    })
    .help("help", "Print this help.")
    .alias("help", "h")
    .version("version", "Print the version.", toolVersion)
    .wrap(Math.min(columns, 110))
    .exitProcess(false);
}

/** Values are checked by the option table, so yargs takes them as they are. */
function yargsOption(name: string, option: Option): Options {
  const { alias } = option;
  const shown = defaultOf(name, option);
  return {
    type: option.type === "flag" ? "boolean" : "string",
    describe: description(option),
    ...(alias !== undefined && { alias }),
    ...(shown !== undefined && { defaultDescription: shown }),
    ...(option.type !== "flag" && { requiresArg: true }),
  };
}

/** What an option takes, then what it is for: yargs has no place of its own for the former. */
function description(option: Option): string {
  const { type, help } = option;
  if (type === "flag") return help;
  if (type === "choice") return `<${option.choices.join("|")}> ${help}`;
  const choices = type === "list" && option.choices !== undefined ? ` Some of ${option.choices.join(", ")}.` : "";
  return `<${option.value ?? "value"}> ${help}${choices}`;
}

interface Outcome {
  /** Help or version, if one was asked for. */
  readonly text: string;
  readonly problem?: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** With a callback, yargs neither prints nor exits. */
function parse(parser: Argv, args: readonly string[]): Outcome {
  let outcome: Outcome = { text: "", values: {} };
  parser.parseSync(args, {}, (failure, values, text) => {
    outcome =
      failure === undefined || failure === null ? { text, values } : { text: "", values: {}, problem: failure.message };
  });
  return outcome;
}
