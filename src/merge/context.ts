import type { Report } from "../diagnostics/report.js";
import type { Annotation } from "../edm/annotations.js";
import type { Declared } from "../edm/elements.js";
import type { QualifiedName } from "../edm/names.js";
import { ExternalAnnotations } from "./types/annotations.js";
import type { Collected } from "./claims.js";
import { missingTypeReporter } from "./names/missing-types.js";
import { knownSegments, type PathSegment } from "./paths/path-segments.js";
import type { Weighing } from "./weight.js";

/** What the parts of merge share. */
export interface MergeContext {
  readonly report: Report;
  readonly weigh: Weighing;
  /** Remembers what sources said of an element of the model, the winner first. */
  declare(element: Declared, said: readonly Declared[]): void;
  /** What was remembered of an element. */
  declared(element: Declared): readonly Declared[];
  /** Hands out the external annotations of an element, or of what has the given name in it, once. */
  external(element: string, within?: string): readonly Annotation[];
  /** The segments of a path template. */
  segmentsOf(template: string): readonly PathSegment[];
  /** Says that a type which `by` refers to is missing: an error where its namespace was loaded. */
  reportMissing(type: QualifiedName, by: Declared, otherwise: "base-not-loaded" | "type-not-loaded"): void;
}

/** The context of one merge, with what it gathers on the way. */
export function createContext({ csdl, loaded, known }: Collected, weigh: Weighing, report: Report) {
  const external = new ExternalAnnotations(csdl);
  const declarations = new Map<Declared, readonly Declared[]>();
  const context: MergeContext = {
    report,
    weigh,
    declare: (element, by) => declarations.set(element, by),
    declared: (element) => declarations.get(element) ?? [element],
    external: (element, within) => external.take(element, within),
    segmentsOf: knownSegments(),
    reportMissing: missingTypeReporter(loaded, known, report),
  };
  return { context, external, declarations };
}
