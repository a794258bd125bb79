/** Changes as plain data, for chosen audiences, with positions resolved and counts. */
import type { PlaceData } from "../../diagnostics/format-json.js";
import type { At, Sources } from "../../diagnostics/position.js";
import { groupBy } from "../../edm/grouping.js";
import { compareText } from "../../edm/model.js";
import { audiences as allAudiences, type Audience, type Change, type Verdict } from "../change.js";
import { verdictOf } from "../changes-between.js";

/** What a change is to an audience: breaking, visible, or without effect, such as a change of documentation. */
export const impacts = ["breaking", "compatible", "other"] as const;

export type Impact = (typeof impacts)[number];

/** A change as plain data. Lines and columns start at 1. */
export interface ChangeData extends Omit<Change, "oldAt" | "newAt"> {
  /** Its gravest effect on the audiences of the report. */
  readonly impact: Impact;
  /** Where the old and the new model declare the element. */
  readonly old?: PlaceData;
  readonly new?: PlaceData;
}

/** The changes between two versions of one service. */
export interface ComparisonReport {
  /** Its name in the config file. */
  readonly service?: string;
  /** What was compared: the inputs of both versions. */
  readonly old: readonly string[];
  readonly new: readonly string[];
  /** The step of semantic versioning, as far as it concerns the audiences. */
  readonly verdict: Verdict;
  readonly counts: Readonly<Record<Impact, number>>;
  /** Breaking ones first, each kind by element. */
  readonly changes: readonly ChangeData[];
  /** How many changes that the counts have are not among `changes`. */
  readonly notListed: number;
}

export interface ChangesReport {
  /** Those whom the changes are listed and judged for. */
  readonly for: readonly Audience[];
  /** The gravest of all comparisons. */
  readonly verdict: Verdict;
  readonly comparisons: readonly ComparisonReport[];
}

/** What is asked for. */
export interface WantedChanges {
  readonly for: readonly Audience[];
  /** Whether changes that break nothing are only counted. */
  readonly breaking: boolean;
}

/** The names of what was compared. */
export type Compared = Pick<ComparisonReport, "service" | "old" | "new">;

export function comparisonReport(
  compared: Compared,
  changes: readonly Change[],
  sources: Sources,
  wanted: WantedChanges,
): ComparisonReport {
  const concerned = changes
    .map((change) => changeData(change, wanted.for, sources))
    .filter(({ impact }) => impact !== "other" || wanted.for.length === allAudiences.length);
  const listed = wanted.breaking ? concerned.filter(({ impact }) => impact === "breaking") : concerned;
  const count = (of: Impact) => concerned.filter(({ impact }) => impact === of).length;
  return {
    ...compared,
    verdict: concerned.length === 0 ? "none" : verdictOf(changes, wanted.for),
    counts: { breaking: count("breaking"), compatible: count("compatible"), other: count("other") },
    changes: impacts.flatMap((of) => listed.filter(({ impact }) => impact === of)),
    notListed: concerned.length - listed.length,
  };
}

export function changesReport(comparisons: readonly ComparisonReport[], audiences: readonly Audience[]): ChangesReport {
  const verdicts = ["major", "minor", "patch"] as const;
  const verdict = verdicts.find((one) => comparisons.some((comparison) => comparison.verdict === one)) ?? "none";
  return { for: audiences, verdict, comparisons };
}

function changeData({ oldAt, newAt, ...change }: Change, audiences: readonly Audience[], sources: Sources): ChangeData {
  return {
    ...change,
    impact: impactOn(audiences, change),
    ...(oldAt !== undefined && { old: placeData(oldAt, sources) }),
    ...(newAt !== undefined && { new: placeData(newAt, sources) }),
  };
}

/** The gravest effect of a change on some audiences. */
export function impactOn(audiences: readonly Audience[], { effects }: Pick<Change, "effects">): Impact {
  const felt = new Set(audiences.map((audience) => effects[audience]));
  if (felt.has("breaking")) return "breaking";
  return felt.has("compatible") ? "compatible" : "other";
}

function placeData(at: At, sources: Sources): PlaceData {
  const { source, line, column } = sources.locate(at);
  return { path: source, line, column };
}

/** The changes of one impact, by the element that they belong to: a member to its type. */
export function groupedByOwner(changes: readonly ChangeData[]): ReadonlyMap<string, readonly ChangeData[]> {
  return groupBy(changes, ({ element }) => /^.[^/]*/.exec(element)?.[0] ?? element);
}

/** How many changes of each code there are, by code, of those listed. */
export function countsByCode(changes: readonly ChangeData[]): ReadonlyMap<string, Readonly<Record<Impact, number>>> {
  const counts = new Map<string, Record<Impact, number>>();
  for (const { code, impact } of changes) {
    const count = counts.get(code) ?? { breaking: 0, compatible: 0, other: 0 };
    count[impact]++;
    counts.set(code, count);
  }
  return new Map([...counts].sort(([a, of], [b, ofB]) => ofB.breaking - of.breaking || compareText(a, b)));
}
