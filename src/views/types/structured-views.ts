/** Entity types and complex types in `types.ts`, as they are read. */
import { code } from "../../code/code.js";
import type { MemberFacts } from "../../facts/member-facts.js";
import type { TypeFacts } from "../../facts/type-facts.js";
import { withTags } from "../docs/doc-tags.js";
import { docOf, sentences, type DocView } from "../docs/doc.js";
import { mediaTypeNote, valueNotesOf, writeNoteOf } from "../docs/value-notes.js";
import { reachType, type Scope } from "../modules/scope.js";
import type { AliasView, DeclarationView, InterfaceView, MemberView } from "./declaration-views.js";
import { collected, listsDerived, openUnion, orNull, readType, typeNameLiteral } from "./type-expression.js";
import { orDerivedViews, writeView } from "./write-views.js";

export function structuredViews(type: TypeFacts, scope: Scope): readonly DeclarationView[] {
  const { inCollections } = scope.context.usage;
  return [
    interfaceView(type, scope),
    writeView(type, "create", scope),
    writeView(type, "update", scope),
    ...(listsDerived(type.name, scope) ? orDerivedViews(type.name, scope) : []),
    ...(inCollections.has(type.name) ? [collectionView(type, scope)] : []),
  ];
}

function interfaceView(type: TypeFacts, scope: Scope): InterfaceView {
  const { name, base, documentation } = type;
  const { description, mediaTypes } = documentation;
  return {
    partial: "interface",
    doc: withTags(docOf(description, mediaTypes && mediaTypeNote(mediaTypes)), documentation),
    name: scope.context.names.type(name),
    base: base === undefined ? null : reachType(base, scope),
    members: [
      odataType(type),
      ...(type.hasStream ? mediaMembers() : []),
      ...type.ownMembers.map((member) => memberView(member, scope)),
    ],
    open: type.open && !type.inheritsOpen,
  };
}

/** A type without derived types has one name; a value of another may come as any of them. */
function odataType({ name, leaf }: TypeFacts): MemberView {
  return { doc: null, name: "@odata.type", optional: true, type: leaf ? typeNameLiteral(name) : code`string` };
}

/** Where a media entity's stream is (OData JSON Format 4.01 §4.6.12). */
function mediaMembers(): readonly MemberView[] {
  const links = ["@odata.mediaReadLink", "@odata.mediaEditLink", "@odata.mediaContentType", "@odata.mediaEtag"];
  return links.map((name) => ({ doc: null, name, optional: true, type: code`string` }));
}

function memberView(member: MemberFacts, scope: Scope): MemberView {
  const { name, read, nullable, type, allowedStrings } = member;
  // The list is closed for writers; a service may have more to return by now.
  const union = allowedStrings?.own === true ? openUnion(allowedStrings.strings) : undefined;
  const value = type === undefined ? code`unknown` : union ? collected(type, union) : readType(type, scope);
  return {
    doc: memberDoc(member),
    name,
    optional: read === "optional",
    type: nullable && value !== "unknown" ? orNull(value) : value,
  };
}

function memberDoc({ documentation, access, defaultValue }: MemberFacts): DocView | null {
  const defaultNote = defaultValue === undefined ? undefined : `Default: \`${defaultValue}\`.`;
  const text = sentences(documentation.description, writeNoteOf(access), ...valueNotesOf(documentation), defaultNote);
  return withTags(docOf(text), documentation);
}

function collectionView({ name }: TypeFacts, { context: { names } }: Scope): AliasView {
  return {
    partial: "alias",
    doc: null,
    name: names.role(name, "collection"),
    type: code`edm.Collection<${names.type(name)}>`,
  };
}
