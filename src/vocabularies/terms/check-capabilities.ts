/** Reports restrictions that have no effect since something contradicts them. */
import type { At } from "../../diagnostics/position.js";
import type { Report } from "../../diagnostics/report.js";
import type { EntitySet, NavigationProperty, Singleton } from "../../edm/elements.js";
import { groupBy } from "../../edm/grouping.js";
import type { Model, ResolvedRequest } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import type { Method } from "../../edm/requests.js";
import { annotationOf, Capabilities, Core, type Annotated } from "../../edm/vocabulary.js";
import { accessOf } from "../access.js";
import type { CapabilityTerm } from "../capabilities.js";
import { contradictionsIn, statedBoolean } from "../contradictions.js";
import { annotatedOf, nameIn } from "./check-annotations.js";
import { fieldOf, pathsOf, valueOf } from "../values.js";
import { documentedOptions, requestsThrough } from "../../edm/documented-options.js";

/** A boolean of a capability: its term, and the properties of records that lead to it. */
type Switch = readonly [term: CapabilityTerm, ...path: readonly string[]];

export function checkCapabilities(model: Model, report: Report): void {
  const through = requestsThrough(model.requests);
  const said = new Set<At>();
  for (const element of model.elements) {
    for (const part of annotatedOf(element)) {
      if (part.annotations !== undefined) checkElement(nameIn(element, part), part, report);
      if (!isPlace(part)) continue;
      const requests = through.get(part);
      if (requests === undefined) continue;
      for (const { at, page, ...finding } of contradictedBy(nameIn(element, part), part, requests, model)) {
        // A restriction of a type is contradicted at many places.
        if (said.has(at)) continue;
        said.add(at);
        const related = [{ place: page, message: "the documentation" }];
        report.add("request-restricted", at, finding, related);
      }
    }
  }
}

function checkElement(element: string, annotated: Annotated, report: Report): void {
  for (const annotation of annotated.annotations ?? []) {
    for (const { property, first, second } of contradictionsIn(annotation)) {
      const related = [{ place: first, message: "the other value" }];
      report.add("capability-contradicted", second, { element, property, by: "another annotation" }, related);
    }
  }
  checkPermissions(element, annotated, report);
  checkLists(element, annotated, report);
}

const writes: readonly Switch[] = [
  ["InsertRestrictions", "Insertable"],
  ["UpdateRestrictions", "Updatable"],
  ["DeleteRestrictions", "Deletable"],
];

/** Permissions of a set that a capability of it contradicts. */
function checkPermissions(element: string, annotated: Annotated, report: Report): void {
  const permissions = annotationOf(annotated, Core.Permissions);
  if (permissions === undefined) return;
  const { read, write } = accessOf(annotated);
  const denied: readonly Switch[] = [
    ...(read ? [] : [["ReadRestrictions", "Readable"] as const]),
    ...(write ? [] : writes),
  ];
  for (const [term, ...path] of denied) {
    const stated = statedBoolean(annotated, term, path);
    if (stated?.value !== true) continue;
    const by = [term, ...path].join("/");
    const related = [{ place: stated.at, message: by }];
    report.add("capability-contradicted", permissions.at, { element, property: "Permissions", by }, related);
  }
}

/** Properties that have to be in a body and must not be. */
function checkLists(element: string, annotated: Annotated, report: Report): void {
  for (const [term, refusing] of [
    ["InsertRestrictions", ["NonInsertableProperties", "NonInsertableNavigationProperties"]],
    ["UpdateRestrictions", ["NonUpdatableProperties"]],
  ] as const) {
    const annotation = annotationOf(annotated, Capabilities[term]);
    if (annotation === undefined) continue;
    const value = valueOf(annotated, Capabilities[term]);
    const required = new Set(pathsOf(fieldOf(value, "RequiredProperties")));
    for (const list of refusing) {
      for (const path of pathsOf(fieldOf(value, list)).filter((one) => required.has(one))) {
        const by = `${term}/RequiredProperties`;
        report.add("capability-contradicted", annotation.at, { element, property: `${term}/${list} (${path})`, by });
      }
    }
  }
}

type Place = EntitySet | Singleton | NavigationProperty;

function isPlace(annotated: Annotated): annotated is Place {
  const kind = "kind" in annotated ? annotated.kind : undefined;
  return kind === "EntitySet" || kind === "Singleton" || kind === "NavigationProperty";
}

const options: ReadonlyMap<string, Switch> = new Map([
  ["select", ["SelectSupport", "Supported"]],
  ["expand", ["ExpandRestrictions", "Expandable"]],
  ["filter", ["FilterRestrictions", "Filterable"]],
  ["orderby", ["SortRestrictions", "Sortable"]],
  ["top", ["TopSupported"]],
  ["skip", ["SkipSupported"]],
  ["search", ["SearchRestrictions", "Searchable"]],
  ["count", ["CountRestrictions", "Countable"]],
]);

type Methods = Readonly<Record<Method, Switch>>;

const itemMethods = {
  PATCH: ["UpdateRestrictions", "Updatable"],
  PUT: ["UpdateRestrictions", "Updatable"],
  DELETE: ["DeleteRestrictions", "Deletable"],
} as const;

const methods: Readonly<Record<"Collection" | "Entity", Methods>> = {
  Collection: {
    GET: ["ReadRestrictions", "Readable"],
    POST: ["InsertRestrictions", "Insertable"],
    ...itemMethods,
  },
  Entity: {
    GET: ["ReadRestrictions", "ReadByKeyRestrictions", "Readable"],
    POST: ["InsertRestrictions", "Insertable"],
    ...itemMethods,
  },
};

interface Contradicted {
  readonly element: string;
  readonly property: string;
  readonly request: string;
  readonly at: At;
  /** Where the request is documented. */
  readonly page: At;
}

/** Restrictions of a place, or of the type there, that documented requests through it contradict. */
function contradictedBy(
  name: string,
  place: Place,
  requests: readonly ResolvedRequest[],
  model: Model,
): readonly Contradicted[] {
  const target = targetOf(place);
  const type = target && model.type(target);
  const stating: readonly (readonly [string, Annotated])[] = [
    [name, place],
    ...(type === undefined ? [] : [[type.name, type] as const]),
  ];
  const shown = groupBy(requests.flatMap(shownBy), ({ restriction }) => restriction.join("/"));
  return [...shown].flatMap(([property, [{ restriction, request, page }]]) => {
    const [term, ...path] = restriction;
    const [stated] = stating.flatMap(([element, annotated]) => {
      const found = statedBoolean(annotated, term, path);
      return found === undefined ? [] : [{ element, ...found }];
    });
    return stated?.value === false ? [{ element: stated.element, property, request, at: stated.at, page }] : [];
  });
}

function targetOf(place: Place): QualifiedName | undefined {
  if (place.kind === "EntitySet") return place.entityType;
  return place.kind === "Singleton" ? place.type : place.type?.type;
}

interface Shown {
  readonly restriction: Switch;
  /** `POST /lamps`, or `GET /lamps with $count` */
  readonly request: string;
  readonly page: At;
}

/** What a documented request shows to be possible. */
function shownBy(request: ResolvedRequest): readonly Shown[] {
  const { resource, method, at: page } = request;
  const line = `${method} ${request.template}`;
  const sent =
    resource === undefined || resource.kind === "Operation"
      ? []
      : [{ restriction: methods[resource.kind][method], request: line, page }];
  const names = (["Collection", "Entity"] as const).flatMap((kind) => [...documentedOptions(kind, [request]).names]);
  const queried = names.flatMap((name) => {
    const restriction = options.get(name);
    return restriction === undefined ? [] : [{ restriction, request: `${line} with $${name}`, page }];
  });
  return [...sent, ...queried];
}
