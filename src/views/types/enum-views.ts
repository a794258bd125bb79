/** Enumerations and type definitions in `types.ts`, and the members of enumerations in `values.ts`. */
import { code, literal } from "../../code/code.js";
import type { EnumType, Member, TypeDefinition } from "../../edm/elements.js";
import { documentationOf, valueDocumentationOf } from "../../facts/documentation.js";
import { allowedStringsOfDefinition } from "../../facts/value-facts.js";
import { constraintNotesOf } from "../docs/constraint-notes.js";
import { deprecationNote, withTags } from "../docs/doc-tags.js";
import { docOf, sentences } from "../docs/doc.js";
import { reachType, type Scope } from "../modules/scope.js";
import type { AliasView, ValuesView } from "./declaration-views.js";
import { fitsLine } from "../../code/lines.js";
import { reachMapped } from "../mapping/mapped-types.js";
import { aliasView } from "./member-views.js";
import { openUnion, readType } from "./type-expression.js";

export function enumView(type: EnumType, { context: { names } }: Scope): AliasView {
  const documentation = documentationOf(type);
  return aliasView(
    withTags(docOf(documentation.description, ...type.members.flatMap(memberNote)), documentation),
    names.type(type.name),
    // Without members nothing is known of the values.
    type.members.length === 0 ? [code`string`] : type.members.map(({ name }) => literal(name)),
  );
}

/** The array of the members of an enumeration. */
export function valuesView(type: EnumType, scope: Scope): ValuesView {
  const name = scope.context.names.role(type.name, "values");
  const known = reachType(type.name, scope);
  const members = type.members.map((member) => member.name);
  const start = `export const ${name}: readonly ${known}[] = [`;
  const isLine = members.length === 0 || fitsLine(`${start}${members.map(literal).join(", ")}];`);
  return { partial: isLine ? "values-line" : "values-lines", name, type: known, members, broken: !fitsLine(start) };
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
  const own = reachMapped(type.name, context.mapped);
  if (own !== undefined) return aliasView(withTags(doc, documentation), context.names.type(type.name), [own]);
  const underlying = { type: type.underlyingType, collection: false };
  return aliasView(
    withTags(doc, documentation),
    context.names.type(type.name),
    allowed === undefined ? [readType(underlying, scope)] : openUnion(allowed),
  );
}
