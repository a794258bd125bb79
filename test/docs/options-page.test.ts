/** Writes docs/options.md from the option table: every option of every command. */
import { expect, it } from "vitest";
import { commands } from "../../src/cli/commands.js";
import type { Command } from "../../src/cli/command.js";
import { commonOptions } from "../../src/config/options/common.js";
import { generateOptions } from "../../src/config/options/generate.js";
import { flagOf, type Option, type OptionTable } from "../../src/config/options/option.js";
import { root } from "./page-blocks.js";

const intro = `# Options

Every option of every command. On the command line it is a flag, such as \`--import-extension none\`; where "config" has a ✔, a service of the [config file](ci.md) may set it by the name in the second column: \`"importExtension": "none"\`. A flag takes the place of what the config file sets.

\`odata-codegen --help\` lists the commands, and \`odata-codegen generate --help\` the options of one. \`odata-codegen completion\` prints a script that completes both in bash, zsh and fish. Exit status: 0 done, 1 errors in the input or a check that found something, 2 wrong usage. Messages have the form \`path:line:col - severity code: text\`; [every code](diagnostics.md) is documented.

A test writes this page from the table that the command line, the config file and its checks are made of.
`;

/** What a flag takes. */
function valueOf(option: Option): string {
  if (option.type === "flag") return "";
  const choices = "choices" in option ? (option.choices ?? []).map((choice) => `\`${choice}\``).join(", ") : "";
  if (option.type === "count") return "number";
  const value = option.type === "map" ? "key=value" : (option.value ?? "text");
  const text = choices === "" ? value : choices;
  return option.type === "list" ? `list: ${text}` : text;
}

function defaultOf(option: Option): string {
  if (!("default" in option) || option.default === false) return "";
  const { default: value } = option;
  const text = Array.isArray(value) ? value.join(",") : typeof value === "string" ? value : "";
  return text === "" ? "" : `\`${text}\``;
}

function row(name: string, option: Option, hasConfig: boolean): string {
  const flag = option.alias === undefined ? flagOf(name) : `${flagOf(name)}\`, \`-${option.alias}`;
  const config = hasConfig ? [option.inConfig === true ? `✔ \`${name}\`` : ""] : [];
  const help = option.help.replaceAll(/[*|]/g, (character) => `\\${character}`).replaceAll("<", "&lt;");
  return `| ${[`\`${flag}\``, ...config, valueOf(option), defaultOf(option), help].join(" | ")} |\n`;
}

function table(options: OptionTable, hasConfig = false): string {
  const rows = Object.entries(options).map(([name, option]) => row(name, option, hasConfig));
  const head = hasConfig
    ? "| flag | config | value | default | |\n|:--|:--|:--|:--|:--|\n"
    : "| flag | value | default | |\n|:--|:--|:--|:--|\n";
  return rows.length === 0 ? "" : `\n${head}${rows.join("")}`;
}

function section([name, { usage, summary, options }]: readonly [string, Command]): string {
  const own = Object.entries(options).filter(([option]) => !(option in commonOptions));
  const isGenerate = name === "generate";
  return `\n## ${name}\n\n\`odata-codegen ${name} ${usage}\`\n\n${summary}\n${table(Object.fromEntries(own), isGenerate)}`;
}

it("docs/options.md has every option of every command (npx vitest run test/docs --update writes it)", async () => {
  const flags = Object.keys(generateOptions).map(flagOf);
  const common = `\n## All commands\n${table(commonOptions)}`;
  const page = `${intro}${[...commands].map(section).join("")}${common}`;
  expect(flags.filter((flag) => !page.includes(`\`${flag}\``))).toEqual([]);
  await expect(page).toMatchFileSnapshot(`${root}docs/options.md`);
});
