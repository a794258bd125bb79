import { sourceIndexOf } from "../../diagnostics/position.js";
import { groupBy } from "../../edm/grouping.js";
import { simpleNameOf } from "../../edm/names.js";
import type { OtherPage, Permission, Request } from "../../edm/requests.js";
import type { MergeContext } from "../context.js";
import type { Bases } from "../types/bases.js";
import { singularOf } from "../names/type-names.js";
import { pathSegmentsOf, segmentText } from "./path-segments.js";
import { addressedNames, compareRanks, type RankPage } from "./page-rank.js";
import { pathKeyOf } from "./path-tree.js";

/** Merges the pages of each method and path to one request, sorted by path and method. */
export function mergeRequests(
  requests: readonly Request[],
  rank: RankPage,
  bases: Bases,
  context: MergeContext,
): readonly Request[] {
  const groups = groupBy(requests, ({ template, method }) => `${pathKeyOf(template)} ${method}`);
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => mergeGroup(group.sort(context.precedence), rank, bases, context));
}

/** A page about an operation tells more of a path than those that only list it: `POST …/reply` on a page of properties. */
function operationFirst(group: readonly [Request, ...Request[]]): readonly [Request, ...Request[]] {
  const described = group.find(({ operation }) => operation !== undefined);
  return described === undefined ? group : [described, ...group.filter((request) => request !== described)];
}

type Group = readonly [Request, ...Request[]];

/**
 * The page about the addressed resource introduces the request and gives its permissions, those about it give body and
 * result, and the newest of them everything else. The others are named beside it.
 */
function mergeGroup(group: Group, rankPage: RankPage, bases: Bases, context: MergeContext): Request {
  const rank = group.length === 1 ? rankPage : ranksOf(group, rankPage);
  const about = operationFirst(pagesAbout(group, rank));
  const body = common(about, "body", bases);
  const returns = common(about, "returns", bases);
  const required = requiredBy(about);
  const [{ required: _, ...newest }] = about;
  const first = firstOf(about, body, rank);
  const permissions = permissionsOf(about, first, rank);
  const alsoDocumentedBy = otherPagesOf(group, first, permissions);
  const { permissions: _own, description: _text, link: _address, ...rest } = newest;
  const merged: Request = {
    ...rest,
    template: first.template,
    title: first.title,
    examples: group.flatMap(({ examples }) => examples),
    ...(first.description !== undefined && { description: first.description }),
    ...(first.link !== undefined && { link: first.link }),
    ...(alsoDocumentedBy.length > 0 && { alsoDocumentedBy }),
    ...(permissions !== undefined && { permissions }),
    ...(body && { body }),
    ...(returns && { returns }),
    ...(required.length > 0 && { required }),
  };
  context.declarations.set(merged, [first, ...group.filter((request) => request !== first)]);
  return merged;
}

function ranksOf(group: Group, rank: RankPage): RankPage {
  const ranks = new Map(group.map((request) => [request, rank(request)]));
  return (request) => ranks.get(request) ?? rank(request);
}

/** The pages that name what the path addresses; all of them where none does. */
function pagesAbout(group: Group, rank: RankPage): Group {
  if (group.length === 1) return group;
  const [first, ...others] = group.filter((request) => rank(request).naming < 2);
  return first === undefined ? group : [first, ...others];
}

/** The page that fits the request best; before that, one about the common type of the body. */
function firstOf(about: Group, body: Request["body"], rank: RankPage): Request {
  const fitting = about.filter((request) => request.body?.type === body?.type);
  const [newest] = about;
  return fitting.sort((a, b) => compareRanks(rank(a), rank(b)))[0] ?? newest;
}

/** Those of the page that introduces the request, unless it is an older one and a recent page states them anew. */
function permissionsOf(about: Group, first: Request, rank: RankPage): Request["permissions"] {
  if (about.length === 1) return first.permissions;
  const ranked = about.toSorted((a, b) => compareRanks(rank(a), rank(b)));
  const anew = ranked.filter((request) => rank(request).recent && (!rank(request).foreign || rank(first).foreign));
  const preferred = rank(first).recent ? [first, ...ranked] : [...anew, first, ...ranked];
  return preferred.find((request) => request.permissions !== undefined)?.permissions;
}

/** The other pages, each once, with their permissions where these are not those of the request. */
function otherPagesOf(group: Group, first: Request, permissions: Request["permissions"]): readonly OtherPage[] {
  if (group.length === 1) return [];
  const own = keyOf(permissions);
  const addressed = addressedNames(first.template);
  const source = sourceIndexOf(first.at);
  const others = group.filter(({ at }) => sourceIndexOf(at) !== source);
  const pages = groupBy(others, ({ at }) => sourceIndexOf(at));
  return [...pages.values()].map(([{ title, link, at, permissions: all }]) => {
    const stated = all && casesOf(all, addressed);
    return {
      title,
      ...(link !== undefined && { link }),
      ...(stated !== undefined && keyOf(stated) !== own && { permissions: stated }),
      at,
    };
  });
}

/** Of cases that are named like resources, the one of the addressed resource; all of them where none is. */
function casesOf(permissions: readonly Permission[], addressed: readonly string[]): readonly Permission[] {
  const own = permissions.filter(({ when }) => when !== undefined && addressed.includes(when.toLowerCase()));
  return own.length === 0 ? permissions : own.map(withoutCase);
}

function withoutCase(permission: Permission): Permission {
  const { when: _, ...rest } = permission;
  return rest;
}

/** The same for permissions that need the same, wherever they stand. */
function keyOf(permissions: readonly Permission[] = []): string {
  const keys = permissions.map(({ scheme, when, alternatives }) =>
    JSON.stringify([scheme, when, alternatives.map((set) => set.toSorted()).toSorted()]),
  );
  return keys.sort().join();
}

/**
 * What the pages show: the type that the path names (`user` of `/users/{id}`), else the nearest common base, since two pages
 * may show two derived types.
 */
function common(group: readonly Request[], field: "body" | "returns", bases: Bases): Request["body"] {
  const refs = group.flatMap((request) => request[field] ?? []);
  const [first] = refs;
  if (first === undefined) return undefined;
  const singular = singularOf(lastNameOf(group)).toLowerCase();
  const named = refs.find((ref) => simpleNameOf(ref.type).toLowerCase() === singular);
  if (named !== undefined) return named;
  const type = bases.common(refs.map((ref) => ref.type));
  return { ...first, type: type ?? first.type };
}

/** The last name in a path. */
function lastNameOf([first]: readonly Request[]): string {
  const names = pathSegmentsOf(first?.template ?? "").flatMap((segment) =>
    segment.kind === "Name" ? [segment.name] : [],
  );
  return names.at(-1) ?? "";
}

/** The properties that all pages require: each page may be about a derived type with properties of its own. */
function requiredBy([newest, ...others]: readonly [Request, ...Request[]]): NonNullable<Request["required"]> {
  const named = newest.required ?? [];
  return named.filter((name) => others.every((other) => other.required?.includes(name) === true));
}

/** The service root that most examples show: the URL before the path of the request. */
export function serviceRootOf(requests: readonly Request[]): string | undefined {
  const roots = requests.flatMap(({ template, examples }) => {
    const [first] = pathSegmentsOf(template);
    if (first === undefined) return [];
    return examples.flatMap(({ request }) => (request && rootOf(request.url, `/${segmentText(first)}`)) ?? []);
  });
  const counted = [...groupBy(roots, (root) => root)];
  return counted.sort(([a, many], [b, more]) => more.length - many.length || (a < b ? -1 : 1))[0]?.[0];
}

function rootOf(url: string, pathStart: string): string | undefined {
  if (!url.startsWith("https://")) return undefined;
  const end = url.indexOf(pathStart, "https://".length);
  return end === -1 ? undefined : url.slice(0, end);
}
