import type { Place } from "../../http/place.js";
import { encodeOption, type AnyQuery } from "../../http/query-string.js";

/** The path of a request with its query (OData 2.0 URI Conventions §4). Services of SAP take the option `search`. */
export function pathV2({ path, aliases }: Place, query: AnyQuery = {}): string {
  const { filter, orderby, top, skip, count, search, custom = {} } = query;
  const { select, expand } = pathsIn(query);
  const options: Readonly<Record<string, unknown>> = {
    $select: select,
    $expand: expand,
    $filter: filter,
    $orderby: orderby,
    $top: top,
    $skip: skip,
    $inlinecount: count ? "allpages" : "",
    search,
  };
  const system = Object.entries(options).filter(([, value]) => String(value ?? "") !== "");
  const parts = [...system, ...Object.entries(custom)].map(
    ([name, value]) => `${encodeURIComponent(name).replace("%24", "$")}=${encodeOption(String(value))}`,
  );
  const text = [...aliases, ...parts].join("&");
  return text === "" ? path : `${path}?${text}`;
}

interface QueryPaths {
  /** Empty where all properties are selected. */
  readonly select: readonly string[];
  readonly expand: readonly string[];
}

/**
 * The paths that a query selects and expands. A selected navigation property stands for all properties of the related
 * entities, and an expanded path expands all navigation properties on it.
 */
function pathsIn({ select = [], expand = {} }: AnyQuery, prefix = ""): QueryPaths {
  const below = Object.entries(expand).flatMap(([name, item]) => {
    const path = prefix + name;
    return item ? [{ path, ...pathsIn(item === true ? {} : item, `${path}/`) }] : [];
  });
  const own = select.length > 0 ? select : below.some((item) => item.select.length > 0) ? ["*"] : [];
  const orPath = (path: string, paths: readonly string[]) => (paths.length > 0 ? paths : [path]);
  return {
    select:
      own.length > 0
        ? [...own.map((name) => prefix + name), ...below.flatMap((item) => orPath(item.path, item.select))]
        : [],
    expand: below.flatMap((item) => orPath(item.path, item.expand)),
  };
}
