import type { At } from "../diagnostics/position.js";
import type { Annotation } from "../edm/annotations.js";
import { elementsOf, type Schema } from "../edm/document.js";
import type { SchemaElement } from "../edm/elements.js";
import type { Reading } from "./reading.js";

interface Named {
  readonly name: string;
  readonly at: At;
}

/**
 * Reports items with the name of an earlier item. `what` and `owner` complete the message: "The property …", "its
 * type".
 */
export function reportDuplicates(items: readonly Named[], what: string, owner: string, reading: Reading): void {
  if (items.length < 2) return;
  const firsts = new Map<string, Named>();
  for (const item of items) {
    const first = firsts.get(item.name);
    if (first === undefined) firsts.set(item.name, item);
    else reportDuplicate(first, item, { what, owner }, reading);
  }
}

function reportDuplicate(
  first: Named,
  second: Named,
  { what, owner }: { what: string; owner: string },
  { report }: Reading,
): void {
  const related = [{ place: first.at, message: "first declared here" }];
  report.add("duplicate-name", second.at, { what, name: second.name, owner }, related);
}

/**
 * Reports schema children that share a name. Overloads of actions and functions may (CSDL 4.01 §12.2, §12.4). An
 * operation with the name of a type is only a warning: it is forbidden, but services do it, and the two are never
 * looked up in the same place.
 */
export function reportDuplicateElements(schemas: readonly Schema[], reading: Reading): void {
  const firsts = new Map<string, SchemaElement>();
  const shared = new Set<string>();
  for (const element of elementsOf(schemas)) {
    const first = firsts.get(element.name);
    if (first === undefined) firsts.set(element.name, element);
    else if (isOperation(first) !== isOperation(element)) reportShared(first, element, shared, reading);
    else if (!isOperation(first)) reportDuplicate(first, element, { what: element.kind, owner: "its schema" }, reading);
  }
}

function reportShared(first: SchemaElement, second: SchemaElement, shared: Set<string>, { report }: Reading): void {
  if (shared.has(first.name)) return;
  shared.add(first.name);
  const related = [{ place: first.at, message: "first declared here" }];
  report.add("shared-name", second.at, { name: second.name, kind: second.kind, other: first.kind }, related);
}

function isOperation({ kind }: SchemaElement): boolean {
  return kind === "Action" || kind === "Function";
}

/** Reports annotations of one target with the same term and qualifier (CSDL 4.01 §14.2.1). */
export function reportDuplicateAnnotations(annotations: readonly Annotation[], { report }: Reading): void {
  if (annotations.length < 2) return;
  const firsts = new Map<string, Annotation>();
  for (const annotation of annotations) {
    const identity = `${annotation.term}#${annotation.qualifier ?? ""}`;
    const first = firsts.get(identity);
    if (first === undefined) firsts.set(identity, annotation);
    else
      report.add("duplicate-annotation", annotation.at, { term: annotation.term }, [
        { place: first.at, message: "first applied here" },
      ]);
  }
}
