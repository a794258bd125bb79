/**
 * Where the page is, as its fragment says it: `#/type/<qualified name>/<member>`, `#/op/<qualified name>`,
 * `#/req/<method>/<path>`, `#/scope/<scope>`, `#/search/<words>`, `#/findings/<cause>`, `#/changes`, `#/picture`; empty at the start.
 */
export interface Route {
  readonly page: string;
  /** Decoded; the path of a request is one of them. */
  readonly parts: readonly string[];
}

export function routeOf(fragment: string): Route {
  const [page = "", ...parts] = fragment
    .replace(/^#?\/?/, "")
    .split("/")
    .map(decoded);
  if (page !== "req") return { page, parts: parts.filter((part) => part !== "") };
  const [method = "", ...path] = parts;
  return { page, parts: [method, `/${path.join("/")}`] };
}

export function fragmentOf({ page, parts }: Route): string {
  const encoded = parts.map((part) =>
    encodeURIComponent(part).replaceAll("%2F", "/").replaceAll("%7B", "{").replaceAll("%7D", "}"),
  );
  return `#/${[page, ...encoded.map((part) => part.replace(/^\//, ""))].join("/")}`;
}

export function typeRoute(name: string, member?: string): Route {
  return { page: "type", parts: member === undefined ? [name] : [name, member] };
}

export function operationRoute(name: string): Route {
  return { page: "op", parts: [name] };
}

export function requestRoute(method: string, path: string): Route {
  return { page: "req", parts: [method, path] };
}

export function scopeRoute(scope: string): Route {
  return { page: "scope", parts: [scope] };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
