/** Checks the templates and artifacts of a service, as a run does. */
import { formatDiagnostic } from "../../diagnostics/format-text.js";
import { Sources } from "../../diagnostics/position.js";
import { Report } from "../../diagnostics/report.js";
import { nodeIo } from "../../sources/node-io.js";
import { ownOutput } from "../../templates/own-output.js";
import type { Service } from "../services.js";
import { counted } from "../text/style.js";
import type { Check } from "./check.js";

export async function checkTemplates({ name = "", base, options }: Service, cwd: string): Promise<readonly Check[]> {
  const [sources, report] = [new Sources(), new Report()];
  const { overlay, artifacts } = await ownOutput(options, { io: nodeIo(cwd), base, sources, report });
  const about = { about: "templates", service: name };
  const found = report.diagnostics
    .filter(({ severity }) => severity !== "notice")
    .map((one): Check => {
      const state = one.severity === "error" ? "error" : "warning";
      return { ...about, state, message: formatDiagnostic(one, sources, { color: false }) };
    });
  if (found.length > 0) return found;
  const count = `${counted(overlay.size, "template")} and ${counted(artifacts.length, "artifact")}`;
  return [{ ...about, state: "ok", message: `${count} are sound` }];
}
