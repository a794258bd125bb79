import { parseArgs } from "node:util";
import { flagOf, type Option } from "../config/options.js";
import { nearest } from "../diagnostics/near.js";
import type { Report } from "../diagnostics/report.js";
import { toolVersion } from "../installation/package.js";
import type { Command, OptionTable } from "./command.js";
import { builtInOptions, commandHelp, toolHelp } from "./help-text.js";
import { commandLine, expected } from "./option-values.js";

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
  if (name === "--help" || name === "-h") return { state: "print", text: toolHelp(commands, columns) };
  if (name === "--version") return { state: "print", text: toolVersion };
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
  const flags = flagsOf({ ...command.options, ...builtInOptions });
  const { tokens } = parseArgs({ args: [...args], options: known(flags), strict: false, tokens: true });
  const given = new Map<string, unknown[]>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const value = valueOf(token, args[token.index] ?? "", flags, { command: name, report });
    const key = token.name.slice(value === false ? "no-".length : 0);
    if (value !== undefined) given.set(key, [...(given.get(key) ?? []), value]);
  }
  if (report.failed) return undefined;
  if (given.has("help")) return { state: "print", text: commandHelp(name, command, columns) };
  if (given.has("version")) return { state: "print", text: toolVersion };
  // An option that is given twice is a list, which those who want one value refuse.
  const values = Object.fromEntries([...given].map(([key, all]) => [key, all.length === 1 ? all[0] : all]));
  return {
    state: "start",
    command,
    args: tokens.flatMap((token) => (token.kind === "positional" ? token.value : [])),
    values,
  };
}

/** Options by their flag without dashes. */
type Flags = ReadonlyMap<string, Option>;

function flagsOf(options: OptionTable): Flags {
  return new Map(Object.entries(options).map(([name, option]) => [flagOf(name).slice(2), option]));
}

function known(flags: Flags) {
  return Object.fromEntries(
    [...flags].map(([flag, { type, alias }]) => [
      flag,
      {
        type: type === "flag" ? ("boolean" as const) : ("string" as const),
        ...(alias !== undefined && { short: alias }),
      },
    ]),
  );
}

interface OptionToken {
  readonly name: string;
  /** As it is written, with its dashes. */
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

/**
 * What an option is given: a text, or for a flag whether it is on; undefined, with an error, when it is not as it has
 * to be. `argument` is what stands on the command line.
 */
function valueOf(
  { name, rawName: option, value: found, inlineValue }: OptionToken,
  argument: string,
  flags: Flags,
  { command, report }: { readonly command: string; readonly report: Report },
): string | boolean | undefined {
  const isNegated = !flags.has(name) && name.startsWith("no-") && flags.get(name.slice(3))?.type === "flag";
  const known = isNegated ? flags.get(name.slice(3)) : flags.get(name);
  if (known === undefined) {
    // The parser takes `-xyz` for three options of one letter.
    const written = argument.split("=", 1)[0] ?? option;
    const near = nearest(
      written,
      [...flags.keys()].map((flag) => `--${flag}`),
    );
    report.add("usage-unknown-option", commandLine, { option: written, command, near });
    return undefined;
  }
  // And it gives `-o=out` the value `=out`.
  const value = option.startsWith("--") || inlineValue !== true ? found : found?.replace(/^=/, "");
  const takesValue = known.type !== "flag";
  // `-o --check`: it takes what comes next for the value, whatever that is.
  const isNext = value !== undefined && value !== "-" && value.startsWith("-") && inlineValue !== true;
  if (takesValue !== (value !== undefined && !isNext)) {
    const what = takesValue ? "nothing" : `"${value}"`;
    report.add("usage-option-value", commandLine, { option, expected: expected(known), found: what });
    return undefined;
  }
  return takesValue ? value : !isNegated;
}
