import { changeCodes } from "../../changes/codes.js";
import type { Audience } from "../../changes/change.js";
import {
  type ChangeData,
  type ChangesReport,
  type ComparisonReport,
  countsByCode,
} from "../../changes/report/changes-report.js";
import { type Block, fitBlocks } from "./blocks.js";
import { totalsText } from "./changes-text.js";
import { placeText } from "./audit-text.js";
import { code, prose } from "./markdown.js";
import { counted } from "./style.js";

/** The size of the longest comment that GitHub takes, in characters. */
export const commentLimit = 65_536;

/** Longer texts of a cell are cut. */
const CELL = 300;

/**
 * The changes as a comment for a pull request: the verdict, the counts by code, breaking changes in a table, and the
 * others folded. What a comment has no room for is counted, breaking changes last.
 */
export function changesMarkdown(report: ChangesReport): string {
  const blocks = report.comparisons.flatMap((comparison) => comparisonBlocks(comparison, report.for));
  const title = `# Changes of the API: ${report.verdict}\n`;
  return fitBlocks([{ priority: 0, head: title, rows: [], tail: "", noun: "" }, ...blocks], commentLimit);
}

const columns = (effect: string) => `\n| Change | Code | ${effect} | Where |\n|:--|:--|:--|:--|\n`;

function comparisonBlocks(comparison: ComparisonReport, audiences: readonly Audience[]): readonly Block[] {
  const { service, old, new: now, changes } = comparison;
  const name = service === undefined ? "" : `## ${prose(cut(service))}\n\n`;
  const compared = `${old.map(shown).join(", ")} → ${now.map(shown).join(", ")}`;
  const head = `\n${name}${compared}: ${totalsText(comparison)}.\n`;
  const breaking = changes.filter(({ impact }) => impact === "breaking");
  const others = changes.filter(({ impact }) => impact !== "breaking");
  return [
    { priority: 1, head, rows: [], tail: "", noun: "" },
    summaryBlock(changes),
    {
      priority: 2,
      head: `\n**Breaking changes**\n${columns("Breaks")}`,
      rows: breaking.map((change) => row(change, brokenText(change, audiences))),
      tail: "",
      noun: "breaking change",
    },
    {
      priority: 4,
      head: `\n<details><summary>${counted(others.length, "other change")}</summary>\n${columns("Effect")}`,
      rows: others.map((change) => row(change, change.impact === "compatible" ? "compatible" : "none")),
      tail: "\n</details>\n",
      noun: "other change",
    },
  ].filter(({ priority, rows }) => priority === 1 || rows.length > 0);
}

function summaryBlock(changes: readonly ChangeData[]): Block {
  const rows = [...countsByCode(changes)].map(([name, { breaking, compatible, other }]) => {
    const meaning = changeCodes[name as keyof typeof changeCodes];
    return `| \`${name}\` | ${prose(meaning)} | ${[breaking, compatible, other].map((count) => count || "").join(" | ")} |\n`;
  });
  const head = "\n| Code | What it is | Breaking | Compatible | No effect |\n|:--|:--|--:|--:|--:|\n";
  return { priority: 3, head, rows, tail: "", noun: "code" };
}

function row(change: ChangeData, effect: string): string {
  const place = change.new ?? change.old;
  const where = place === undefined ? "" : shown(placeText(place));
  return `| ${messageText(change)} | \`${change.code}\` | ${effect} | ${where} |\n`;
}

/** The message, with the element as code. */
function messageText({ element, message }: ChangeData): string {
  const at = message.indexOf(element);
  if (at < 0) return `${shown(element)}: ${marked(message)}`;
  return `${marked(message.slice(0, at))}${shown(element)}${marked(message.slice(at + element.length))}`;
}

/** The audiences that a change breaks, with the reasons. */
function brokenText({ effects, reasons }: ChangeData, audiences: readonly Audience[]): string {
  return audiences
    .filter((audience) => effects[audience] === "breaking")
    .map((audience) => {
      const reason = reasons?.[audience];
      return reason === undefined ? audience : `${audience}: ${marked(reason)}`;
    })
    .join("<br>");
}

/** Text in which code stands between backticks. */
function marked(text: string): string {
  return cut(text)
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? code(part) : prose(part)))
    .join("");
}

function shown(text: string): string {
  return code(cut(text));
}

function cut(text: string): string {
  if (text.length <= CELL) return text;
  return `${text.slice(0, CELL - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
