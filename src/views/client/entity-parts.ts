/**
 * The interfaces that hold what leads on from an entity: navigation properties and operations. A derived type extends
 * the interface of its nearest base that has one, and has none where it adds nothing.
 */
import { code, joined, literal, type Code } from "../../code/code.js";
import type { Operation, Property } from "../../edm/elements.js";
import { isStructured, type Model } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import { isStream } from "../../facts/presence.js";
import { reachRole } from "../modules/scope.js";
import { interfaceView, type BuilderMember, type BuilderView } from "./builder-view.js";
import type { ClientFile } from "./client-file.js";
import {
  mergeMembers,
  navigationMember,
  operationMembers,
  relationMember,
  segmentMember,
  streamMember,
} from "./client-members.js";

/** Members of the descriptor, and the roles of the interfaces that they name. */
export const entityParts = ["navigation", "expansion", "segments", "collectionSegments"] as const;

export type EntityPart = (typeof entityParts)[number];

export interface PartView {
  readonly part: EntityPart;
  /** The interface: of the type, else of its nearest base that has one. */
  readonly reached: Code;
  /** Absent where it is that of a base. */
  readonly own?: BuilderView;
}

export function partsOf(name: QualifiedName, client: ClientFile): readonly PartView[] {
  return entityParts.flatMap((part) => partView(name, part, client) ?? []);
}

function partView(name: QualifiedName, part: EntityPart, client: ClientFile): PartView | undefined {
  const inherited = basesOf(name, client).find((base) => namesOf(base, part, client).length > 0);
  const reachedBase = inherited && reachRole(inherited, part, client);
  const names = namesOf(name, part, client);
  if (names.length === 0) return reachedBase && { part, reached: reachedBase };
  const own = client.context.names.role(name, part);
  const base = reachedBase && withoutRedefined(name, part, names, reachedBase, client);
  return { part, reached: own, own: interfaceView(own, base ?? null, membersOf(name, part, client)) };
}

/** Without the members that a derived type declares anew, which would contradict those of its base. */
function withoutRedefined(
  name: QualifiedName,
  part: EntityPart,
  names: readonly string[],
  inherited: Code,
  client: ClientFile,
): Code {
  const above = new Set(basesOf(name, client).flatMap((base) => namesOf(base, part, client)));
  const redefined = names.filter((own) => above.has(own));
  return redefined.length === 0 ? inherited : code`Omit<${inherited}, ${joined(redefined.map(literal), " | ")}>`;
}

/** Base types, nearest first. */
function basesOf(name: QualifiedName, { context, paths }: ClientFile): readonly QualifiedName[] {
  const model = paths.type(name) === undefined ? context.model : paths;
  const type = model.type(name);
  return type !== undefined && isStructured(type) ? model.bases(type).map((base) => base.name) : [];
}

function namesOf(name: QualifiedName, part: EntityPart, client: ClientFile): readonly string[] {
  const { paths, wire } = client;
  switch (part) {
    case "navigation":
      return client.relations.of(name).both.map(({ property }) => property.name);
    case "expansion":
      return client.relations.of(name).expanded.map(({ property }) => property.name);
    case "segments":
      return [
        ...client.relations.of(name).passed.map(({ property }) => wire.segment(property)),
        ...streamsOf(name, client).map((property) => property.name),
        ...operationsOf(name, false, paths).map((operation) => wire.segment(operation)),
      ];
    case "collectionSegments":
      return operationsOf(name, true, paths).map((operation) => wire.segment(operation));
  }
}

function membersOf(name: QualifiedName, part: EntityPart, client: ClientFile): readonly BuilderMember[] {
  const { both, expanded, passed } = client.relations.of(name);
  switch (part) {
    case "navigation":
      return both.map(({ property, target }) => navigationMember(property, target, client));
    case "expansion":
      return expanded.map(({ property, target }) => relationMember(property, target, client));
    case "segments":
      return mergeMembers([
        ...passed.map(({ property, target }) => segmentMember(property, target, client)),
        ...streamsOf(name, client).map(streamMember),
        ...operationMembers(operationsOf(name, false, client.paths), client),
      ]);
    case "collectionSegments":
      return mergeMembers(operationMembers(operationsOf(name, true, client.paths), client));
  }
}

function operationsOf(name: QualifiedName, collection: boolean, paths: Model): readonly Operation[] {
  return paths.type(name) === undefined ? [] : paths.boundTo(name, collection);
}

/** Properties of streams, which have paths of their own. */
function streamsOf(name: QualifiedName, { paths }: ClientFile): readonly Property[] {
  const type = paths.type(name);
  return type?.kind === "EntityType" ? type.properties.filter(isStream) : [];
}
