import { groupBy } from "../../edm/grouping.js";
import type { ChangesData, ModelData, OperationData, RequestData, TypeData } from "../../explore/data/format.js";
import { operationRoute, requestRoute, type Route, scopeRoute, typeRoute } from "../routes/route.js";
import type { Entry, Kind, Named, SearchIndex } from "./entry.js";

/** Collects what can be found. */
export function searchIndexOf(data: ModelData): SearchIndex {
  const removed = removedOf(data.changes);
  const operations = groupBy(data.operations, ({ name }) => name);
  const scopes = groupBy(data.requests.flatMap(scopesOf), (scope) => scope);
  return {
    all: [
      ...data.types.map((type) => alone(typeEntry(type))),
      ...data.children.map(({ kind, name, description, target }) => {
        const route = kind.endsWith("Import") ? operationRoute(target) : typeRoute(target);
        return alone({ kind, name, element: name, owner: target, description, route });
      }),
      ...[...operations.values()].map((overloads) => alone(operationEntry(overloads))),
      ...[...scopes].map(([name, { length }]) => alone(scopeEntry(name, length))),
      ...folded([...data.types.flatMap(memberEntries), ...removed.filter(({ kind }) => kind === "Property")]),
      ...removed.filter(({ kind }) => kind !== "Property").map(alone),
      ...data.requests.map(requestNamed),
    ],
    changes: tagsOf(data.changes),
  };
}

/** The name without its namespace. */
export function shortName(qualified: string): string {
  return qualified.slice(qualified.lastIndexOf(".") + 1);
}

function alone(entry: Entry): Named {
  return { name: entry.name, lower: entry.name.toLowerCase(), entries: [entry] };
}

function folded(members: readonly Entry[]): Named[] {
  const groups = groupBy(members, ({ kind, name }) => `${kind === "Member" ? "=" : ""}${name}`);
  return [...groups.values()].map((entries) => {
    const { name } = entries[0];
    return { name, lower: name.toLowerCase(), entries };
  });
}

function typeEntry({ kind, name, description }: TypeData): Entry {
  const short = shortName(name);
  return { kind, name: short, element: name, owner: ownerOf(name, short), description, route: typeRoute(name) };
}

function memberEntries(type: TypeData): Entry[] {
  if (!("members" in type)) return [];
  return type.members.map(({ name, description, ...member }) => {
    const kind: Kind = "kind" in member ? member.kind : "Member";
    const element = `${type.name}/${name}`;
    return { kind, name, element, owner: type.name, description, route: typeRoute(type.name, name) };
  });
}

function operationEntry(overloads: readonly [OperationData, ...OperationData[]]): Entry {
  const [{ kind, name, description }] = overloads;
  const types = (found: readonly (string | undefined)[]) => found.flatMap((type) => (type ? [itemOf(type)] : []));
  const takes = overloads.flatMap(({ boundTo, parameters }) => [boundTo, ...parameters.map(({ type }) => type)]);
  const bound = types(overloads.map(({ boundTo }) => boundTo));
  const route = operationRoute(name);
  const short = shortName(name);
  return {
    kind,
    name: short,
    element: name,
    description,
    route,
    owner: bound.length === 0 ? ownerOf(name, short) : [...new Set(bound)].join(", "),
    returns: types(overloads.map(({ returns }) => returns)),
    takes: types(takes),
  };
}

function itemOf(type: string): string {
  return type.replace(/^Collection\((.*)\)$/, "$1");
}

function scopeEntry(name: string, requests: number): Entry {
  const owner = `opens ${requests} ${requests === 1 ? "request" : "requests"}`;
  return { kind: "Scope", name, element: name, owner, route: scopeRoute(name) };
}

function scopesOf({ permissions }: RequestData): string[] {
  const all = (permissions ?? []).flatMap(({ alternatives }) => alternatives.flat());
  return [...new Set(all)];
}

function requestNamed({ method, path, title, description }: RequestData): Named {
  const route: Route = requestRoute(method, path);
  const name = `${method} ${path}`;
  const entry: Entry = { kind: "Request", name, element: name, owner: title ?? "", description, route };
  return { name: path, lower: path.toLowerCase(), entries: [entry] };
}

/** Elements that are gone, which the model does not have any more. */
function removedOf(changes: ChangesData | undefined): Entry[] {
  const removed = (changes?.changes ?? []).filter(({ code }) => code.endsWith("-removed"));
  return removed.map(({ code, element, message }) => {
    const [owner = "", member] = element.split("/");
    const kind: Kind = /^(?:type|enum|operation)-/.test(code) ? "EntityType" : "Property";
    const name = member ?? shortName(owner);
    return { kind, name, element, owner, description: message, route: { page: "changes", parts: [element] } };
  });
}

function tagsOf(changes: ChangesData | undefined): ReadonlyMap<string, readonly string[]> {
  const groups = groupBy(changes?.changes ?? [], ({ element }) => element.replace(/\(.*$/, ""));
  return new Map(
    [...groups].map(([element, all]) => [
      element,
      all.flatMap(({ code, breaking = [] }) => [code, ...(breaking.length > 0 ? ["breaking"] : [])]),
    ]),
  );
}

function ownerOf(qualified: string, short: string): string {
  return qualified.slice(0, Math.max(0, qualified.length - short.length - 1));
}
