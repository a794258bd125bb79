/** Annotations that state what the data tells of an element. */
import type { At } from "../../diagnostics/position.js";
import type { Annotation, Expression, PropertyValue } from "../../edm/annotations.js";
import type { Declared } from "../../edm/elements.js";
import type { QualifiedName } from "../../edm/names.js";
import { Core } from "../../edm/vocabulary.js";
import type { ElementData } from "../data/format.js";

/** What is rebuilt has one position, and descriptions where both versions have them. */
export interface Rebuilding {
  readonly at: At;
  readonly described: boolean;
}

export const TRUE: Expression = { kind: "Constant", type: "Bool", value: "true" };

export function text(value: string): Expression {
  return { kind: "Constant", type: "String", value };
}

export function annotation(term: QualifiedName, value: Expression, { at }: Rebuilding): Annotation {
  return { term, value, at };
}

/** The position, the authority and the documentation of an element, with further annotations. */
export function declared(
  { description, deprecated }: Pick<ElementData, "description" | "deprecated">,
  rebuilding: Rebuilding,
  further: readonly Annotation[] = [],
): Declared {
  const annotations = [
    ...further,
    ...(description !== undefined && rebuilding.described
      ? [annotation(Core.Description, text(description), rebuilding)]
      : []),
    ...(deprecated === undefined ? [] : [annotation(Core.Revisions, revisions(deprecated, rebuilding), rebuilding)]),
  ];
  return { at: rebuilding.at, by: "csdl", ...(annotations.length > 0 && { annotations }) };
}

function revisions({ reason, since, removal }: NonNullable<ElementData["deprecated"]>, { at }: Rebuilding): Expression {
  const stated = { Kind: "Deprecated", Description: reason, Date: since, RemovalDate: removal };
  const properties = Object.entries(stated).flatMap(([name, value]): readonly PropertyValue[] =>
    value === undefined ? [] : [{ name, value: text(value), at }],
  );
  return { kind: "Collection", items: [{ kind: "Record", properties }] };
}
