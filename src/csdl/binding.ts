import type { At } from "../diagnostics/position.js";
import type { Operation } from "../edm/elements.js";
import type { QualifiedName } from "../edm/names.js";
import type { Reading } from "./reading.js";

interface ReadParameters {
  readonly kind: Operation["kind"];
  readonly name: QualifiedName;
  readonly at: At;
  readonly bound: boolean | undefined;
  /** How many parameters the document has, and how many of them have a name that can be used. */
  readonly written: number;
  readonly read: number;
}

/**
 * Whether an operation has all of its parameters: without one it would be another operation, so it is left out. Reports
 * that, and a bound operation that has none, since the first one is the binding parameter (CSDL 4.01 §12.5).
 */
export function hasItsParameters(
  { kind, name, at, bound, written, read }: ReadParameters,
  { report }: Reading,
): boolean {
  if (bound === true && written === 0)
    report.add("missing-element", at, { element: `A bound ${kind}`, child: "a Parameter, whose type it is bound to" });
  if (read < written) report.add("operation-left-out", at, { name });
  return read === written;
}
