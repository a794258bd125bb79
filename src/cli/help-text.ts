import { flagOf, type Option } from "../config/options.js";
import type { Command, OptionTable } from "./command.js";
import { defaultOf } from "./option-values.js";

const TOOL = "odata-codegen";

const MAX_WIDTH = 110;

/** The options that every command line may end with. */
export const builtInOptions = {
  help: { type: "flag", alias: "h", default: false, inConfig: false, help: "Print this help." },
  version: { type: "flag", default: false, inConfig: false, help: "Print the version." },
} as const satisfies OptionTable;

/** What the tool is for, and its commands. */
export function toolHelp(commands: ReadonlyMap<string, Command>, columns: number): string {
  const listed = [...commands].map(([name, { usage, summary }]): Row => [
    `${TOOL} ${name} ${usage.split(" -", 1)[0]}`,
    summary,
  ]);
  return printed(columns, [
    `${TOOL} <command>`,
    "TypeScript types, validators and a client from OData CSDL or Microsoft Graph reference pages.",
    { title: "Commands:", rows: listed },
    { title: "Options:", rows: optionRows(builtInOptions) },
    `Each command has its own help: ${TOOL} generate --help`,
  ]);
}

/** How a command is called, with all its options. */
export function commandHelp(name: string, { usage, summary, options, examples }: Command, columns: number): string {
  return printed(columns, [
    `${TOOL} ${name} ${usage}`,
    summary,
    { title: "Options:", rows: optionRows({ ...builtInOptions, ...options }) },
    { title: "Examples:", rows: examples.map(([line, does]): Row => [`${TOOL} ${line}`, does]) },
  ]);
}

function optionRows(options: OptionTable): readonly Row[] {
  return Object.entries(options).map(([name, option]) => {
    const short = option.alias === undefined ? "    " : `-${option.alias}, `;
    const shown = defaultOf(name, option);
    const standard = shown === undefined ? "" : ` [default: ${shown}]`;
    return [`${short}${flagOf(name)}${placeholder(option)}`, `${option.help}${choices(option)}${standard}`];
  });
}

function placeholder(option: Option): string {
  if (option.type === "flag") return "";
  return option.type === "choice" ? ` <${option.choices.join("|")}>` : ` <${option.value ?? "value"}>`;
}

function choices(option: Option): string {
  return option.type === "list" && option.choices !== undefined ? ` Some of ${option.choices.join(", ")}.` : "";
}

type Row = readonly [left: string, right: string];

/** A paragraph, or a table of two columns below its title. */
type Block = string | { readonly title: string; readonly rows: readonly Row[] };

function printed(columns: number, blocks: readonly Block[]): string {
  const width = Math.min(columns, MAX_WIDTH);
  return blocks
    .map((block) => (typeof block === "string" ? wrapped(block, width).join("\n") : table(block, width)))
    .join("\n\n");
}

const MARGIN = "  ";

function table({ title, rows }: Exclude<Block, string>, width: number): string {
  const left = Math.max(...rows.map(([text]) => text.length)) + MARGIN.length;
  const room = width - MARGIN.length - left;
  const lines = rows.flatMap(([text, right]) =>
    wrapped(right, room).map((line, i) => `${MARGIN}${(i === 0 ? text : "").padEnd(left)}${line}`),
  );
  return [title, ...lines].join("\n");
}

/** Lines of at most so many characters, unless one word is longer. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
