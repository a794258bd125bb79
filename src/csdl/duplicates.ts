import type { At } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import type { Annotation } from "../edm/annotations.js";
import { elementsOf, type Schema } from "../edm/document.js";
import type { SchemaElement } from "../edm/elements.js";
import { isEqualDeclaration } from "../edm/equal-declarations.js";
import type { Reading } from "./reading.js";

interface Named {
  readonly name: string;
  readonly at: At;
}

/**
 * The items without those that repeat an earlier one, which is a warning. One with the name of an earlier item that
 * differs is an error. `what` and `owner` complete the message: "The property …", "its type".
 */
export function withoutDuplicates<T extends Named>(
  items: readonly T[],
  what: string,
  owner: string,
  reading: Reading,
): readonly T[] {
  if (items.length < 2) return items;
  const firsts = new Map<string, T>();
  for (const item of items) {
    const first = firsts.get(item.name);
    if (first === undefined) firsts.set(item.name, item);
    else reportDuplicate(first, item, { what, owner }, reading.report);
  }
  return firsts.size === items.length ? items : [...firsts.values()];
}

/** Reports a second declaration: a warning if it is equal, else an error. */
export function reportDuplicate(
  first: Named,
  second: Named,
  { what, owner }: { readonly what: string; readonly owner: string },
  report: Report,
): void {
  const related = [{ place: first.at, message: "first declared here" }];
  const code = isEqualDeclaration(first, second) ? "declaration-repeated" : "duplicate-name";
  report.add(code, second.at, { what, name: second.name, owner }, related);
}

/**
 * Schemas without the children that repeat an earlier one. Overloads of actions and functions may share a name (CSDL 4.01
 * §12.2, §12.4). An operation with the name of a type is only a warning: it is forbidden, but services do it, and the two
 * are never looked up in the same place.
 */
export function withoutDuplicateElements(schemas: readonly Schema[], { report }: Reading): readonly Schema[] {
  const firsts = new Map<string, SchemaElement>();
  const shared = new Set<string>();
  const repeated = new Set<SchemaElement>();
  const overloads = new Map<string, SchemaElement[]>();
  for (const element of elementsOf(schemas)) {
    const first = firsts.get(element.name);
    const same = isOperation(element) ? equalOverload(element, overloads) : first;
    if (first === undefined) firsts.set(element.name, element);
    else if (isOperation(first) !== isOperation(element)) reportShared(first, element, shared, report);
    else if (same !== undefined) {
      repeated.add(element);
      reportDuplicate(same, element, { what: element.kind, owner: "its schema" }, report);
    }
  }
  if (repeated.size === 0) return schemas;
  return schemas.map((schema) => ({
    ...schema,
    elements: schema.elements.filter((element) => !repeated.has(element)),
  }));
}

/** An earlier overload that is equal to an operation, which becomes one of them. */
function equalOverload(operation: SchemaElement, overloads: Map<string, SchemaElement[]>): SchemaElement | undefined {
  const earlier = overloads.get(operation.name) ?? [];
  const equal = earlier.find((other) => isEqualDeclaration(other, operation));
  if (equal === undefined) overloads.set(operation.name, [...earlier, operation]);
  return equal;
}

function reportShared(first: SchemaElement, second: SchemaElement, shared: Set<string>, report: Report): void {
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
