/** Requests by what they are about. */
import { groupBy } from "../../edm/grouping.js";
import type { RequestData } from "../../explore/data/format.js";
import { data, finder, once } from "./model.js";
import { nameInType } from "./type-names.js";

const methods = ["GET", "POST", "PATCH", "PUT", "DELETE"];

type Address = NonNullable<RequestData["addresses"]>;

/** The documented requests to entities and collections of a type, its bound operations too, or that call an operation. */
export function requestsOf(name: string): readonly RequestData[] {
  return byName(name).map(([, request]) => request);
}

/** `GET /users/{id}`; its placeholders may have other names than the page of the request gives them. */
export function requestNamed(name: string): RequestData | undefined {
  return byKey().get(name) ?? byKey().get(requestKey(name));
}

/** The documented requests to a path, by method. */
export function requestsAt(path: string): readonly RequestData[] {
  return methods.flatMap((method) => requestNamed(`${method} ${path}`) ?? []);
}

/** `GET /users/{id}` or a path alone, since names of parameters differ; what is neither stays. */
export function requestKey(element: string): string {
  return /^(?:[A-Z]+ )?\//.test(element) ? element.replaceAll(/\{[^}]*\}/g, "{id}") : element;
}

/** The documented requests to the longest beginning of a path that has some, those of a similar length first. */
export function requestsNear(path: string): readonly RequestData[] {
  const farness = (request: RequestData) => Math.abs(requestKey(request.path).length - requestKey(path).length);
  for (let start = requestKey(path); start !== ""; start = start.slice(0, Math.max(0, start.lastIndexOf("/")))) {
    const near = data.requests.filter((request) => requestKey(request.path).startsWith(start));
    if (near.length > 0) return near.sort((a, b) => farness(a) - farness(b));
  }
  return [];
}

/** By the first segment of their paths, in the order of the data. */
export const requestsBySegment = once(() =>
  groupBy(data.requests, ({ path }) => /^\/?([^/(?]*)/.exec(path)?.[1] ?? ""),
);

export function keyOfRequest({ method, path }: Pick<RequestData, "method" | "path">): string {
  return `${method} ${path}`;
}

/** By their own names, and by those without names of placeholders, of which the first request has one. */
const byKey = once(() => {
  const named = data.requests.map((request) => [keyOfRequest(request), request] as const);
  return new Map([...named.map(([name, request]) => [requestKey(name), request] as const).reverse(), ...named]);
});

const byName = finder(
  () => data.requests.flatMap((request) => [...new Set(namesOf(request))].map((name) => [name, request] as const)),
  ([name]) => name,
);

function namesOf({ operation, addresses }: RequestData): readonly string[] {
  return [...namesAt(operation), ...namesAt(addresses)];
}

function namesAt(address: Address | undefined): readonly string[] {
  if (address === undefined) return [];
  if ("of" in address) return namesAt(address.of);
  if ("type" in address) return [address.type];
  return [address.name, ...(address.boundTo === undefined ? [] : [nameInType(address.boundTo)])];
}
