/** Documentation of the requests behind a member of the client. */
import { groupBy } from "../../edm/grouping.js";
import type { ResolvedRequest } from "../../edm/model.js";
import type { QueryOptions } from "../../edm/requests.js";
import { safeLink } from "../../vocabularies/links.js";
import { deprecationOf, type Deprecation } from "../../vocabularies/revisions.js";
import { permissionNotes } from "./permission-notes.js";

export interface RequestNote {
  readonly paragraphs: readonly string[];
  /** Addresses of the pages. */
  readonly links: readonly string[];
  /** Set only where every request is deprecated. */
  readonly deprecation?: Deprecation;
}

/** A page documents several paths alike, so requests that differ in their path alone share their paragraphs. */
export function requestNoteOf(requests: readonly ResolvedRequest[]): RequestNote {
  const alike = [
    ...groupBy(requests, (request) => JSON.stringify([request.description, ...detailsOf(request)])).values(),
  ];
  const deprecations = requests.map(deprecationOf);
  const deprecation = deprecations.includes(undefined) ? undefined : deprecations[0];
  const tags = { links: [], ...(deprecation !== undefined && { deprecation }) };
  if (alike.length > MOST) return { ...tags, paragraphs: inShort(alike) };
  return {
    ...tags,
    paragraphs: alike.flatMap((group) => [...descriptionOf(group), pathsOf(group), ...detailsOf(group[0])]),
    links: requests.flatMap(({ link }) => safeLink(link) ?? []),
  };
}

type Alike = readonly [ResolvedRequest, ...ResolvedRequest[]];

/** Up to so many different pages are shown in full: a type that many paths lead to, such as `directoryObject`, has dozens. */
const MOST = 4;

function inShort(groups: readonly Alike[]): readonly string[] {
  return [
    "What it does, and the permissions it takes, depend on the path:",
    ...groups.map((group) => `- ${[pathsOf(group), ...descriptionOf(group)].join(": ")}`),
  ];
}

function descriptionOf([{ description }]: Alike): readonly string[] {
  return description === undefined ? [] : [description];
}

function pathsOf(group: Alike): string {
  return group.map(({ method, template }) => `\`${method} ${template}\``).join(", ");
}

function detailsOf({ queryOptions, permissions, clouds }: ResolvedRequest): readonly string[] {
  return [
    ...(queryOptions === undefined ? [] : [optionsNote(queryOptions)]),
    ...permissionNotes(permissions ?? []),
    ...(clouds === undefined ? [] : [`National clouds: ${clouds.join(", ")}.`]),
  ];
}

function optionsNote({ names, others }: QueryOptions): string {
  if (names.length === 0) return others ? "Takes some of the query options." : "Takes no query options.";
  return `Query options: ${names.map((name) => `\`${name}\``).join(", ")}${others ? " and others" : ""}.`;
}
