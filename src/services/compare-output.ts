import { resolve } from "node:path";
import { pathName } from "../diagnostics/path-name.js";
import type { Report } from "../diagnostics/report.js";
import { checkOutput } from "../output/check-output.js";
import { manifestName } from "../output/manifest.js";
import type { OutputRequest } from "../output/output-request.js";

/** Reports each file that is out of date. Undefined if the folder cannot be compared. */
export async function compareOutput(
  output: OutputRequest,
  report: Report,
): Promise<"compared" | "outdated" | undefined> {
  const { folder, cwd } = output;
  const nameOf = (path: string) => pathName(resolve(cwd, folder, path), folder, cwd);
  const differences = await checkOutput(output, report);
  if (report.failed) return undefined;
  const lacksManifest = differences.some(({ path, state }) => path === manifestName && state === "missing");
  if (lacksManifest && differences.length > 1) {
    const files = differences.map(({ path }) => path).filter((path) => path !== manifestName);
    report.add("output-absent", { path: nameOf("") }, { path: nameOf(""), manifest: manifestName, files });
  } else {
    for (const { path, state } of differences)
      report.add("output-outdated", { path: nameOf(path) }, { path: nameOf(path), state });
  }
  return differences.length > 0 ? "outdated" : "compared";
}
