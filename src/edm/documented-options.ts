/** The query options that pages show on requests through a set, singleton or navigation property. */
import type { Declared } from "./elements.js";
import { groupBy } from "./grouping.js";
import { resourceOf, type ResolvedRequest, type Resource } from "./model.js";

/** Requests by the last element of their paths. */
export type RequestsThrough = ReadonlyMap<Declared | undefined, readonly ResolvedRequest[]>;

export interface DocumentedOptions {
  /** Names without `$`. */
  readonly names: ReadonlySet<string>;
  /** The navigation properties that examples expand. */
  readonly expanded: ReadonlySet<string>;
}

export function requestsThrough(requests: readonly ResolvedRequest[]): RequestsThrough {
  return groupBy(requests, (request) => {
    const resource = addressedBy(request);
    return resource === undefined || resource.kind === "Operation" ? undefined : resource.through;
  });
}

function addressedBy({ resource, part }: ResolvedRequest): Resource | undefined {
  return resource ?? (part && resourceOf(part));
}

const UNDOCUMENTED: DocumentedOptions = { names: new Set(), expanded: new Set() };

/** Of requests that read a collection, its number of items included, or one entity. */
export function documentedOptions(
  kind: "Entity" | "Collection",
  requests: readonly ResolvedRequest[],
): DocumentedOptions {
  if (requests.length === 0) return UNDOCUMENTED;
  const reads = requests.filter((request) => request.method === "GET" && addressedBy(request)?.kind === kind);
  const queries = reads.flatMap(({ examples }) => examples.flatMap(({ request }) => queryOf(request?.url) ?? []));
  const stated = reads.flatMap(({ queryOptions }) => queryOptions?.names ?? []);
  const shown = queries.flatMap((query) => [...query.keys()]);
  const counted = reads.some(({ part }) => part?.kind === "Count") ? ["count"] : [];
  return {
    names: new Set([...[...stated, ...shown].map(withoutDollar), ...counted]),
    expanded: new Set(queries.flatMap((query) => expandedIn(query.get("$expand") ?? query.get("expand") ?? ""))),
  };
}

function queryOf(url: string | undefined): URLSearchParams | undefined {
  const start = url?.indexOf("?") ?? -1;
  return url === undefined || start === -1 ? undefined : new URLSearchParams(url.slice(start));
}

function withoutDollar(name: string): string {
  return name.replace(/^\$/, "").toLowerCase();
}

/** `manager($levels=max),directReports` */
function expandedIn(value: string): readonly string[] {
  return value
    .replaceAll(/\([^()]*\)/g, "")
    .split(",")
    .map((path) => path.trim());
}
