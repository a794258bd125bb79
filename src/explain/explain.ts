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

/** One place that speaks of an element. */
export interface Witness {
  readonly at: At;
  readonly by: Authority;
  /** ISO date of its page. */
  readonly date?: string;
  /** What it says, where that is not what stands. */
  readonly differs?: string;
}

/** An element, what stands of it, and who says so. */
export interface Fact {
  readonly kind: string;
  readonly name: string;
  /** Its type or value; empty where its name says all. */
  readonly says: string;
  /** The place that stands first; the others as they come in the sources. */
  readonly witnesses: readonly [Witness, ...Witness[]];
  readonly annotations: readonly Annotation[];
}

/** One list of the members of an enum. */
export interface MemberList {
  readonly at: At;
  /** How many of the members that stand it lists. */
  readonly listed: number;
  /** Members that only it has. */
  readonly extra: readonly string[];
}

export interface RequestFact {
  readonly method: string;
  readonly template: string;
  readonly title: string;
  readonly witnesses: Fact["witnesses"];
  readonly permissions?: readonly Permission[];
}

/** Everything that is known of one element, as data. */
export interface Explanation extends Fact {
  /** Further facts, such as `key` and `base`, by what they are called. */
  readonly facts: readonly (readonly [string, string])[];
  /** Properties, members, parameters or children, in order. */
  readonly parts: readonly Fact[];
  /** Of an enum: the list that gives members and order, then the others. */
  readonly lists: readonly MemberList[];
  /** The documented requests that address it. */
  readonly requests: readonly RequestFact[];
}

/** The date of the page that a position stands on. */
export type DateOf = (at: At) => string | undefined;

export type ExplainResult =
  | { readonly state: "found"; readonly explanations: readonly [Explanation, ...Explanation[]] }
  | { readonly state: "ambiguous"; readonly candidates: readonly string[] }
  | { readonly state: "missing"; readonly near: string | undefined };

/** What the model knows of the element that a name means, overloads of an operation one by one; else the nearest name. */
export function explain(name: string, model: Model, dateOf: DateOf): ExplainResult {
  const [first, ...others] = findElements(name, model);
  if (first === undefined) return { state: "missing", near: nearestName(name, model) };
  const paths = new Set([first, ...others].map(({ path }) => path));
  if (paths.size > 1) return { state: "ambiguous", candidates: [...paths] };
  const explained = (found: Found) => explanationOf(found, { model, dateOf });
  return { state: "found", explanations: [explained(first), ...others.map(explained)] };
}

/** Of a known type, the nearest part; else by the whole name, or by what follows the namespace: people remember names, not namespaces. */
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

/** `ns.Type/part` → `Type/part` */
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

function partFact(part: Part, owner: SchemaElement, known: Known): Fact {
  return factOf(kindOf(part, owner), part.name, part, known, (said) => partText(said as Part, owner, known.model)); // declarations are of the element's own kind
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
  textOf: (said: Declared) => string,
): Fact {
  const says = textOf(element);
  return {
    kind,
    name,
    says,
    witnesses: witnessesOf(element, model, dateOf, (said) => differenceOf(textOf(said), says)),
    annotations: element.annotations ?? [],
  };
}

/** A place that says less does not differ: a page's list has no numbers, no page says what is nullable. */
function differenceOf(text: string, stands: string): string | undefined {
  const [type = ""] = text.split(", ", 1);
  return type === "" || type === stands.split(", ", 1)[0] ? undefined : type;
}

function witnessesOf(
  element: Declared,
  model: Model,
  dateOf: DateOf,
  difference: (said: Declared) => string | undefined,
): Fact["witnesses"] {
  const witness = (said: Declared): Witness => {
    const date = dateOf(said.at);
    const differs = difference(said);
    return { at: said.at, by: said.by, ...(date !== undefined && { date }), ...(differs !== undefined && { differs }) };
  };
  const [winner = element, ...others] = model.declarations(element);
  return [witness(winner), ...others.toSorted((a, b) => comparePositions(a.at, b.at)).map(witness)];
}

function partText(part: Part, owner: SchemaElement, model: Model): string {
  if (!("kind" in part))
    return owner.kind === "EnumType"
      ? memberText(part, owner, model)
      : typeText("type" in part ? part.type : undefined);
  return part.kind === "Property" || part.kind === "NavigationProperty" ? typeText(part.type) : childText(part);
}

/** A number that no source gives, counted from 0, is no fact. */
function memberText(member: Member, owner: EnumType, model: Model): string {
  const counted = !owner.members.some((one) =>
    model.declarations(one).some((said) => (said as Member).value !== undefined),
  );
  return counted || member.value === undefined ? "" : String(member.value);
}

function typeText(type: TypeRef | undefined): string {
  if (type === undefined) return "";
  const name = type.collection ? `Collection(${type.type})` : type.type;
  return [name, ...nullability(type), ...facetTexts(type.facets)].join(", ");
}

/** A single value may be null unless it is said that it may not (CSDL XML 4.01 §7.2.1). */
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

/** Those that are there: what is false, empty or not said is no fact. */
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

/** Requests to the items or the collection of a type, to operations bound to it, to an operation, or below a child of the container. */
function requestsTo(target: SchemaElement | Part, { model, dateOf }: Known): readonly RequestFact[] {
  return model.requests
    .filter((request) => addresses(request, target))
    .map((request) => ({
      method: request.method,
      template: request.template,
      title: request.title,
      ...(request.permissions !== undefined && { permissions: request.permissions }),
      witnesses: witnessesOf(request, model, dateOf, () => undefined),
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
