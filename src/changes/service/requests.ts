/** Requests that pages document, with the permissions that pages or annotations state. */
import type { Model, ResolvedRequest } from "../../edm/model.js";
import { alternativesText, schemeTitle } from "../../edm/microsoft-graph.js";
import type { Permission } from "../../edm/requests.js";
import { annotatedRequests } from "../../permissions/annotated-requests.js";
import { statedBeside } from "../../vocabularies/resource-permissions.js";
import type { Change, Effect } from "../change.js";
import { changeOf, placeOf, type Place } from "../change-of.js";
import type { ChangeCode } from "../codes.js";
import { effects, GROWS, NONE, reasons, type Effects } from "../effects.js";
import { paired, type Pair } from "../pairs.js";
import type { Sides } from "../side.js";

export function requestChanges({ before, after }: Sides): readonly Change[] {
  const { removed, added, both } = paired(requestsOf(before.model), requestsOf(after.model), keyOf);
  return [
    ...removed.filter(isDocumented).map(removedChange),
    ...added.filter(isDocumented).map((request) =>
      changeOf(placeOf(keyOf(request), undefined, request), "request-added", `${keyOf(request)} is documented.`, {
        effects: GROWS,
      }),
    ),
    ...both.flatMap(permissionChanges),
  ];
}

function requestsOf(model: Model): readonly ResolvedRequest[] {
  const documented = new Set(model.requests.map(keyOf));
  const annotated = annotatedRequests(model, statedBeside(model.requests));
  return [...model.requests, ...annotated.filter((request) => !documented.has(keyOf(request)))];
}

/** `GET /users/{id}`, with one name for all keys. */
function keyOf({ method, template }: ResolvedRequest): string {
  return `${method} ${template.replaceAll(/\{[^}]*\}/g, "{id}")}`;
}

/** Those of annotations alone are part of the place that is annotated. */
function isDocumented({ title }: ResolvedRequest): boolean {
  return title !== "";
}

function onSenders({ method, resource }: ResolvedRequest, effect: Effect): Effects {
  const reads = method === "GET" || (resource?.kind === "Operation" && resource.operation.kind === "Function");
  return reads ? effects(effect, "none", "none") : effects("none", effect, "none");
}

function removedChange(request: ResolvedRequest): Change {
  const element = keyOf(request);
  return changeOf(placeOf(element, request, undefined), "request-removed", `${element} is not documented any more.`, {
    effects: onSenders(request, "breaking"),
    ...reasons({ source: "the client sends it as before" }),
  });
}

/** The alternatives of one scheme and case. */
function permissionKey({ scheme, when = "" }: Permission): string {
  return `${scheme} ${when}`;
}

/** Nothing is known of the permissions of a request whose page states none. */
function permissionChanges({ before, after }: Pair<ResolvedRequest>): readonly Change[] {
  if (before.permissions === undefined || after.permissions === undefined) return [];
  const place = placeOf(keyOf(before), before, after);
  const { removed, added, both } = paired(before.permissions, after.permissions, permissionKey);
  const all: readonly Pair<Permission>[] = [
    ...removed.map((permission) => ({ before: permission, after: { ...permission, alternatives: [] } })),
    ...added.map((permission) => ({ before: { ...permission, alternatives: [] }, after: permission })),
    ...both,
  ];
  return all.flatMap((pair) => schemeChanges(place, before, pair));
}

function schemeChanges(place: Place, request: ResolvedRequest, { before, after }: Pair<Permission>): readonly Change[] {
  const [old, now] = [before, after].map(({ alternatives }) =>
    alternatives.map((set) => [...set].sort().join(" and ")),
  );
  const title = schemeTitle(after.scheme);
  const lost = (old ?? []).filter((set) => now?.includes(set) !== true);
  const gained = (now ?? []).filter((set) => old?.includes(set) !== true);
  const texts = { before: alternativesText(before.alternatives), after: alternativesText(after.alternatives) };
  const change = (code: ChangeCode, message: string, effect: Effects): Change =>
    changeOf(place, code, `${place.element}, ${title}: ${message}.`, { effects: effect, ...texts });
  const isLeast = before.ordered && after.ordered && old?.[0] !== now?.[0] && old?.[0] !== undefined;
  return [
    ...lost.map((set) => change("permission-removed", `${set} is not enough any more`, onSenders(request, "breaking"))),
    ...gained.map((set) => change("permission-added", `${set} is enough`, onSenders(request, "compatible"))),
    ...(isLeast && now?.[0] !== undefined && lost.length + gained.length === 0
      ? [change("least-permission-changed", `the least privileged permission is ${now[0]}`, NONE)]
      : []),
  ];
}
