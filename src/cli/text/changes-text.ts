import { printable } from "../../diagnostics/format-text.js";
import type { Audience } from "../../changes/change.js";
import {
  type ChangeData,
  type ChangesReport,
  type ComparisonReport,
  groupedByOwner,
  type Impact,
  impacts,
} from "../../changes/report/changes-report.js";
import { placeText } from "./audit-text.js";
import { counted, paint } from "./style.js";

const titles: Readonly<Record<Impact, string>> = {
  breaking: "Breaking changes",
  compatible: "Compatible changes",
  other: "Changes without effect on programs",
};

/** For each service the changes by element, breaking ones first, and as the last line their counts and the verdict. */
export function changesText(report: ChangesReport, color: boolean): string {
  return report.comparisons.map((comparison) => comparisonText(comparison, report.for, color)).join("\n");
}

function comparisonText(comparison: ComparisonReport, audiences: readonly Audience[], color: boolean): string {
  const sections = impacts.flatMap((impact) => {
    const changes = comparison.changes.filter((change) => change.impact === impact);
    return changes.length === 0 ? [] : [sectionText(impact, changes, audiences, color)];
  });
  return [
    `${paint("bold", comparedText(comparison), color)}\n`,
    ...sections,
    `${totalsLine(comparison, color)}\n`,
  ].join("\n");
}

/** `people: git:HEAD:schemas/people.xml → schemas/people.xml` */
export function comparedText({ service, old, new: now }: ComparisonReport): string {
  const name = service === undefined ? "" : `${service}: `;
  return printable(`${name}${old.join(", ")} → ${now.join(", ")}`);
}

function sectionText(
  impact: Impact,
  changes: readonly ChangeData[],
  audiences: readonly Audience[],
  color: boolean,
): string {
  const title = paint(impact === "breaking" ? "red" : "bold", titles[impact], color);
  const groups = [...groupedByOwner(changes)].map(([owner, ofOwner]) =>
    [`  ${printable(owner)}`, ...ofOwner.flatMap((change) => changeLines(change, audiences, color))].join("\n"),
  );
  return `${title}\n\n${groups.join("\n")}\n`;
}

function changeLines(change: ChangeData, audiences: readonly Audience[], color: boolean): readonly string[] {
  const { code, message, before, after } = change;
  const place = change.new ?? change.old;
  const at = place === undefined ? "" : `  ${paint("gray", placeText(place), color)}`;
  const values = [before, after].filter((value) => value !== undefined).join(" → ");
  return [
    `    ${code}  ${printable(message)}${at}`,
    ...(values === "" ? [] : [`      ${printable(values)}`]),
    ...brokenBy(change, audiences).map((line) => `      ${printable(line)}`),
  ];
}

/** `breaks source: the type of what is created requires it` for each audience that a change breaks. */
function brokenBy({ effects, reasons }: ChangeData, audiences: readonly Audience[]): readonly string[] {
  const broken = audiences.filter((audience) => effects[audience] === "breaking");
  const plain = broken.filter((audience) => reasons?.[audience] === undefined);
  return [
    ...(plain.length === 0 ? [] : [`breaks ${plain.join(", ")}`]),
    ...broken.flatMap((audience) => (plain.includes(audience) ? [] : [`breaks ${audience}: ${reasons?.[audience]}`])),
  ];
}

function totalsLine(comparison: ComparisonReport, color: boolean): string {
  const { verdict } = comparison;
  return `${paint(verdict === "major" ? "red" : "green", verdict, color)}: ${totalsText(comparison)}`;
}

/** `3 breaking changes, 12 compatible changes, 1 change without effect, 13 of them not listed`, or `no changes` */
export function totalsText({ counts, notListed }: Pick<ComparisonReport, "counts" | "notListed">): string {
  const { breaking, compatible, other } = counts;
  const parts = [
    ...(breaking > 0 ? [counted(breaking, "breaking change")] : []),
    ...(compatible > 0 ? [counted(compatible, "compatible change")] : []),
    ...(other > 0 ? [`${counted(other, "change")} without effect`] : []),
    ...(notListed > 0 ? [`${notListed} of them not listed`] : []),
  ];
  return parts.length === 0 ? "no changes" : parts.join(", ");
}
