import { flagOf, type OptionTable } from "../config/options/option.js";
import { nearest } from "../diagnostics/near.js";
import type { Report } from "../diagnostics/report.js";
import type { Command } from "./command.js";
import { commandLine, optionValues } from "./option-values.js";
import { builtInOptions, completionCommand, type ParsedOptions, parseLine } from "./program.js";

/** What a command line requests: a text to print, or a command to start. */
export type CommandRequest =
  | { readonly state: "print"; readonly text: string }
  | {
      readonly state: "start";
      readonly command: Command;
      readonly args: readonly string[];
      /** The given options by name. */
      readonly values: Readonly<Record<string, unknown>>;
    };

/** Parses a command line. Undefined, with an error, if it does not begin with a command; wrong options are errors too. */
export function parseCommandLine(
  args: readonly string[],
  commands: ReadonlyMap<string, Command>,
  columns: number | undefined,
  report: Report,
): CommandRequest | undefined {
  const { words, options, text, refusal } = parseLine(args, commands, columns);
  if (text !== undefined) return { state: "print", text };
  const [name = ""] = args;
  const command = commands.get(name);
  if (command === undefined) {
    refuseCommand(name, [...commands.keys(), completionCommand], refusal, report);
    return undefined;
  }
  const table = { ...command.options, ...builtInOptions };
  const known = knownOptions(name, table, asWritten(options, args), report);
  checkFlags(table, args, report);
  const values = optionValues(table, known, report);
  if (refusal !== undefined && !report.failed) report.add("usage-refused", commandLine, { problem: refusal });
  return { state: "start", command, args: words.slice(1), values };
}

const NO_SHELL = `${completionCommand} takes no argument: the shell is that of $SHELL`;

function refuseCommand(name: string, commands: readonly string[], refusal: string | undefined, report: Report): void {
  if (name === "" || name.startsWith("-")) report.add("usage-no-command", commandLine, { commands });
  else if (name === completionCommand) report.add("usage-refused", commandLine, { problem: NO_SHELL });
  else {
    const [begun, ...others] = commands.filter((command) => command.startsWith(name));
    const near = others.length === 0 && begun !== undefined ? begun : /^Did you mean (.+)\?$/.exec(refusal ?? "")?.[1];
    report.add("usage-unknown-command", commandLine, { command: name, commands, near });
  }
}

/** yargs renames `--__proto__`, which messages name as it was written. */
function asWritten(options: ParsedOptions, args: readonly string[]): ParsedOptions {
  if (!args.some((arg) => /^--(?:no-)?__proto__(?:=|$)/.test(arg))) return options;
  const named = Object.entries(options).map(([key, value]) => [key === "___proto___" ? "__proto__" : key, value]);
  return Object.fromEntries(named) as ParsedOptions; // fromEntries defines own properties, `__proto__` too
}

/** The options of the table. Each other option is reported, and `--no-x` where x is not a flag. */
function knownOptions(command: string, table: OptionTable, options: ParsedOptions, report: Report): ParsedOptions {
  const flags = new Map(Object.entries(table).map(([name, option]) => [flagOf(name), option]));
  const isKnown = ([key, value]: [string, unknown]) => {
    const option = flags.get(`--${key}`);
    const isNegated = [value].flat().includes(false);
    if (option !== undefined && (option.type === "flag" || !isNegated)) return true;
    const flag = isNegated ? `--no-${key}` : key.length === 1 ? `-${key}` : `--${key}`;
    report.add("usage-unknown-option", commandLine, { option: flag, command, near: nearest(flag, flags.keys()) });
    return false;
  };
  return Object.fromEntries(Object.entries(options).filter(isKnown));
}

/**
 * Reports flags that have a value or are repeated, neither of which is visible in the parsed options. An argument that
 * begins with a dash is always an option, never the value of the one before.
 */
function checkFlags(table: OptionTable, args: readonly string[], report: Report): void {
  const end = args.indexOf("--");
  const options = end < 0 ? args : args.slice(0, end);
  for (const [name, { type }] of Object.entries(table)) {
    if (type !== "flag") continue;
    const flag = flagOf(name);
    const value = options.find((option) => option.startsWith(`${flag}=`))?.slice(flag.length + 1);
    if (value !== undefined)
      report.add("usage-option-value", commandLine, { option: flag, expected: "no value", found: `"${value}"` });
    if (options.filter((option) => option === flag || option === `--no-${flag.slice(2)}`).length > 1)
      report.add("usage-option-twice", commandLine, { option: flag });
  }
}
