import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathName } from "../../diagnostics/path-name.js";
import type { Sources } from "../../diagnostics/position.js";
import { reasonOf } from "../../diagnostics/reason-of.js";
import type { Report } from "../../diagnostics/report.js";
import { decode } from "../../sources/decode.js";
import { type ConfigValue, jsonValue } from "../../config/config-value.js";
import { type Suppression, suppressionsOf } from "../../config/suppressions.js";

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
  return suppressionsOf(list.items, report);
}
