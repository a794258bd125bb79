import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { nearest } from "../../diagnostics/near.js";
import { pathName } from "../../diagnostics/path-name.js";
import type { Sources } from "../../diagnostics/position.js";
import { reasonOf } from "../../diagnostics/reason-of.js";
import type { Place, Report } from "../../diagnostics/report.js";
import { decode } from "../../sources/decode.js";
import { type ConfigValue, jsonValue } from "../../config/config-value.js";

/** An entry of a suppression file. In `cause`, `element` and `page`, `*` matches any characters. */
export interface Suppression {
  readonly cause: string;
  /** A pattern of elements; any element if undefined. */
  readonly element?: string;
  /** A pattern of page paths as in findings; any page, or none, if undefined. */
  readonly page?: string;
  /** Why the findings are accepted. */
  readonly reason: string;
  readonly place: Place;
}

const REQUIRED = ["cause", "reason"] as const;
const KEYS: readonly string[] = [...REQUIRED, "element", "page"];

export interface SuppressionFile {
  /** The path of the file, absolute or relative to `cwd`. */
  readonly path: string;
  readonly cwd: string;
  readonly sources: Sources;
  /** Whether a missing file counts as one without entries. */
  readonly mayBeMissing: boolean;
}

/**
 * Reads the entries of a suppression file. Reports errors and returns none if it cannot be read or has a wrong format.
 */
export async function readSuppressions(
  { path, cwd, sources, mayBeMissing }: SuppressionFile,
  report: Report,
): Promise<readonly Suppression[]> {
  const absolute = resolve(cwd, path);
  const name = pathName(absolute, path, cwd);
  if (mayBeMissing && !existsSync(absolute)) return [];
  try {
    const decoded = decode(await readFile(absolute));
    if (decoded.ok)
      return suppressionsIn(jsonValue(sources.add(name, decoded.text), report, "suppressions-malformed"), report);
    report.add(
      "suppressions-unreadable",
      { path: name },
      { path: name, reason: `it is not valid ${decoded.encoding} text` },
    );
  } catch (failure) {
    report.add("suppressions-unreadable", { path: name }, { path: name, reason: reasonOf(failure) });
  }
  return [];
}

function suppressionsIn(root: ConfigValue | undefined, report: Report): readonly Suppression[] {
  if (root === undefined) return [];
  const list = root.entries?.find(({ key }) => key === "suppressions")?.value;
  if (list?.items === undefined) {
    const found = list?.shown ?? (root.entries === undefined ? root.shown : "nothing");
    const expected = root.entries === undefined ? "an object around it" : "a list";
    report.add("suppression-invalid", list?.place ?? root.place, { key: "suppressions", expected, found });
    return [];
  }
  return list.items.flatMap((item) => suppressionOf(item, report));
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
