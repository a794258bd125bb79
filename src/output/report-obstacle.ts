import type { Report } from "../diagnostics/report.js";
import type { Found } from "./disk/output-io.js";
import type { OutputFolder } from "./folder-rules.js";

/** An entry of the output folder that is not of the wanted kind. */
export interface Obstacle {
  /** Relative to the output folder. */
  readonly path: string;
  readonly found: Exclude<Found, "missing">;
  readonly wanted: "file" | "folder";
}

export function reportObstacle(
  { path, found, wanted }: Obstacle,
  { name }: Pick<OutputFolder, "name">,
  report: Report,
): void {
  const shown = `${name}/${path}`;
  if (found === "link") report.add("output-is-link", { path: shown }, { path: shown });
  else report.add("output-in-the-way", { path: shown }, { path: shown, found: describe(found), wanted });
}

function describe(found: "file" | "folder" | "special"): string {
  return found === "special" ? "pipe, device or socket" : found;
}
