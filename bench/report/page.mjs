import { milliseconds } from "./figures.mjs";

/**
 * One part of the page.
 *
 * @typedef {{
 *   title: string,
 *   text: string,
 *   head: readonly string[],
 *   rows: readonly (readonly string[])[],
 *   budgets: readonly import("./budget.mjs").Budget[],
 * }} Section
 */

/** The page as markdown: the budgets of all parts, then the parts with what was measured. */
export function page(sections, machine) {
  return `${[
    "# Benchmarks",
    introduction(machine),
    budgetTable(sections.flatMap(({ budgets }) => budgets)),
    ...sections.map(section),
  ].join("\n\n")}\n`;
}

/** @param {Section} section */
export function section({ title, text, head, rows }) {
  return `## ${title}\n\n${text}\n\n${table(head, rows)}`;
}

export function budgetTable(budgets) {
  if (budgets.length === 0) return "";
  const rows = budgets.map(({ what, limit, measured, holds }) => [what, limit, measured, holds ? "yes" : "**no**"]);
  return table(["what", "budget", "measured", "holds"], rows);
}

function introduction({ cores, node, platform, start, complete }) {
  const counted = complete
    ? ""
    : " There was no GNU time, so only Node processes are counted: the figures of TypeScript 7 are too low.";
  return `Made by \`npm run bench\`, which installs what it compares with into \`bench/\` and writes this page; \
\`npm run bench -- --only a,f\` prints some parts and writes nothing.

Measured with Node ${node} on ${platform} with ${cores} cores that other work shared: the seconds are noisy, the ratios \
less so, since what is compared ran in turns. CPU is user and system time of whole processes, their children included; \
the figures are medians. In this run \`node -e 0\` took ${milliseconds(start)} of CPU. Budgets are sizes, or ratios to \
what ran in turns with ours.${counted}`;
}

function table(head, rows) {
  const lines = [head, head.map(() => "---"), ...rows.map((row) => row.map(cell))];
  return lines.map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function cell(text) {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
