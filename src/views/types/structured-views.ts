/** Entity types and complex types in `types.ts`, as they are read. */
import { code } from "../../code/code.js";
import type { MemberFacts } from "../../facts/member-facts.js";
import { annotationsOfMember, annotationsOfType } from "../../facts/read-annotations.js";
import type { TypeFacts } from "../../facts/type-facts.js";
import { withTags } from "../docs/doc-tags.js";
import { queryNotesOf } from "../docs/capability-notes.js";
import { docOf, sentences, type DocView } from "../docs/doc.js";
import { mediaTypeNote, placeNoteOf, valueNotesOf, writeNoteOf } from "../docs/value-notes.js";
import { reachType, type Scope } from "../modules/scope.js";
import type { AliasView, InterfaceView, MemberView } from "./declaration-views.js";
import { aliasView, heritageView, lineView, memberView } from "./member-views.js";
import { readMemberType, typeNameType, undeclaredNames } from "./type-expression.js";

export function interfaceView(type: TypeFacts, scope: Scope): InterfaceView {
  const { base, documentation } = type;
  const { description, mediaTypes } = documentation;
  const name = scope.context.names.type(type.name);
  return {
    partial: "interface",
    doc: withTags(docOf(description, mediaTypes && mediaTypeNote(mediaTypes)), documentation),
    name,
    heritage: base === undefined ? null : heritageView(name, [reachType(base, scope)]),
    members: [
      ...odataType(type),
      ...annotations(annotationsOfType(type)),
      ...type.ownMembers.flatMap((member) => readViews(member, scope)),
    ],
    index: type.open && !type.inheritsOpen ? undeclaredNames(type, scope.context) : null,
  };
}

/**
 * A type without derived types has one name; a value of another may come as any of them, as its base states already. An
 * interface that adds nothing to its base states it, too: linters refuse one without members.
 */
function odataType({ name, base, leaf, ownMembers }: TypeFacts): readonly MemberView[] {
  if (leaf) return [lineView("@odata.type", typeNameType(name))];
  return base === undefined || ownMembers.length === 0 ? [lineView("@odata.type", code`string`)] : [];
}

function annotations(names: readonly string[]): readonly MemberView[] {
  return names.map((name) => lineView(name, code`string`));
}

function readViews(member: MemberFacts, scope: Scope): readonly MemberView[] {
  const { name, read, stream } = member;
  const doc = memberDoc(member);
  if (stream)
    return annotations(annotationsOfMember(member)).map((view, index) => (index === 0 ? { ...view, doc } : view));
  return [memberView({ doc, name, optional: read === "optional" }, readMemberType(member, scope))];
}

function memberDoc(member: MemberFacts): DocView | null {
  const { documentation, access, queries, defaultValue } = member;
  const text = sentences(
    documentation.description,
    writeNoteOf(access),
    placeNoteOf(member),
    ...valueNotesOf(documentation),
    ...(queries === undefined ? [] : queryNotesOf(queries)),
    defaultValue === undefined ? undefined : `Default: \`${defaultValue}\`.`,
  );
  return withTags(docOf(text), documentation);
}

/** The answer with a collection of a type in `responses.ts`, where a service has any. */
export function collectionViews({ name }: TypeFacts, scope: Scope): readonly AliasView[] {
  const { names, usage } = scope.context;
  if (!usage.inCollections.has(name)) return [];
  return [aliasView(null, names.role(name, "collection"), [code`edm.Collection<${reachType(name, scope)}>`])];
}
