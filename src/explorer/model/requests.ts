/** Requests by what they are about. */
import { groupBy } from "../../edm/grouping.js";
import type { RequestData } from "../../explore/data/format.js";
import type { ModelIndex } from "./model-index.js";
import { once } from "./once.js";
import { nameInType } from "./type-names.js";

type Address = NonNullable<RequestData["addresses"]>;

/** The documented requests to entities and collections of a type, its bound operations too, or that call an operation. */
export function requestsOf(name: string, index: ModelIndex): readonly RequestData[] {
  return byName(index).get(name) ?? [];
}

/** Placeholders may have other names than the page of the request gives them. */
export function requestAt(method: string, path: string, index: ModelIndex): RequestData | undefined {
  return requestNamed(`${method} ${path}`, index);
}

export function requestNamed(name: string, index: ModelIndex): RequestData | undefined {
  const requests = byKey(index);
  return requests.get(name) ?? requests.get(requestKey(name));
}

/** `GET /users/{id}`: names of parameters differ between pages and versions. */
export function requestKey(element: string): string {
  return isRequest(element) ? pathKey(element) : element;
}

export function isRequest(element: string): boolean {
  return /^[A-Z]+ \//.test(element);
}

/** The documented requests to the longest beginning of a path that has some, those of a similar length first. */
export function requestsNear(path: string, { data }: ModelIndex): readonly RequestData[] {
  const keyed = data.requests.map((request) => ({ request, key: pathKey(request.path) }));
  const wanted = pathKey(path);
  const farness = (key: string) => Math.abs(key.length - wanted.length);
  for (let start = wanted; start !== ""; start = start.slice(0, Math.max(0, start.lastIndexOf("/")))) {
    const near = keyed.filter(({ key }) => key.startsWith(start));
    if (near.length > 0) return near.sort((a, b) => farness(a.key) - farness(b.key)).map(({ request }) => request);
  }
  return [];
}

function pathKey(path: string): string {
  return path.replaceAll(/\{[^}]*\}/g, "{id}");
}

/** By the first segment of their paths, in the order of the data. */
export const requestsBySegment = once(({ data }) =>
  groupBy(data.requests, ({ path }) => /^\/?([^/(?]*)/.exec(path)?.[1] ?? ""),
);

export function keyOfRequest({ method, path }: Pick<RequestData, "method" | "path">): string {
  return `${method} ${path}`;
}

/** By their own names, and by those without names of placeholders, of which the first request has one. */
const byKey = once(({ data: { requests } }) => {
  const named = requests.map((request) => [keyOfRequest(request), request] as const);
  return new Map([...named.map(([name, request]) => [requestKey(name), request] as const).reverse(), ...named]);
});

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
  return [address.name, ...(address.boundTo === undefined ? [] : [nameInType(address.boundTo)])];
}
