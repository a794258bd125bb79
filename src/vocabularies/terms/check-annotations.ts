import type { Report } from "../../diagnostics/report.js";
import type { Annotation } from "../../edm/annotations.js";
import type { SchemaElement } from "../../edm/elements.js";
import { partsOf } from "../../edm/find-element.js";
import { isOperation, type Model } from "../../edm/model.js";
import { judgePattern } from "../../patterns/pattern-safety.js";
import { Validation, type Annotated } from "../../edm/vocabulary.js";
import { DeclaredConstants } from "./declared-constants.js";
import { termEntry } from "./terms.js";
import { misfitOf } from "./value-shapes.js";
import { stringOf } from "../values.js";

/** Reports annotations in use whose values do not fit their terms: readers of values ignore those. */
export function checkAnnotations(model: Model, report: Report): void {
  const check = { report, constants: new DeclaredConstants(model, report) };
  for (const schema of model.schemas) {
    checkElement(schema.namespace, schema, check);
    for (const element of schema.elements)
      for (const [name, annotated] of annotatedOf(element)) checkElement(name, annotated, check);
  }
}

interface Check {
  readonly report: Report;
  readonly constants: DeclaredConstants;
}

/** An element and its parts that can be annotated, with their names for messages. */
export function annotatedOf(element: SchemaElement): readonly (readonly [string, Annotated])[] {
  return [
    [element.name, element] as const,
    ...partsOf(element).map((part) => [`${element.name}/${part.name}`, part] as const),
    ...(isOperation(element) && element.returnType !== undefined
      ? [[`${element.name}/$ReturnType`, element.returnType] as const]
      : []),
  ];
}

function checkElement(element: string, { annotations }: Annotated, check: Check): void {
  for (const annotation of annotations ?? []) {
    checkShape(element, annotation, check.report);
    check.constants.check(annotation);
    if (annotation.term === Validation.Pattern) checkPattern(element, annotation, check.report);
    checkElement(`${element}@${annotation.term}`, annotation, check);
  }
}

function checkShape(element: string, { term, value, at }: Annotation, report: Report): void {
  const entry = termEntry(term);
  const misfit = entry && misfitOf(value, entry.shape);
  if (misfit === undefined) return;
  const { property, expected } = misfit;
  const name = property === undefined ? term : `${term}/${property.name}`;
  report.add("annotation-value-unfit", property?.at ?? at, { element, term: name, expected });
}

function checkPattern(element: string, { value, at }: Annotation, report: Report): void {
  const source = stringOf(value);
  if (source === undefined) return;
  const verdict = judgePattern(source);
  if (verdict.kind === "invalid") report.add("pattern-invalid", at, { element, reason: verdict.reason });
  if (verdict.kind === "unsafe") report.add("pattern-unsafe", at, { element });
}
