import type { Place } from "../../http/place.js";
import { encodeOption, type AnyQuery } from "../../http/query-string.js";

/** The path of a request with its query. */
export function pathV2({ path, aliases }: Place, query: AnyQuery = {}): string {
  const options = [...systemOptions(query), ...Object.entries(query.custom ?? {})].map(
    ([name, value]) => `${encodeURIComponent(name).replace("%24", "$")}=${encodeOption(String(value))}`,
  );
  const parts = [...aliases, ...options];
  return parts.length === 0 ? path : `${path}?${parts.join("&")}`;
}

/** Query options in a fixed order, not encoded (OData 2.0 URI Conventions §4). Services of SAP take `search`. */
function systemOptions(query: AnyQuery): readonly (readonly [name: string, value: unknown])[] {
  const { filter, orderby, top, skip, search, count } = query;
  const options: readonly (readonly [name: string, value: unknown])[] = [
    ["$select", selects(query) ? selectPaths(query) : ""],
    ["$expand", expandPaths(query)],
    ["$filter", filter],
    ["$orderby", orderby],
    ["$top", top],
    ["$skip", skip],
    ["$inlinecount", count && "allpages"],
    ["search", search],
  ];
  return options.filter(([, value]) => value !== false && String(value ?? "") !== "");
}

function expandedIn({ expand = {} }: AnyQuery): readonly (readonly [name: string, query: AnyQuery])[] {
  return Object.entries(expand).flatMap(([name, item]) => (item ? [[name, item === true ? {} : item] as const] : []));
}

/** Whether a query selects properties, or one within it does. */
function selects(query: AnyQuery): boolean {
  return (query.select ?? []).length > 0 || expandedIn(query).some(([, item]) => selects(item));
}

/** Paths of what is selected. A navigation property without a query of its own stands for all properties. */
function selectPaths(query: AnyQuery, prefix = ""): string[] {
  const own = query.select?.length ? query.select : ["*"];
  return [
    ...own.map((name) => prefix + name),
    ...expandedIn(query).flatMap(([name, item]) =>
      selects(item) ? selectPaths(item, `${prefix}${name}/`) : [prefix + name],
    ),
  ];
}

/** Paths of what is expanded; a path expands all navigation properties on it. */
function expandPaths(query: AnyQuery, prefix = ""): string[] {
  return expandedIn(query).flatMap(([name, item]) => {
    const below = expandPaths(item, `${prefix}${name}/`);
    return below.length > 0 ? below : [prefix + name];
  });
}
