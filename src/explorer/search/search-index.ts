import { groupBy } from "../../edm/grouping.js";
import { counted } from "../elements/counted.js";
import type { OperationData, RequestData, TypeData } from "../../explore/data/format.js";
import { type ChangeState, changeStates } from "../model/changes-index.js";
import { childRoute, ownerOf, partOf } from "../model/element-names.js";
import type { ModelIndex } from "../model/model-index.js";
import { nameInType } from "../model/type-names.js";
import { operationRoute, requestRoute, type Route, scopeRoute, typeRoute } from "../routes/route.js";
import { type Entry, type Kind, type Named, rankOf, type SearchIndex } from "./entry.js";

/** Collects what can be found. */
export function searchIndexOf(index: ModelIndex): SearchIndex {
  const { data, operations } = index;
  const changes = changeStates(index);
  const scopes = groupBy(data.requests.flatMap(scopesOf), (scope) => scope);
  return {
    all: [
      ...data.types.map((type) => alone(typeEntry(type))),
      ...data.children.map((child) => {
        const { kind, name, description, target } = child;
        return alone({ kind, name, element: `/${name}`, owner: target, description, route: childRoute(child) });
      }),
      ...[...operations].map(([name, overloads]) => alone(operationEntry(name, overloads))),
      ...[...scopes].map(([name, { length }]) => alone(scopeEntry(name, length))),
      ...folded(data.types.flatMap(memberEntries)),
      ...removedEntries(changes).map(alone),
      ...data.requests.map(requestNamed),
    ],
    changes,
  };
}

/** The name without its namespace. */
export function shortName(qualified: string): string {
  return qualified.slice(qualified.lastIndexOf(".") + 1);
}

function alone(entry: Entry): Named {
  return named(entry.name, [entry]);
}

function folded(members: readonly Entry[]): Named[] {
  const groups = groupBy(members, ({ kind, name }) => `${kind === "Member" ? "=" : ""}${name}`);
  return [...groups.values()].map((entries) => named(entries[0].name, entries));
}

function named(name: string, entries: readonly Entry[]): Named {
  return { name, lower: name.toLowerCase(), rank: rankOf(entries), entries };
}

function typeEntry({ kind, name, description }: TypeData): Entry {
  const short = shortName(name);
  return { kind, name: short, element: name, owner: namespaceOf(name, short), description, route: typeRoute(name) };
}

function memberEntries(type: TypeData): Entry[] {
  if (!("members" in type)) return [];
  return type.members.map(({ name, description, ...member }) => {
    const kind: Kind = "kind" in member ? member.kind : "Member";
    const element = `${type.name}/${name}`;
    return { kind, name, element, owner: type.name, description, route: typeRoute(type.name, name) };
  });
}

function operationEntry(name: string, overloads: readonly OperationData[]): Entry {
  const types = (found: readonly (string | undefined)[]) => found.flatMap((type) => (type ? [nameInType(type)] : []));
  const bound = [...new Set(types(overloads.map(({ boundTo }) => boundTo)))];
  const short = shortName(name);
  return {
    kind: overloads[0]?.kind ?? "Function",
    name: short,
    element: name,
    owner: bound.length > 2 ? `${bound.length} types` : bound.join(", ") || namespaceOf(name, short),
    description: overloads.find(({ description }) => description !== undefined)?.description,
    returns: types(overloads.map(({ returns }) => returns)),
    takes: [...bound, ...types(overloads.flatMap(({ parameters }) => parameters.map(({ type }) => type)))],
    route: operationRoute(name),
  };
}

function scopeEntry(name: string, requests: number): Entry {
  const owner = `opens ${counted(requests, "request")}`;
  return { kind: "Scope", name, element: name, owner, route: scopeRoute(name) };
}

function scopesOf({ permissions }: RequestData): string[] {
  const all = (permissions ?? []).flatMap(({ alternatives }) => alternatives.flat());
  return [...new Set(all)];
}

function requestNamed({ method, path, title, description }: RequestData): Named {
  const route: Route = requestRoute(method, path);
  const name = `${method} ${path}`;
  return named(path, [{ kind: "Request", name, element: name, owner: title ?? "", description, route }]);
}

/** Elements of the other version that the model does not have any more. */
function removedEntries(changes: ReadonlyMap<string, ChangeState>): Entry[] {
  return [...changes].flatMap(([element, { state }]) => {
    if (state !== "removed") return [];
    const owner = ownerOf(element);
    const name = partOf(element) ?? shortName(element);
    return { kind: "Removed", name, element, owner, route: { page: "changes", parts: [owner] } };
  });
}

function namespaceOf(qualified: string, short: string): string {
  return qualified.slice(0, Math.max(0, qualified.length - short.length - 1));
}
