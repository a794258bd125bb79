/** Says which patterns fit nothing, and what was probably meant. */
import { nearest } from "../diagnostics/near.js";
import type { Report } from "../diagnostics/report.js";
import { isOperation, isType, type Model, type Resource } from "../edm/model.js";
import { simpleNameOf } from "../edm/names.js";
import { fitsStep } from "./path-state.js";
import { placeOf, type NamePattern, type PathPattern, type Pattern } from "./pattern.js";
import { namesOf, stepsFrom } from "./steps.js";

export function reportUnmatched(
  patterns: readonly Pattern[],
  option: "--include" | "--exclude",
  fitting: ReadonlySet<Pattern>,
  model: Model,
  report: Report,
): void {
  for (const pattern of patterns) {
    if (fitting.has(pattern)) continue;
    const near = pattern.kind === "path" ? nearPath(pattern, model) : nearName(pattern, model);
    report.add("pattern-unmatched", placeOf(option, pattern.text), { pattern: pattern.text, near });
  }
}

/** The path with the first segment that leads nowhere replaced by the nearest that does. */
function nearPath({ text, segments }: PathPattern, model: Model): string | undefined {
  let places: readonly (Resource | undefined)[] = [undefined];
  for (const [index, segment] of segments.entries()) {
    if (segment.kind === "any") return undefined;
    const steps = places.flatMap((place) => stepsFrom(place, model));
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
    places = fitting.map(({ to }) => to);
  }
  return undefined;
}

/** A name without its namespace, or with a slip; a word may also be meant as a path. */
function nearName({ text, glob }: NamePattern, model: Model): string | undefined {
  if (glob.includes("*")) return undefined;
  const names = model.elements.filter((element) => isType(element) || isOperation(element)).map(({ name }) => name);
  const children = (model.container?.children ?? []).map(({ name }) => `/${name}`);
  return (
    names.find((name) => simpleNameOf(name).toLowerCase() === glob.toLowerCase()) ??
    nearest(text, [...names, ...children])
  );
}
