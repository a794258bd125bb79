/** Requests by what they are about. */
import type { RequestData } from "../../explore/data/format.js";
import type { ModelIndex } from "./model-index.js";

type Address = NonNullable<RequestData["addresses"]>;

const indexes = new WeakMap<ModelIndex, ReadonlyMap<string, readonly RequestData[]>>();

/** The documented requests to entities and collections of a type, its bound operations too, or that call an operation. */
export function requestsOf(name: string, index: ModelIndex): readonly RequestData[] {
  const known = indexes.get(index) ?? byName(index.data.requests);
  indexes.set(index, known);
  return known.get(name) ?? [];
}

function byName(requests: readonly RequestData[]): ReadonlyMap<string, readonly RequestData[]> {
  const found = new Map<string, RequestData[]>();
  for (const request of requests)
    for (const name of new Set(namesOf(request))) {
      const list = found.get(name);
      if (list === undefined) found.set(name, [request]);
      else list.push(request);
    }
  return found;
}

function namesOf({ operation, addresses }: RequestData): readonly string[] {
  return [
    ...(operation === undefined ? [] : namesAt(operation)),
    ...(addresses === undefined ? [] : namesAt(addresses)),
  ];
}

function namesAt(address: Address): readonly string[] {
  if ("of" in address) return namesAt(address.of);
  if ("type" in address) return [address.type];
  return [address.name, ...(address.boundTo === undefined ? [] : [itemTypeOf(address.boundTo)])];
}

/** `ns.Type` of `Collection(ns.Type)` */
export function itemTypeOf(text: string): string {
  return /^Collection\((.*)\)$/.exec(text)?.[1] ?? text;
}
