import { nearest } from "../diagnostics/near.js";
import { comparePositions, type At } from "../diagnostics/position.js";
import type { Annotation, Facets } from "../edm/annotations.js";
import type { Authority } from "../edm/authority.js";
import type {
  ContainerChild,
  EnumType,
  Member,
  Operation,
  Declared,
  SchemaElement,
  StructuredType,
  TypeRef,
} from "../edm/elements.js";
import { allPaths, type Found, findElements, type Part, partPaths, partsOf } from "../edm/find-element.js";
import {
  bindingTypeOf,
  isOperation,
  isStructured,
  resourceOf,
  type Model,
  type ResolvedRequest,
} from "../edm/model.js";
import { simpleNameOf, type QualifiedName } from "../edm/names.js";
import type { Permission } from "../edm/requests.js";

/** A place that declares an element. */
export interface DeclarationSite {
  readonly at: At;
  readonly by: Authority;
  /** The ISO date of the page. */
  readonly date?: string;
  /** The type or value at this place, if it differs from the effective one. */
  readonly differs?: string;
}

/** An element with its effective type or value, and the places that declare it. */
export interface ElementSummary {
  readonly kind: string;
  readonly name: string;
  /** The type or value; empty if the element has neither. */
  readonly value: string;
  /** The place that takes precedence, then the others in the order of the sources. */
  readonly sites: readonly [DeclarationSite, ...DeclarationSite[]];
  readonly annotations: readonly Annotation[];
}

/** A place that lists the members of an enum. */
export interface MemberList {
  readonly at: At;
  /** The number of effective members in the list. */
  readonly listed: number;
  /** Members in this list that are not effective. */
  readonly extra: readonly string[];
}

/** A documented request. */
export interface DocumentedRequest {
  readonly method: string;
  readonly template: string;
  readonly title: string;
  readonly sites: ElementSummary["sites"];
  readonly permissions?: readonly Permission[];
}

/** Everything known about an element, as plain data. */
export interface Explanation extends ElementSummary {
  /** Further facts, as pairs of label and text, such as `key` and `base`. */
  readonly facts: readonly (readonly [string, string])[];
  /** Properties, enum members, parameters or container children, in order. */
  readonly parts: readonly ElementSummary[];
  /** For an enum: the list that determines members and order, then the others. */
  readonly lists: readonly MemberList[];
  /** The documented requests that address the element. */
  readonly requests: readonly DocumentedRequest[];
}

/** Returns the date of the page at a position; undefined for CSDL and undated pages. */
export type DateOf = (at: At) => string | undefined;

export type ExplainResult =
  | { readonly state: "found"; readonly explanations: readonly [Explanation, ...Explanation[]] }
  | { readonly state: "ambiguous"; readonly candidates: readonly string[] }
  | { readonly state: "missing"; readonly near: string | undefined };

/**
 * Explains the element with a name, each overload of an operation separately. Returns the nearest name if there is
 * none.
 */
export function explain(name: string, model: Model, dateOf: DateOf): ExplainResult {
  const [first, ...others] = findElements(name, model);
  if (first === undefined) return { state: "missing", near: nearestName(name, model) };
  const paths = new Set([first, ...others].map(({ path }) => path));
  if (paths.size > 1) return { state: "ambiguous", candidates: [...paths] };
  const explained = (found: Found) => explanationOf(found, { model, dateOf });
  return { state: "found", explanations: [explained(first), ...others.map(explained)] };
}

/**
 * The nearest name: among the children of a known element, else among qualified names, else among names without
 * namespace.
 */
function nearestName(name: string, model: Model): string | undefined {
  const [owner = "", part] = name.split("/");
  const ofOwner = part === undefined ? undefined : nearestBy(lastOf, part, partPaths(owner, model));
  if (ofOwner !== undefined) return ofOwner;
  const paths = allPaths(model).filter((path) => path.includes("/") === name.includes("/"));
  return (name.includes(".") ? nearest(name, paths) : undefined) ?? nearestBy(shortOf, shortOf(name), paths);
}

function nearestBy(keyOf: (path: string) => string, key: string, paths: readonly string[]): string | undefined {
  const byKey = new Map(paths.toReversed().map((path) => [keyOf(path), path]));
  const near = nearest(key, byKey.keys());
  return near === undefined ? undefined : byKey.get(near);
}

/** Removes the namespace: `ns.Type/part` gives `Type/part`. */
function shortOf(path: string): string {
  const [owner = "", ...rest] = path.split("/");
  return [simpleNameOf(owner as QualifiedName), ...rest].join("/");
}

function lastOf(path: string): string {
  return path.slice(path.indexOf("/") + 1);
}

interface Known {
  readonly model: Model;
  readonly dateOf: DateOf;
}

function explanationOf({ path, element, part }: Found, known: Known): Explanation {
  if (part !== undefined) {
    const fact = partFact(part, element, known);
    return { ...fact, name: path, facts: partFacts(part), parts: [], lists: [], requests: requestsTo(part, known) };
  }
  return {
    ...factOf(element.kind, element.name, element, known, () => ""),
    facts: elementFacts(element, known.model),
    parts: partsOf(element).map((one) => partFact(one, element, known)),
    lists: element.kind === "EnumType" ? memberLists(element, known.model) : [],
    requests: requestsTo(element, known),
  };
}

function partFact(part: Part, owner: SchemaElement, known: Known): ElementSummary {
  return factOf(kindOf(part, owner), part.name, part, known, (declared) =>
    partText(declared as Part, owner, known.model),
  ); // declarations have the kind of their element
}

function kindOf(part: Part, owner: SchemaElement): string {
  if ("kind" in part) return part.kind;
  if (owner.kind === "EnumType") return "Member";
  return isOperation(owner) && owner.bound === true && part === owner.parameters[0] ? "BindingParameter" : "Parameter";
}

function factOf(
  kind: string,
  name: string,
  element: Declared,
  { model, dateOf }: Known,
  textOf: (declared: Declared) => string,
): ElementSummary {
  const value = textOf(element);
  return {
    kind,
    name,
    value,
    sites: sitesOf(element, model, dateOf, (declared) => differenceOf(textOf(declared), value)),
    annotations: element.annotations ?? [],
  };
}

/**
 * The type or value of a place, if it differs from the effective one. Facets and nullability are ignored, since pages
 * do not give them.
 */
function differenceOf(text: string, stands: string): string | undefined {
  const [type = ""] = text.split(", ", 1);
  return type === "" || type === stands.split(", ", 1)[0] ? undefined : type;
}

function sitesOf(
  element: Declared,
  model: Model,
  dateOf: DateOf,
  difference: (declared: Declared) => string | undefined,
): ElementSummary["sites"] {
  const site = (declared: Declared): DeclarationSite => {
    const date = dateOf(declared.at);
    const differs = difference(declared);
    return {
      at: declared.at,
      by: declared.by,
      ...(date !== undefined && { date }),
      ...(differs !== undefined && { differs }),
    };
  };
  const [winner = element, ...others] = model.declarations(element);
  return [site(winner), ...others.toSorted((a, b) => comparePositions(a.at, b.at)).map(site)];
}

function partText(part: Part, owner: SchemaElement, model: Model): string {
  if (!("kind" in part))
    return owner.kind === "EnumType"
      ? memberText(part, owner, model)
      : typeText("type" in part ? part.type : undefined);
  return part.kind === "Property" || part.kind === "NavigationProperty" ? typeText(part.type) : childText(part);
}

/** The number of an enum member; empty if no source gives numbers. */
function memberText(member: Member, owner: EnumType, model: Model): string {
  const counted = !owner.members.some((one) =>
    model.declarations(one).some((declared) => (declared as Member).value !== undefined),
  );
  return counted || member.value === undefined ? "" : String(member.value);
}

function typeText(type: TypeRef | undefined): string {
  if (type === undefined) return "";
  const name = type.collection ? `Collection(${type.type})` : type.type;
  return [name, ...nullability(type), ...facetTexts(type.facets)].join(", ");
}

/** The nullability as text. Single values are nullable by default (CSDL XML 4.01 §7.2.1). */
function nullability({ collection, nullable }: TypeRef): readonly string[] {
  if (collection) return nullable === true ? ["items nullable"] : [];
  return [nullable === false ? "not null" : "nullable"];
}

function facetTexts(facets: Facets = {}): readonly string[] {
  return Object.entries(facets).map(([facet, value]) => `${facet} ${String(value)}`);
}

function childText(child: ContainerChild): string {
  switch (child.kind) {
    case "EntitySet":
      return `Collection(${child.entityType})`;
    case "Singleton":
      return child.type;
    case "ActionImport":
      return child.action;
    case "FunctionImport":
      return child.function;
  }
}

type NamedFact = readonly [string, string];

function elementFacts(element: SchemaElement, model: Model): readonly NamedFact[] {
  if (isStructured(element)) return structuredFacts(element, model);
  if (isOperation(element)) return operationFacts(element);
  switch (element.kind) {
    case "EnumType":
      return facts({ "underlying type": element.underlyingType, flags: element.flags });
    case "TypeDefinition":
      return facts({ "underlying type": [element.underlyingType, ...facetTexts(element.facets)].join(", ") });
    case "EntityContainer":
      return facts({ extends: element.extends });
    case "Term":
      return facts({
        type: typeText(element.type),
        base: element.base,
        "applies to": element.appliesTo,
        default: element.defaultValue,
      });
  }
}

function structuredFacts(type: StructuredType, model: Model): readonly NamedFact[] {
  const operations = [...model.boundTo(type.name, false), ...model.boundTo(type.name, true)];
  return [
    ...facts({
      key: type.key?.map(({ name, alias }) => (alias === undefined ? name : `${name} as ${alias}`)),
      base: type.base,
      abstract: type.abstract,
      open: type.open,
      "has a stream": type.hasStream,
    }),
    ...model
      .bases(type)
      .flatMap((base) => facts({ [`inherited from ${base.name}`]: partsOf(base).map(({ name }) => name) })),
    ...facts({
      "derived types": model.derived(type.name).map(({ name }) => name),
      operations: [...new Set(operations.map(({ name }) => name))],
    }),
  ];
}

function operationFacts(operation: Operation): readonly NamedFact[] {
  const binding = bindingTypeOf(operation);
  return facts({
    "bound to": binding && (binding.collection ? `Collection(${binding.type})` : binding.type),
    returns: typeText(operation.returnType),
    composable: operation.composable,
    "entity set path": operation.entitySetPath,
  });
}

function partFacts(part: Part): readonly NamedFact[] {
  if (!("kind" in part)) return [];
  if (part.kind === "Property") return facts({ default: part.defaultValue });
  if (part.kind === "NavigationProperty") {
    const { partner, containsTarget, onDelete, referentialConstraints: constraints = [] } = part;
    const pairs = constraints.map(({ property, referencedProperty }) => `${property} = ${referencedProperty}`);
    return facts({ partner, "contains target": containsTarget, "on delete": onDelete?.action, constraints: pairs });
  }
  if (part.kind === "EntitySet" || part.kind === "Singleton") {
    return facts({ bindings: part.navigationPropertyBindings.map(({ path, target }) => `${path} → ${target}`) });
  }
  return facts({ "entity set": part.entitySet });
}

/** Facts of the values that are neither false, empty nor undefined. */
function facts(
  values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>,
): readonly NamedFact[] {
  return Object.entries(values).flatMap(([name, value]): readonly NamedFact[] => {
    if (value === undefined || value === false || value.toString() === "") return [];
    return [[name, typeof value === "object" ? value.join(", ") : value === true ? "yes" : value]];
  });
}

function memberLists(element: EnumType, model: Model): readonly MemberList[] {
  const standing = new Set<string>(element.members.map(({ name }) => name));
  return (model.declarations(element) as readonly EnumType[]).map(({ at, members }) => {
    const names = members.map(({ name }) => name);
    return {
      at,
      listed: names.filter((name) => standing.has(name)).length,
      extra: names.filter((name) => !standing.has(name)),
    };
  });
}

/**
 * The requests to entities or collections of a type, to operations bound to it, to an operation, or below a container
 * child.
 */
function requestsTo(target: SchemaElement | Part, { model, dateOf }: Known): readonly DocumentedRequest[] {
  return model.requests
    .filter((request) => addresses(request, target))
    .map((request) => ({
      method: request.method,
      template: request.template,
      title: request.title,
      ...(request.permissions !== undefined && { permissions: request.permissions }),
      sites: sitesOf(request, model, dateOf, () => undefined),
    }));
}

function addresses(request: ResolvedRequest, target: SchemaElement | Part): boolean {
  if (!("kind" in target)) return false;
  const { template, resource = request.part && resourceOf(request.part) } = request;
  if (isContainerChild(target)) return template.replace(/^\//, "").split(/[/(]/, 1)[0] === target.name;
  if (resource === undefined) return false;
  if (resource.kind !== "Operation") return resource.type === target.name;
  return resource.operation === target || bindingTypeOf(resource.operation)?.type === target.name;
}

function isContainerChild({ kind }: { readonly kind: string }): boolean {
  return ["EntitySet", "Singleton", "ActionImport", "FunctionImport"].includes(kind);
}
