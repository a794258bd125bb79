/**
 * The query options that requests to a place take. What annotations call unsupported is refused, or only noted where the
 * service is assumed to take it all the same; what a page shows at the place is neither.
 */
import type { Declared } from "../edm/elements.js";
import { UNRESTRICTED, type ResourceCapabilities } from "../vocabularies/capabilities.js";
import type { Assumptions } from "./assumptions.js";
import { documentedOptions, type DocumentedOptions, type RequestsThrough } from "../edm/documented-options.js";

export interface QuerySupport {
  /** Names of options, without `$`. */
  readonly refused: readonly string[];
  readonly noted: readonly string[];
  /** Navigation properties that `expand` does not take. */
  readonly nonExpandable: readonly string[];
  readonly notedNonExpandable: readonly string[];
}

export interface PlaceSupport {
  /** Requests for a collection. */
  readonly list: QuerySupport;
  /** Requests for one entity, in a collection by its key. */
  readonly get: QuerySupport;
}

interface SupportRules {
  readonly assumptions: Assumptions;
  readonly requestsThrough: RequestsThrough;
}

const EVERYTHING: QuerySupport = { refused: [], noted: [], nonExpandable: [], notedNonExpandable: [] };

export function placeSupportOf(
  place: { readonly element?: Declared; readonly collection: boolean },
  capabilities: ResourceCapabilities,
  { assumptions, requestsThrough }: SupportRules,
): PlaceSupport {
  if (capabilities === UNRESTRICTED) return { list: EVERYTHING, get: EVERYTHING };
  const requests = (place.element && requestsThrough.get(place.element)) ?? [];
  const { selectable, expandable, expandableByKey, nonExpandable } = capabilities;
  const list = {
    select: selectable,
    expand: expandable,
    filter: capabilities.filterable,
    orderby: capabilities.sortable,
    top: capabilities.top,
    skip: capabilities.skip,
    search: capabilities.searchable,
    count: capabilities.countable,
  };
  const get = { select: selectable, expand: place.collection ? expandableByKey : expandable };
  return {
    list: querySupport(list, nonExpandable, documentedOptions("Collection", requests), assumptions),
    get: querySupport(get, nonExpandable, documentedOptions("Entity", requests), assumptions),
  };
}

function querySupport(
  supported: Readonly<Record<string, boolean>>,
  nonExpandable: readonly string[],
  { names, expanded }: DocumentedOptions,
  { restrictions }: Assumptions,
): QuerySupport {
  const options = Object.entries(supported).flatMap(([name, is]) => (is || names.has(name) ? [] : [name]));
  const paths = nonExpandable.filter((path) => !path.includes("/") && !expanded.has(path));
  return restrictions === "enforce"
    ? { refused: options, noted: [], nonExpandable: paths, notedNonExpandable: [] }
    : { refused: [], noted: options, nonExpandable: [], notedNonExpandable: paths };
}
