/** Sentences on restrictions of a resource that types cannot express. */
import type { QuerySupport } from "../../facts/place-support.js";
import { groupBy } from "../../edm/grouping.js";
import type { MemberQueries } from "../../facts/place-restrictions.js";
import type { FilterExpression, ResourceCapabilities } from "../../vocabularies/capabilities.js";

/** What annotations deny and the client permits all the same; `path` leads there from the documented place. */
export function supportNotesOf({ noted, notedNonExpandable }: QuerySupport, path?: string): readonly string[] {
  const place = path === undefined ? "here" : `at \`${path}\``;
  return [
    ...(noted.length === 0 ? [] : [`Annotations call ${quoted(noted.map((name) => `$${name}`))} unsupported ${place}.`]),
    ...(notedNonExpandable.length === 0
      ? []
      : [`Annotations call it unsupported ${place} to expand ${quoted(notedNonExpandable)}.`]),
  ];
}

export function listNotesOf(capabilities: ResourceCapabilities): readonly string[] {
  const { requiresFilter, requiredInFilter } = capabilities;
  return [
    ...list("Cannot be filtered by", capabilities.nonFilterable),
    ...(requiresFilter || requiredInFilter.length > 0
      ? [requiredInFilter.length === 0 ? "Needs a filter." : `Needs a filter by ${quoted(requiredInFilter)}.`]
      : []),
    ...expressionNotes(capabilities.filterExpressions),
    ...list("Filters may use", capabilities.filterFunctions),
    ...list("Cannot be sorted by", capabilities.nonSortable),
    ...list("Can be sorted in ascending order only by", capabilities.ascendingOnly),
    ...list("Can be sorted in descending order only by", capabilities.descendingOnly),
  ];
}

/** What filters may compare a property with, by the members of Capabilities.FilterExpressionType. */
const expressions: ReadonlyMap<string, string> = new Map([
  ["SingleValue", "one value"],
  ["MultiValue", "values, joined by `or`"],
  ["SingleRange", "one range"],
  ["MultiRange", "ranges, joined by `or`"],
  ["SearchExpression", "a text pattern"],
  ["MultiRangeOrSearchExpression", "ranges, joined by `or`, or a text pattern"],
]);

function expressionNotes(stated: readonly FilterExpression[]): readonly string[] {
  return [...groupBy(stated, ({ allowed }) => allowed)].flatMap(([allowed, group]) => {
    const words = expressions.get(allowed);
    const names = group.map(({ property }) => property);
    return words === undefined ? [] : [`Filters compare ${quoted(names)} with ${words}.`];
  });
}

/** How a property is used in queries, where all places with it agree. */
export function queryNotesOf({ filterable, sortable, requiredInFilter, filterExpression }: MemberQueries): readonly string[] {
  const missing = [...(filterable ? [] : ["filterable"]), ...(sortable ? [] : ["sortable"])];
  const words = filterExpression === undefined ? undefined : expressions.get(filterExpression);
  return [
    ...(missing.length === 0 ? [] : [`Not ${missing.join(" or ")}.`]),
    ...(requiredInFilter ? ["Required in filters."] : []),
    ...(words === undefined ? [] : [`Filters compare it with ${words}.`]),
  ];
}

export function createNotesOf({ requiredOnInsert, nonInsertable }: ResourceCapabilities): readonly string[] {
  return [...list("A new entity needs", requiredOnInsert), ...list("A new entity cannot have", nonInsertable)];
}

export function updateNotesOf({ requiredOnUpdate, nonUpdatable }: ResourceCapabilities): readonly string[] {
  return [...list("A change has to give", requiredOnUpdate), ...list("A change cannot give", nonUpdatable)];
}

function list(lead: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`${lead} ${quoted(names)}.`];
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
