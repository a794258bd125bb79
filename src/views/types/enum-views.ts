/** Enumerations and type definitions in `types.ts`. */
import type { EnumType, Member, TypeDefinition } from "../../edm/elements.js";
import { documentationOf, valueDocumentationOf } from "../../facts/documentation.js";
import { allowedStringsOfDefinition } from "../../facts/value-facts.js";
import { constraintNotesOf } from "../docs/constraint-notes.js";
import { deprecationNote, withTags } from "../docs/doc-tags.js";
import { docOf, sentences } from "../docs/doc.js";
import type { Scope } from "../modules/scope.js";
import type { AliasView, EnumView } from "./declaration-views.js";
import { openUnion, readType, stringUnion } from "./type-expression.js";

/** The longest union, with the name, that stands on one line. */
const LINE = 110;

export function enumView(type: EnumType, { context: { names } }: Scope): EnumView {
  const name = names.type(type.name);
  const members = type.members.map((member) => member.name);
  const union = stringUnion(members);
  const documentation = documentationOf(type);
  return {
    // An enum without members is `never`, however long its name.
    partial: members.length === 0 || name.length + union.length < LINE ? "enum-line" : "enum-lines",
    doc: withTags(docOf(documentation.description, ...type.members.flatMap(memberNote)), documentation),
    name,
    values: names.role(type.name, "values"),
    type: union,
    members,
  };
}

/** A list item on a member. It stands in a union, where no tag can mark it as deprecated. */
function memberNote(member: Member): readonly string[] {
  const { description, deprecation } = documentationOf(member);
  const note = deprecation && deprecationNote(deprecation);
  const text = sentences(description, note === "" ? "Deprecated." : note && `Deprecated: ${note}`);
  return text === undefined ? [] : [`- \`${member.name}\`: ${text}`];
}

export function definitionView(type: TypeDefinition, scope: Scope): AliasView {
  const { context } = scope;
  const allowed = allowedStringsOfDefinition(type, context.model);
  const { constraints = {}, ...documentation } = valueDocumentationOf(type);
  return {
    partial: "alias",
    doc: withTags(docOf(sentences(documentation.description, ...constraintNotesOf(constraints))), documentation),
    name: context.names.type(type.name),
    type:
      allowed === undefined ? readType({ type: type.underlyingType, collection: false }, scope) : openUnion(allowed),
  };
}
