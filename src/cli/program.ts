import yargs, { type Argv, type Options } from "yargs";
import { flagOf, type Option, type OptionTable, withDefaults } from "../config/options/option.js";
import { toolVersion } from "../installation/package.js";
import type { Command } from "./command.js";

const TOOL = "odata-codegen";

const MIN_COLUMNS = 80;
const MAX_COLUMNS = 100;

export const completionCommand = "completion";

/** The first argument when the completion script runs the tool. */
const COMPLETION_REQUEST = "--get-yargs-completions";

/** The options that every command line may have. */
export const builtInOptions = {
  help: { type: "flag", alias: "h", default: false, inConfig: false, help: "Print this help." },
  version: { type: "flag", default: false, inConfig: false, help: "Print the version." },
} as const satisfies OptionTable;

/** The options of a command line by their flag without dashes, as yargs parsed them. */
export type ParsedOptions = Readonly<Record<string, unknown>>;

export interface ParsedLine {
  /** The command and its arguments. */
  readonly words: readonly string[];
  readonly options: ParsedOptions;
  /** Help, version or completion, if requested. */
  readonly text: string | undefined;
  /** The first problem, in the words of yargs. */
  readonly refusal: string | undefined;
}

/** Ends the parsing at the first problem, or when the command is parsed: yargs would then format its help (40 ms). */
class Stop extends Error {}

/** Parses a command line with yargs, which neither prints nor exits. `columns` is the width of the terminal. */
export function parseLine(
  args: readonly string[],
  commands: ReadonlyMap<string, Command>,
  columns: number = MAX_COLUMNS,
): ParsedLine {
  let text: string | undefined;
  let refusal: string | undefined;
  const parser = toolParser(commands, Math.min(Math.max(columns, MIN_COLUMNS), MAX_COLUMNS)).fail((message) => {
    refusal = message;
    throw new Stop();
  });
  try {
    parser.parseSync(args, {}, (_failure, _argv, output) => {
      if (output !== "" || args[0] === COMPLETION_REQUEST) text = output;
    });
  } catch (failure) {
    if (!(failure instanceof Stop)) throw failure;
  }
  const { _: words, $0: _tool, ...options } = parser.parsed === false ? { _: [], $0: TOOL } : parser.parsed.argv;
  if (options["help"] === true) parser.showHelp((help) => (text = help));
  else if (options["version"] === true) text = toolVersion;
  return { words: words.map(String), options, text, refusal };
}

function toolParser(commands: ReadonlyMap<string, Command>, columns: number): Argv {
  const parser = yargs()
    .scriptName(TOOL)
    .locale("en")
    .parserConfiguration({
      "camel-case-expansion": false,
      "dot-notation": false,
      "greedy-arrays": false,
      "parse-numbers": false,
      "parse-positional-numbers": false,
      "short-option-groups": false,
      "strip-aliased": true,
    })
    .usage(
      "$0 <command>\n\nGenerates TypeScript types, validators and a client from OData CSDL and Microsoft Graph reference pages.",
    )
    // The help and version of yargs also answer to the words `help` and `version`, which may be names of inputs.
    .help(false)
    .version(false)
    .options(yargsOptions(builtInOptions))
    .epilogue("Options of a command: $0 <command> --help")
    .demandCommand(1)
    .recommendCommands()
    .strict()
    .wrap(columns)
    .exitProcess(false);
  for (const [name, command] of commands)
    parser.command(
      name,
      command.summary,
      (parser) => commandParser(parser, name, command),
      () => {
        throw new Stop();
      },
    );
  return parser.completion(
    completionCommand,
    "Print a script that completes command lines, for bash, zsh or fish ($SHELL).",
  );
}

function commandParser(parser: Argv, name: string, { usage, summary, options, examples }: Command): Argv {
  return (
    parser
      .usage(`$0 ${name} ${usage}\n\n${summary}`)
      .options(yargsOptions(options))
      .example(examples.map(([line, does]): [string, string] => [`$0 ${line}`, does]))
      // Arguments stay in `_`: yargs parses positionals a second time as options, and loses `-`.
      .strict(false)
      .strictOptions()
  );
}

function yargsOptions(table: OptionTable): Record<string, Options> {
  return Object.fromEntries(
    Object.entries(table).map(([name, option]) => [flagOf(name).slice(2), yargsOption(name, option)]),
  );
}

/** No defaults: the config file may set what the command line does not. */
function yargsOption(name: string, option: Option): Options {
  const shown = defaultOf(name, option);
  return {
    describe: option.help,
    ...(option.alias !== undefined && { alias: option.alias }),
    ...(shown !== undefined && { defaultDescription: shown }),
    ...("choices" in option && { choices: option.choices }),
    ...typeOptions(option),
  };
}

function typeOptions(option: Option): Options {
  switch (option.type) {
    case "flag":
      return { type: "boolean", nargs: 0 }; // else `--check true` has a value
    case "list":
      return { type: "string", array: true, ...(option.whole !== true && { coerce: splitAtCommas }) };
    case "map":
      return { type: "string", array: true };
    case "text":
    case "choice":
    case "count": // as a number, `--max-warnings=` is 0
      return { type: "string" };
  }
}

/** The items are texts, or false for `--no-x`. */
function splitAtCommas(items: readonly unknown[]): readonly unknown[] {
  return items.flatMap((item) => (typeof item === "string" ? item.split(",").map((text) => text.trim()) : [item]));
}

/** The default of an option in the help. */
function defaultOf(name: string, option: Option): string | undefined {
  const value: unknown = withDefaults({ [name]: option }, {})[name];
  const text = Array.isArray(value) ? value.join(",") : value;
  if (option.type === "map") return undefined;
  return text === undefined || text === false || text === "" ? undefined : String(text);
}
