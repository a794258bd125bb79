import type { Report } from "../diagnostics/report.js";
import type { Declared } from "../edm/elements.js";
import type { Collected } from "./collect.js";
import { missingTypeReporter, type ReportMissingType } from "./names/missing-types.js";
import type { Precedence } from "./precedence.js";
import { ExternalAnnotations } from "./types/external-annotations.js";

/** What the steps of one merge share. */
export interface MergeContext {
  readonly report: Report;
  readonly precedence: Precedence;
  readonly external: ExternalAnnotations;
  /** The declarations that each element of the model is made of, by precedence. */
  readonly declarations: Map<Declared, readonly Declared[]>;
  readonly reportMissing: ReportMissingType;
  /** The name of the entity container that the user wants. */
  readonly container?: string;
}

export function createContext(
  { csdl, loaded, known }: Collected,
  precedence: Precedence,
  report: Report,
  container: string | undefined,
): MergeContext {
  return {
    report,
    precedence,
    ...(container !== undefined && { container }),
    external: new ExternalAnnotations(csdl),
    declarations: new Map(),
    reportMissing: missingTypeReporter(loaded, known, report),
  };
}

/** Copies the declarations of an element to the one that replaces it. */
export function inheritDeclarations(
  element: Declared,
  replaced: Declared,
  { declarations }: Pick<MergeContext, "declarations">,
): void {
  declarations.set(element, declarations.get(replaced) ?? [replaced]);
}
