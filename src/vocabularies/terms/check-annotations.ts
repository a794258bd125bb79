import type { Report } from "../../diagnostics/report.js";
import type { Annotation } from "../../edm/annotations.js";
import type { ReturnType, SchemaElement } from "../../edm/elements.js";
import { type Part, partsOf } from "../../edm/find-element.js";
import { isOperation, type Model } from "../../edm/model.js";
import { judgePattern } from "../../patterns/pattern-safety.js";
import { Validation, type Annotated } from "../../edm/vocabulary.js";
import { termEntry } from "./terms.js";
import { misfitOf } from "./value-shapes.js";
import { stringOf } from "../values.js";

/** Reports annotations in use whose values do not fit their terms: readers of values ignore those. */
export function checkAnnotations({ schemas }: Model, report: Report): void {
  for (const schema of schemas) {
    checkElement(schema.namespace, schema, report);
    for (const element of schema.elements)
      for (const part of annotatedOf(element))
        if (part.annotations !== undefined) checkElement(nameIn(element, part), part, report);
  }
}

type AnnotatedPart = SchemaElement | Part | ReturnType;

/** An element and its parts that can be annotated. */
export function annotatedOf(element: SchemaElement): readonly AnnotatedPart[] {
  const result = isOperation(element) && element.returnType !== undefined ? [element.returnType] : [];
  return [element, ...partsOf(element), ...result];
}

/** What messages call an element or a part of it. */
export function nameIn(element: SchemaElement, part: AnnotatedPart): string {
  if (part === element) return element.name;
  return `${element.name}/${"name" in part ? part.name : "$ReturnType"}`;
}

function checkElement(element: string, { annotations }: Annotated, report: Report): void {
  for (const annotation of annotations ?? []) {
    checkShape(element, annotation, report);
    if (annotation.term === Validation.Pattern) checkPattern(element, annotation, report);
    if (annotation.annotations !== undefined) checkElement(`${element}@${annotation.term}`, annotation, report);
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
