/** Members of the client's interfaces: navigation properties, operations, casts. */
import type { NavigationProperty, Operation } from "../../edm/elements.js";
import { groupBy } from "../../edm/grouping.js";
import { documentationOf } from "../../facts/documentation.js";
import { operationFactsIn } from "../../facts/facts.js";
import type { BuilderMemberView } from "./builder-view.js";
import { placeView } from "./client-places.js";
import type { ClientFile } from "./client-file.js";
import { code, joined, type Code } from "../../code/code.js";
import { isDeprecated, withTags } from "../docs/doc-tags.js";
import { docOf } from "../docs/doc.js";
import { requestNoteOf } from "../docs/request-notes.js";
import { operationCall } from "./operation-call.js";

export function navigationMember(property: NavigationProperty, client: ClientFile): readonly BuilderMemberView[] {
  const target = property.type;
  if (target === undefined || client.paths.type(target.type)?.kind !== "EntityType") return [];
  const { type, notes } = placeView(property, target.type, target.collection, client);
  const documentation = documentationOf(property);
  const doc = withTags(docOf(documentation.description, ...notes), documentation);
  return [{ doc, name: client.wire.segment(property), type }];
}

export function operationMembers(operations: readonly Operation[], client: ClientFile): readonly BuilderMemberView[] {
  return operations.map((operation) => {
    const { documentation, requests } = operationFactsIn(client.facts, operation);
    const note = requestNoteOf(requests);
    return {
      doc: withTags(docOf(documentation.description, ...note.paragraphs), documentation, note),
      name: client.wire.segment(operation),
      type: operationCall(operation, client),
    };
  });
}

/** Overloads, and an action beside a function of its name, are one member of several types. */
export function mergeMembers(members: readonly BuilderMemberView[]): readonly BuilderMemberView[] {
  return [...groupBy(members, ({ name }) => name).values()].map((group) => ({
    ...group[0],
    // Of overloads, some may be deprecated and others not.
    doc: (group.find(({ doc }) => !isDeprecated(doc)) ?? group[0]).doc,
    type: group.length === 1 ? group[0].type : joined([...new Set(group.map(({ type }) => type))].map(grouped), " & "),
  }));
}

function grouped(type: Code): Code {
  return type.includes("=>") ? code`(${type})` : type;
}

export function castMember(casts: Code): BuilderMemberView {
  return {
    doc: docOf("Goes on as a derived type."),
    name: "as",
    type: code`<Name extends keyof ${casts}>(type: Name) => ${casts}[Name]`,
  };
}
