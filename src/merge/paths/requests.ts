import { groupBy } from "../../edm/grouping.js";
import type { Permission, PermissionScheme, Request } from "../../edm/requests.js";
import type { Bases } from "../types/bases.js";
import type { MergeContext } from "../context.js";
import { firstSegmentOf, pathKeyOf } from "./path-tree.js";

/** One request for each method and path. Several pages may document it: the newest speaks first. */
export function mergeRequests(requests: readonly Request[], bases: Bases, context: MergeContext): readonly Request[] {
  const groups = groupBy(requests, ({ template, method }) => `${pathKeyOf(template, context.segmentsOf)} ${method}`);
  return [...groups]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([, group]) => (isAsSaid(group) ? group[0] : mergeGroup(group.sort(context.weigh), bases, context)));
}

/** Whether one page alone speaks of a request, and would be told as it is: that goes for most. */
function isAsSaid([{ required, permissions = [] }, ...others]: readonly [Request, ...Request[]]): boolean {
  if (others.length > 0 || required?.length === 0) return false;
  const schemes = permissions.map(({ scheme }) => scheme);
  // Those of one scheme stand together when none of them has another one between itself and the first.
  return schemes.every(
    (scheme, index) => index === 0 || scheme === schemes[index - 1] || schemes.indexOf(scheme) === index,
  );
}

function mergeGroup(group: readonly [Request, ...Request[]], bases: Bases, context: MergeContext): Request {
  const body = common(group, "body", bases);
  const returns = common(group, "returns", bases);
  // The page about the common type introduces the request; the newest gives everything else.
  const [newest] = group;
  const { required: _, ...said } = newest;
  const first = group.find((request) => request.body?.type === body?.type) ?? newest;
  const merged: Request = {
    ...said,
    template: first.template,
    title: first.title,
    examples: group.flatMap(({ examples }) => examples),
    ...(first.description !== undefined && { description: first.description }),
    ...(first.link !== undefined && { link: first.link }),
    ...newestPermissions(group),
    ...(body && { body }),
    ...(returns && { returns }),
    ...requiredBy(group),
  };
  context.declare(merged, group);
  return merged;
}

/** The type that all pages of the request agree on: two pages may show two derived types. */
function common(group: readonly Request[], field: "body" | "returns", bases: Bases): Request["body"] {
  const said = group.flatMap((request) => request[field] ?? []);
  const [first] = said;
  const type = bases.common(said.map((ref) => ref.type));
  return first && { ...first, type: type ?? first.type };
}

/** What all pages of the request require: each may be about a derived type with properties of its own. */
function requiredBy([newest, ...others]: readonly [Request, ...Request[]]): Pick<Request, "required"> {
  const named = newest.required ?? [];
  const required = named.filter((name) => others.every((other) => other.required?.includes(name) === true));
  return required.length === 0 ? {} : { required };
}

/** By scheme, from the newest page that says it; never a union of pages. */
function newestPermissions(group: readonly Request[]): Pick<Request, "permissions"> {
  if (group.every(({ permissions }) => permissions === undefined)) return {};
  const byScheme = new Map<PermissionScheme, { readonly by: Request; readonly list: Permission[] }>();
  for (const request of group) {
    for (const permission of request.permissions ?? []) {
      const known = byScheme.get(permission.scheme);
      if (known === undefined) byScheme.set(permission.scheme, { by: request, list: [permission] });
      else if (known.by === request) known.list.push(permission);
    }
  }
  return { permissions: [...byScheme.values()].flatMap(({ list }) => list) };
}

/** The service root that most examples show: the URL before the path of the request. */
export function serviceRootOf(
  requests: readonly Request[],
  { segmentsOf }: Pick<MergeContext, "segmentsOf">,
): string | undefined {
  const counts = new Map<string, number>();
  for (const { template, examples } of requests) {
    const first = firstSegmentOf(template, segmentsOf);
    const start = `/${first}`;
    for (const { request } of examples) {
      const root = first === undefined || request === undefined ? undefined : rootOf(request.url, start);
      if (root !== undefined) counts.set(root, (counts.get(root) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))[0]?.[0];
}

function rootOf(url: string, pathStart: string): string | undefined {
  if (!url.startsWith("https://")) return undefined;
  const end = url.indexOf(pathStart, "https://".length);
  return end === -1 ? undefined : url.slice(0, end);
}
