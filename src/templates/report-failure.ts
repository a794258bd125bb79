import { at } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import type { TemplateFailure } from "../rendering/engine.js";
import { placeIn } from "./contract/place-in.js";
import type { OwnTemplates } from "./own-request.js";

/** Reports that a template could not be compiled or printed. Throws the failure if it is none of these templates. */
export function reportFailure(failure: TemplateFailure, templates: OwnTemplates, report: Report): void {
  const { template, reason, at: place } = failure;
  const source = templates.get(template);
  if (source === undefined) throw failure;
  report.add("template-failed", place === undefined ? at(source, 0) : placeIn(source, place), { name: template, reason });
}
