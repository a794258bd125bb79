import type { Report } from "../diagnostics/report.js";
import { builtInTemplates } from "../rendering/built-in-templates.js";
import { evaluate, precompile } from "../rendering/compile-templates.js";
import { TemplateFailure, type Specifications } from "../rendering/engine.js";
import { templateTexts, viewTypeOf } from "../rendering/template-texts.js";
import { documentedViews } from "../views/documented/registry.js";
import { checkOverlay, checkUnused } from "./check-overlay.js";
import { type CheckedTemplate, checkTemplates } from "./contract/check-templates.js";
import { withUnixLineEnds } from "./origin.js";
import type { OwnArtifact, OwnTemplates, OwnTexts } from "./own-request.js";
import { reportFailure } from "./report-failure.js";

/** Templates that are sound, compiled. */
export interface CompiledOwn {
  /** The built-in ones, some of them replaced. */
  readonly specifications: Specifications;
  readonly artifacts: readonly (OwnArtifact & { readonly specifications: Specifications })[];
}

/** Checks templates against their views, and compiles them. Undefined, with errors, if one has a fault. */
export function compileOwn({ overlay, artifacts }: OwnTexts, report: Report): CompiledOwn | undefined {
  if (overlay.size > 0) checkOverlayTemplates(overlay, report);
  for (const artifact of artifacts) checkArtifact(artifact, report);
  if (report.failed) return undefined;
  const specifications = { ...builtInTemplates, ...compiled(overlay, report) };
  const compiledArtifacts = artifacts.map((one) => ({ ...one, specifications: compiled(one.templates, report) }));
  return report.failed ? undefined : { specifications, artifacts: compiledArtifacts };
}

function checkOverlayTemplates(overlay: OwnTemplates, report: Report): void {
  const builtIn = templateTexts();
  const own = [...overlay].map(([name, source]): readonly [string, CheckedTemplate] => {
    const original = builtIn.get(name);
    const given = original === undefined ? [] : [viewTypeOf(original.text) ?? "unknown"];
    return [name, { text: source.text, source, given }];
  });
  checkTemplates(new Map<string, CheckedTemplate>([...builtIn, ...own]), report);
  checkOverlay(overlay, builtIn, report);
  checkUnused(overlay, builtIn.keys(), report);
}

function checkArtifact({ view, files, templates }: OwnArtifact, report: Report): void {
  const { type, parts } = documentedViews[view];
  const checked = [...templates].map(([name, source]): readonly [string, CheckedTemplate] => {
    const uses = files.filter(({ template }) => template === name);
    const given = uses.flatMap(({ each }) => (each === undefined ? type : (Object.entries(parts).find(([part]) => part === each)?.[1].type ?? [])));
    return [name, { text: source.text, source, given }];
  });
  checkTemplates(new Map(checked), report);
  checkUnused(templates, files.map(({ template }) => template), report);
}

function compiled(templates: OwnTemplates, report: Report): Specifications {
  const texts = [...templates].map(([name, { text }]) => [name, withUnixLineEnds(text)] as const);
  try {
    return evaluate(precompile(new Map(texts)));
  } catch (failure) {
    if (!(failure instanceof TemplateFailure)) throw failure;
    reportFailure(failure, templates, report);
    return {};
  }
}
