/** Requests by what they are about. */
import { groupBy } from "../../edm/grouping.js";
import type { RequestData } from "../../explore/data/format.js";
import type { ModelIndex } from "./model-index.js";
import { once } from "./once.js";

type Address = NonNullable<RequestData["addresses"]>;

/** The documented requests to entities and collections of a type, its bound operations too, or that call an operation. */
export function requestsOf(name: string, index: ModelIndex): readonly RequestData[] {
  return byName(index).get(name) ?? [];
}

export function requestAt(method: string, path: string, index: ModelIndex): RequestData | undefined {
  return byKey(index).get(`${method} ${path}`);
}

/** By the first segment of their paths, in the order of the data. */
export const requestsBySegment = once(({ data }) =>
  groupBy(data.requests, ({ path }) => /^\/?([^/(?]*)/.exec(path)?.[1] ?? ""),
);

export function keyOfRequest({ method, path }: Pick<RequestData, "method" | "path">): string {
  return `${method} ${path}`;
}

const byKey = once(({ data }) => new Map(data.requests.map((request) => [keyOfRequest(request), request])));

const byName = once(({ data }) => {
  const named = data.requests.flatMap((request) => [...new Set(namesOf(request))].map((name) => ({ name, request })));
  return new Map([...groupBy(named, ({ name }) => name)].map(([name, all]) => [name, all.map((one) => one.request)]));
});

function namesOf({ operation, addresses }: RequestData): readonly string[] {
  return [operation, addresses].flatMap((address) => (address === undefined ? [] : namesAt(address)));
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
