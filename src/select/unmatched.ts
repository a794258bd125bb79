/** Reports patterns that match nothing, with the nearest path or name that would match. */
import { nearest } from "../diagnostics/near.js";
import type { Report } from "../diagnostics/report.js";
import { isOperation, isType, type Model, type Resource } from "../edm/model.js";
import { simpleNameOf } from "../edm/names.js";
import { fitsStep } from "./path-state.js";
import { placeOf, type NamePattern, type PathPattern, type Pattern } from "./pattern.js";
import { namesOf, stepsFrom } from "./resources.js";

export function reportUnmatched(
  patterns: readonly Pattern[],
  option: "--include" | "--exclude",
  fitting: ReadonlySet<Pattern>,
  model: Model,
  report: Report,
): void {
  for (const pattern of patterns) {
    if (fitting.has(pattern)) continue;
    const near = nearOf(pattern, model);
    report.add("pattern-unmatched", placeOf(option, pattern.text), { pattern: pattern.text, near });
  }
}

/** Reports that nothing is selected, by included patterns or, without any, after the excluded ones. */
export function reportEmpty(
  patterns: readonly Pattern[],
  option: "--include" | "--exclude",
  fitting: ReadonlySet<Pattern>,
  model: Model,
  report: Report,
): void {
  const [first] = patterns;
  if (first === undefined) return;
  const unmatched = patterns.filter((pattern) => option === "--include" && !fitting.has(pattern));
  const near = new Set(unmatched.flatMap((pattern) => nearOf(pattern, model) ?? []));
  const given = { option, patterns: patterns.map(({ text }) => text), unmatched: unmatched.length, near: [...near] };
  report.add("selection-empty", placeOf(option, first.text), given);
}

function nearOf(pattern: Pattern, model: Model): string | undefined {
  return pattern.kind === "path" ? nearPath(pattern, model) : nearName(pattern, model);
}

/** The path with its first unmatched segment replaced by the nearest name. */
function nearPath({ text, segments }: PathPattern, model: Model): string | undefined {
  let resources: readonly (Resource | undefined)[] = [undefined];
  for (const [index, segment] of segments.entries()) {
    if (segment.kind === "any") return undefined;
    const steps = resources.flatMap((resource) => stepsFrom(resource, model));
    const fitting = steps.filter((step) => fitsStep(segment, step));
    if (fitting.length === 0) {
      const near =
        segment.kind === "name" && !segment.glob.includes("*")
          ? nearest(segment.glob, steps.flatMap(namesOf))
          : undefined;
      return (
        near &&
        text
          .split("/")
          .with(index + 1, near)
          .join("/")
      );
    }
    resources = fitting.map(({ to }) => to);
  }
  return undefined;
}

/** The qualified form of a simple name, or the nearest name of a type, operation or container child (as a path). */
function nearName({ text, glob }: NamePattern, model: Model): string | undefined {
  if (glob.includes("*")) return undefined;
  const names = model.elements.filter((element) => isType(element) || isOperation(element)).map(({ name }) => name);
  const children = (model.container?.children ?? []).map(({ name }) => `/${name}`);
  return (
    names.find((name) => simpleNameOf(name).toLowerCase() === glob.toLowerCase()) ??
    nearest(text, [...names, ...children])
  );
}
