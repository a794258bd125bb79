/** The terms that converted documents declare for what no source states. */
import type { At } from "../../diagnostics/position.js";
import type { Schema } from "../../edm/document.js";
import type { Term } from "../../edm/elements.js";
import { qualify, type QualifiedName, type SimpleName } from "../../edm/names.js";
import { edm } from "../../edm/primitive-types.js";
import { Core, text } from "../../edm/vocabulary.js";

const NAMESPACE = "odata_codegen.V1";

/** Marks values of enum members that were made up: no source states them. On an enum: all of its values. */
export const ASSUMED_VALUE = qualify(NAMESPACE, "AssumedValue" as SimpleName);

/** The name that the sources give the type of an element; none of them describes a type of that name. */
export const NAMED_TYPE = qualify(NAMESPACE, "NamedType" as SimpleName);

/** A schema that declares the terms, so that the document needs no other one for them. */
export function schemaOfOwnTerms(at: At): Schema {
  const term = (name: QualifiedName, rest: Pick<Term, "type" | "defaultValue" | "appliesTo">, means: string): Term => ({
    kind: "Term",
    name,
    at,
    by: "csdl",
    ...rest,
    annotations: [text(Core.Description, means, at)],
  });
  const terms = [
    term(
      ASSUMED_VALUE,
      {
        type: { type: edm("Boolean"), collection: false, nullable: false },
        defaultValue: "true",
        appliesTo: ["EnumType", "Member"],
      },
      "No source states the value of this member, or of any member of this type; the converter chose it.",
    ),
    term(
      NAMED_TYPE,
      {
        type: { type: edm("String"), collection: false, nullable: false },
        appliesTo: ["NavigationProperty", "Parameter", "Property", "ReturnType"],
      },
      "The type that the sources name and none of them describes.",
    ),
  ];
  return { namespace: NAMESPACE, at, elements: terms, targets: [] };
}

export function isOwnNamespace(namespace: string): boolean {
  return namespace === NAMESPACE;
}
