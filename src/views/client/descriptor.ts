/** The descriptor of an entity type, of which the runtime's types make its requests. */
import { code, literal, type Code } from "../../code/code.js";
import { generic, operands, type Layout } from "../../code/layout.js";
import type { QualifiedName } from "../../edm/names.js";
import { MANY_DESCENDANTS } from "../../facts/usage.js";
import { reachRole, reachType } from "../modules/scope.js";
import { writtenItemType } from "../types/type-expression.js";
import { interfaceView, type BuilderView } from "./builder-view.js";
import type { ClientFile } from "./client-file.js";
import { keyType } from "./client-keys.js";
import type { PartView } from "./entity-parts.js";
import { createdType, hasCollection, type RequestsView } from "./entity-requests.js";

type DescriptorMember = readonly [name: string, type: Layout];

export interface Requests {
  readonly item: RequestsView | undefined;
  readonly collection: RequestsView | undefined;
}

export function descriptorView(
  name: QualifiedName,
  parts: readonly PartView[],
  { item, collection }: Requests,
  client: ClientFile,
): BuilderView {
  const { context } = client;
  const key = collection && keyType(name, client);
  const created = collection && createdType(name, client);
  const members: readonly (DescriptorMember | undefined)[] = [
    context.model.type(name) && ["read", reachType(name, client)],
    collection?.whole === true ? ["create", writtenItemType(name, "create", client)] : undefined,
    created && ["created", created],
    item?.whole === true ? ["update", writtenItemType(name, "update", client)] : undefined,
    key === undefined || key === "string" ? undefined : ["key", key],
    // Filters by related entities, which OData 2.0 has not.
    client.paths.protocol === "3.0" ? ["protocol", code`"3.0"`] : undefined,
    ...parts.map(({ part, reached }): DescriptorMember => [part, reached]),
    ...castMembers(name, item !== undefined, client),
    item?.special === true ? ["item", reachRole(name, "itemRequests", client)] : undefined,
    collection?.special === true ? ["collection", reachRole(name, "collectionRequests", client)] : undefined,
  ];
  return interfaceView(
    context.names.role(name, "entity"),
    null,
    members.flatMap((member) => (member === undefined ? [] : [{ doc: null, name: member[0], type: member[1] }])),
  );
}

/** Derived types: those that `$expand` takes, then those that paths can be cast to, where they are others. */
function castMembers(name: QualifiedName, isPassed: boolean, client: ClientFile): readonly DescriptorMember[] {
  const { context, paths } = client;
  // OData 2.0 has no casts.
  if (!context.usage.withDerived.has(name) || paths.protocol === "2.0") return [];
  const namesOf = (types: readonly { readonly name: QualifiedName }[]) => types.map((derived) => derived.name);
  const derived = namesOf(context.model.derived(name));
  const items = isPassed ? namesOf(paths.derived(name)) : derived;
  const collections =
    isPassed && hasCollection(name, client) ? items.filter((below) => hasCollection(below, client)) : items;
  return [
    ...(derived.length === 0 ? [] : [["derived", castsType(derived, client)] as const]),
    ...(same(items, derived) ? [] : [["itemCasts", castsType(items, client)] as const]),
    ...(same(collections, items) ? [] : [["collectionCasts", castsType(collections, client)] as const]),
  ];
}

function same(some: readonly QualifiedName[], others: readonly QualifiedName[]): boolean {
  return some.length === others.length && some.every((name, index) => name === others[index]);
}

/** A part of the map of all entity types. One with very many names is the whole map: a list would be as long. */
function castsType(names: readonly QualifiedName[], client: ClientFile): Layout {
  const map = entityMap(client);
  if (names.length === 0) return code`never`;
  return names.length > MANY_DESCENDANTS ? map : generic(code`Pick`, map, operands("|", names.map(literal)));
}

/** The name of the map, which is in the flat module. */
function entityMap({ context: { names }, imports }: ClientFile): Code {
  const [flat] = names.modules;
  return flat === undefined ? code`EntityMap` : imports.reach("client", flat, code`EntityMap`);
}
