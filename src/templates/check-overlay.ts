import { nearest } from "../diagnostics/near.js";
import { at } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import { toolVersion } from "../installation/package.js";
import type { TemplateText } from "../rendering/template-files.js";
import { hashOf, isUnedited, originOf, withUnixLineEnds } from "./origin.js";
import type { OwnTemplates } from "./own-request.js";

/** Reports templates that replace a built-in one by the same, or by a change of one that is another by now. */
export function checkOverlay(
  overlay: OwnTemplates,
  builtIn: ReadonlyMap<string, TemplateText>,
  report: Report,
): void {
  const unchanged: string[] = [];
  for (const [name, source] of overlay) {
    const original = builtIn.get(name)?.text;
    if (original === undefined) continue;
    const origin = originOf(source.text);
    if ((origin?.text ?? withUnixLineEnds(source.text)) === original) unchanged.push(name);
    else if (origin !== undefined && origin.hash !== hashOf(original)) {
      const versions = { version: origin.version, current: toolVersion };
      report.add("template-outdated", at(source, 0), { name, ...versions, isEdited: !isUnedited(origin) });
    }
  }
  const first = overlay.get(unchanged[0] ?? "");
  if (first !== undefined) report.add("template-unchanged", at(first, 0), { names: unchanged });
}

/** Reports templates that are neither printed, as one of `used`, nor included by another. */
export function checkUnused(templates: OwnTemplates, used: Iterable<string>, report: Report): void {
  const texts = [...templates.values()].map(({ text }) => text);
  const known = [...used];
  const names = new Set(known);
  for (const text of texts)
    for (const [, name = ""] of text.matchAll(/\{\{~?\s*>\s*([^\s}~]+)/g)) names.add(name);
  for (const [name, source] of templates)
    if (!names.has(name)) report.add("template-unused", at(source, 0), { name, near: nearest(name, known) });
}
