import { nearest } from "../diagnostics/near.js";
import type { Place, Report } from "../diagnostics/report.js";
import type { ConfigValue } from "./config-value.js";

/** Findings of `audit` that are accepted. In `cause`, `element` and `page`, `*` matches any characters. */
export interface SuppressionEntry {
  readonly cause: string;
  /** A pattern of elements; any element if undefined. */
  readonly element?: string;
  /** A pattern of page paths as in findings; any page, or none, if undefined. */
  readonly page?: string;
  /** Why the findings are accepted. */
  readonly reason: string;
}

/** An entry of the config file or of a suppression file. */
export interface Suppression extends SuppressionEntry {
  readonly place: Place;
}

const REQUIRED = ["cause", "reason"] as const;
const KEYS: readonly string[] = [...REQUIRED, "element", "page"];

/** Checks the entries of a list. Every error is reported, and entries with one are left out. */
export function suppressionsOf(items: readonly ConfigValue[], report: Report): readonly Suppression[] {
  return items.flatMap((item) => suppressionOf(item, report));
}

function suppressionOf(item: ConfigValue, report: Report): readonly Suppression[] {
  if (item.entries === undefined) {
    report.add("suppression-invalid", item.place, { key: "suppressions", expected: "objects", found: item.shown });
    return [];
  }
  const texts = new Map<string, string>();
  for (const { key, place, value } of item.entries) {
    if (!KEYS.includes(key))
      report.add("suppression-unknown-key", place, { key, allowed: KEYS, near: nearest(key, KEYS) });
    else if (typeof value.scalar !== "string" || value.scalar === "")
      report.add("suppression-invalid", value.place, { key, expected: "a string", found: value.shown });
    else texts.set(key, value.scalar);
  }
  const [cause, reason, element, page] = ["cause", "reason", "element", "page"].map((key) => texts.get(key));
  for (const key of REQUIRED)
    if (!item.entries.some((entry) => entry.key === key))
      report.add("suppression-invalid", item.place, { key, expected: "a string", found: "nothing" });
  if (cause === undefined || reason === undefined) return [];
  return [
    {
      cause,
      reason,
      place: item.place,
      ...(element !== undefined && { element }),
      ...(page !== undefined && { page }),
    },
  ];
}
