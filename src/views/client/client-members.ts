/** Members of the client's interfaces: navigation properties and operations. */
import type { NavigationProperty, Operation, Property, TypeRef } from "../../edm/elements.js";
import { groupBy } from "../../edm/grouping.js";
import { documentationOf } from "../../facts/documentation.js";
import { operationFactsIn } from "../../facts/facts.js";
import type { BuilderMember } from "./builder-view.js";
import { placeOf, relation } from "./client-places.js";
import type { ClientFile } from "./client-file.js";
import { code, type Code } from "../../code/code.js";
import { flat, operands, type Layout } from "../../code/layout.js";
import { isDeprecated, withTags } from "../docs/doc-tags.js";
import { docOf } from "../docs/doc.js";
import { requestNoteOf } from "../docs/request-notes.js";
import { operationCall } from "./operation-call.js";

/** A navigation property that paths lead over and `$expand` takes. */
export function navigationMember(property: NavigationProperty, target: TypeRef, client: ClientFile): BuilderMember {
  const { restrictions, doc } = documentedPlace(property, target, client);
  return { doc, name: property.name, type: relation(target, client, restrictions) };
}

/** A navigation property that `$expand` alone takes. */
export function relationMember(property: NavigationProperty, target: TypeRef, client: ClientFile): BuilderMember {
  return { doc: null, name: property.name, type: relation(target, client) };
}

/** A navigation property that paths alone lead over. */
export function segmentMember(property: NavigationProperty, target: TypeRef, client: ClientFile): BuilderMember {
  const { type, doc } = documentedPlace(property, target, client);
  return { doc, name: client.wire.segment(property), type };
}

/** A property whose content is a stream. */
export function streamMember(property: Property): BuilderMember {
  const documentation = documentationOf(property);
  return {
    doc: withTags(docOf(documentation.description), documentation),
    name: property.name,
    type: code`StreamNode`,
  };
}

function documentedPlace(property: NavigationProperty, target: TypeRef, client: ClientFile) {
  const { type, restrictions, notes } = placeOf(property, target.type, target.collection, client);
  const documentation = documentationOf(property);
  return { type, restrictions, doc: withTags(docOf(documentation.description, ...notes), documentation) };
}

export function operationMembers(operations: readonly Operation[], client: ClientFile): readonly BuilderMember[] {
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
export function mergeMembers(members: readonly BuilderMember[]): readonly BuilderMember[] {
  return [...groupBy(members, ({ name }) => name).values()].map((group) => {
    const types = new Map(group.map(({ type }) => [flat(type), type]));
    return {
      ...group[0],
      // Of overloads, some may be deprecated and others not.
      doc: (group.find(({ doc }) => !isDeprecated(doc)) ?? group[0]).doc,
      type: operands("&", types.size === 1 ? [...types.values()] : [...types].map(grouped)),
    };
  });
}

function grouped([text, type]: readonly [Code, Layout]): Layout {
  return text.includes("=>") ? [code`(`, type, code`)`] : type;
}
