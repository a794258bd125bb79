import { groupBy } from "../../edm/grouping.js";
import { simpleNameOf } from "../../edm/names.js";
import type { Permission, Request } from "../../edm/requests.js";
import type { MergeContext } from "../context.js";
import type { Bases } from "../types/bases.js";
import { singularOf } from "../names/type-names.js";
import { pathSegmentsOf, segmentText } from "./path-segments.js";
import { pathKeyOf } from "./path-tree.js";

/** Merges the pages of each method and path to one request, sorted by path and method. */
export function mergeRequests(requests: readonly Request[], bases: Bases, context: MergeContext): readonly Request[] {
  const groups = groupBy(requests, ({ template, method }) => `${pathKeyOf(template)} ${method}`);
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => mergeGroup(operationFirst(group.sort(context.precedence)), bases, context));
}

/** A page about an operation tells more of a path than those that only list it: `POST …/reply` on a page of properties. */
function operationFirst(group: readonly [Request, ...Request[]]): readonly [Request, ...Request[]] {
  const described = group.find(({ operation }) => operation !== undefined);
  return described === undefined ? group : [described, ...group.filter((request) => request !== described)];
}

/** The newest page gives everything, except that a page about the common type of the body introduces the request. */
function mergeGroup(group: readonly [Request, ...Request[]], bases: Bases, context: MergeContext): Request {
  const body = common(group, "body", bases);
  const returns = common(group, "returns", bases);
  const required = requiredBy(group);
  const [{ required: _, ...newest }] = group;
  const first = group.find((request) => request.body?.type === body?.type) ?? newest;
  const merged: Request = {
    ...newest,
    template: first.template,
    title: first.title,
    examples: group.flatMap(({ examples }) => examples),
    ...(first.description !== undefined && { description: first.description }),
    ...(first.link !== undefined && { link: first.link }),
    ...newestPermissions(group),
    ...(body && { body }),
    ...(returns && { returns }),
    ...(required.length > 0 && { required }),
  };
  context.declarations.set(merged, group);
  return merged;
}

/**
 * What the pages show: the type that the path names (`user` of `/users/{id}`), else the nearest common base, since two pages
 * may show two derived types.
 */
function common(group: readonly Request[], field: "body" | "returns", bases: Bases): Request["body"] {
  const refs = group.flatMap((request) => request[field] ?? []);
  const [first] = refs;
  const singular = singularOf(lastNameOf(group)).toLowerCase();
  const named = refs.find((ref) => simpleNameOf(ref.type).toLowerCase() === singular);
  if (named !== undefined) return named;
  const type = bases.common(refs.map((ref) => ref.type));
  return first && { ...first, type: type ?? first.type };
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

/** The permissions of each scheme from the newest page that has some; those of several pages are never mixed. */
function newestPermissions(group: readonly Request[]): Pick<Request, "permissions"> {
  const stated = group.flatMap(({ permissions }) => (permissions === undefined ? [] : [permissions]));
  if (stated.length === 0) return {};
  const newest = new Map<Permission["scheme"], readonly Permission[]>();
  for (const permissions of stated) {
    for (const [scheme, list] of groupBy(permissions, (permission) => permission.scheme))
      if (!newest.has(scheme)) newest.set(scheme, list);
  }
  return { permissions: [...newest.values()].flat() };
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
