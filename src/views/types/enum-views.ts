/** Enumerations and type definitions in `types.ts`. */
import { code, literal } from "../../code/code.js";
import type { EnumType, Member, TypeDefinition } from "../../edm/elements.js";
import { documentationOf, valueDocumentationOf } from "../../facts/documentation.js";
import { allowedStringsOfDefinition } from "../../facts/value-facts.js";
import { constraintNotesOf } from "../docs/constraint-notes.js";
import { deprecationNote, withTags } from "../docs/doc-tags.js";
import { docOf, sentences } from "../docs/doc.js";
import type { Scope } from "../modules/scope.js";
import type { AliasView, EnumView } from "./declaration-views.js";
import { fitsLine } from "../../code/lines.js";
import { aliasView } from "./member-views.js";
import { openUnion, readType, union } from "./type-expression.js";

export function enumView(type: EnumType, { context: { names } }: Scope): EnumView {
  const name = names.type(type.name);
  const values = names.role(type.name, "values");
  const members = type.members.map((member) => member.name);
  const literals = members.map(literal);
  // Without members nothing is known of the values.
  const known = members.length === 0 ? code`string` : union(literals);
  const array = `export const ${values}: readonly ${name}[] = [`;
  const isLine = fitsLine(`export type ${name} = ${known};`) && fitsLine(`${array}${literals.join(", ")}];`);
  const documentation = documentationOf(type);
  return {
    partial: members.length === 0 || isLine ? "enum-line" : "enum-lines",
    doc: withTags(docOf(documentation.description, ...type.members.flatMap(memberNote)), documentation),
    name,
    values,
    type: known,
    members,
    broken: !fitsLine(array),
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
  const doc = docOf(sentences(documentation.description, ...constraintNotesOf(constraints)));
  const underlying = { type: type.underlyingType, collection: false };
  return aliasView(
    withTags(doc, documentation),
    context.names.type(type.name),
    allowed === undefined ? [readType(underlying, scope)] : openUnion(allowed),
  );
}
