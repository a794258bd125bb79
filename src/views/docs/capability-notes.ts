/** Sentences on restrictions of a resource that types cannot express. */
import type { QuerySupport } from "../../facts/place-support.js";
import type { ResourceCapabilities } from "../../vocabularies/capabilities.js";

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
    ...list("Filters may use", capabilities.filterFunctions),
    ...list("Cannot be sorted by", capabilities.nonSortable),
    ...list("Can be sorted in ascending order only by", capabilities.ascendingOnly),
    ...list("Can be sorted in descending order only by", capabilities.descendingOnly),
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
