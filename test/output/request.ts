import { join } from "node:path";
import { Report } from "../../src/diagnostics/report.js";
import { checkOutput } from "../../src/output/check-output.js";
import type { OutputRequest } from "../../src/output/output-request.js";
import { writeOutput } from "../../src/output/write-output.js";

/** A request to write files into the folder `out` of a working folder. */
export function request(
  cwd: string,
  files: Readonly<Record<string, string>>,
  more: Partial<OutputRequest> = {},
): OutputRequest {
  return {
    folder: "out",
    cwd,
    inputs: [join(cwd, "schemas/metadata.xml")],
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
    toolVersion: "0.1.0",
    ...more,
  };
}

export async function write(wanted: OutputRequest, signal?: AbortSignal) {
  const report = new Report();
  const result = await writeOutput(wanted, report, signal && { signal });
  const said = report.diagnostics.map(({ code, place }) => ({ code, place }));
  return { result, said, messages: report.diagnostics.map(({ message }) => message) };
}

export async function check(wanted: OutputRequest) {
  const report = new Report();
  const differences = await checkOutput(wanted, report);
  return { differences, codes: report.diagnostics.map(({ code }) => code) };
}
