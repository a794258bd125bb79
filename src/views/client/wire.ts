/**
 * How the client's names are written on the wire, where that differs: the few facts that its types
 * cannot carry. One table serves the whole service, so the names of segments are given over the
 * whole model.
 */
import type {
  ContainerChild,
  NavigationProperty,
  Operation,
  PropertyRef,
  StructuredType,
  TypeRef,
} from "../../edm/elements.js";
import { bindingTypeOf, compareText, isOperation, isStructured, type Model } from "../../edm/model.js";
import { groupBy } from "../../edm/grouping.js";
import { namespaceOf, simpleNameOf, type QualifiedName } from "../../edm/names.js";
import { edmTypeOf } from "../../edm/primitive-types.js";
import { Capabilities, Core, isTagged } from "../../edm/vocabulary.js";
import type { Report } from "../../diagnostics/report.js";
import { alternateKeysFor } from "./alternate-keys.js";
import { memberAt } from "./member-at.js";
import type { ViewContext } from "../view-context.js";

/** Methods of the client: a segment is not called like one of them. */
const METHODS = new Set(["get", "post", "patch", "put", "delete", "byId", "as", "request", "then", "toJSON"]);

export interface Wire {
  /** The client's name of a navigation property, operation, or child of the container. */
  segment(element: NavigationProperty | Operation | ContainerChild): string;
  readonly segments: readonly WireEntry[];
  readonly parameters: readonly WireEntry[];
  readonly keys: readonly WireEntry[];
  readonly keyStyle: "segment" | "parentheses";
}

export interface WireEntry {
  readonly name: string;
  readonly value: string;
}

export function wireOf({ whole, selection: { paths: model }, report }: ViewContext): Wire {
  const graph = isGraph(whole);
  const segments = new Segments(whole, graph, report);
  const asSegments =
    graph || (model.container !== undefined && isTagged(model.container, Capabilities.KeyAsSegmentSupported));
  const keyStyle = asSegments ? "segment" : "parentheses";
  return {
    segment: (element) => segments.of(element),
    segments: segments.entries(model),
    parameters: parameterKinds(model, segments, graph, report),
    keys: keyKinds(model, segments, keyStyle),
    keyStyle,
  };
}

/** Graph takes keys as segments, operations of its own namespace without it, and enum members as plain strings. */
function isGraph({ container }: Model): boolean {
  return container !== undefined && namespaceOf(container.name) === "microsoft.graph";
}

class Segments {
  readonly #wire = new Map<string, string>();
  readonly #operations = new Map<QualifiedName, string>();
  readonly #report: Report;

  constructor(model: Model, graph: boolean, report: Report) {
    this.#report = report;
    const elements = model.schemas.flatMap((schema) => schema.elements);
    for (const child of model.container?.children ?? []) this.#reserve(child.name);
    for (const property of elements.filter(isStructured).flatMap(({ navigationProperties }) => navigationProperties))
      this.#reserve(property.name);
    const defaults = new Set(
      model.schemas.filter((schema) => isTagged(schema, Core.DefaultNamespace)).map(({ namespace }) => namespace),
    );
    if (graph) defaults.add("microsoft.graph");
    const bound = elements.filter(isOperation).filter((operation) => operation.bound === true);
    // Those that go by their simple names come first: they keep them.
    const isShort = ({ name }: Operation) => defaults.has(namespaceOf(name));
    const ordered = bound.sort((a, b) => Number(isShort(b)) - Number(isShort(a)) || compareText(a.name, b.name));
    for (const operation of ordered)
      this.#giveOperation(operation, isShort(operation) ? simpleNameOf(operation.name) : operation.name);
  }

  of(element: NavigationProperty | Operation | ContainerChild): string {
    const given = isOperation(element) ? this.#operations.get(element.name) : undefined;
    return given ?? freeOfMethods(element.name);
  }

  /** Of what the paths of a model lead through; by namespace, which compresses better than by name: every app ships this. */
  entries(model: Model): readonly WireEntry[] {
    const elements = model.schemas.flatMap((schema) => schema.elements);
    const used = new Set(
      [
        ...(model.container?.children ?? []),
        ...elements.filter(isStructured).flatMap(({ navigationProperties }) => navigationProperties),
        ...elements.filter(isOperation).filter(({ bound }) => bound === true),
      ].map((element) => this.of(element)),
    );
    return [...this.#wire]
      .filter(([name, value]) => name !== value && used.has(name))
      .map(([name, value]) => ({ name, value: value.endsWith(`.${name}`) ? value.slice(0, -name.length) : value }))
      .sort((a, b) => compareText(a.value, b.value) || compareText(a.name, b.name));
  }

  #reserve(name: string): void {
    this.#wire.set(freeOfMethods(name), name);
  }

  #giveOperation(operation: Operation, wire: string): void {
    if (this.#operations.has(operation.name)) return; // an overload
    const wanted = simpleNameOf(operation.name);
    let name = freeOfMethods(wanted);
    while ((this.#wire.get(name) ?? wire) !== wire) name += "_";
    if (name !== wanted)
      this.#report.add("segment-renamed", operation.at, { element: operation.name, name: wanted, instead: name });
    this.#wire.set(name, wire);
    this.#operations.set(operation.name, name);
  }
}

function freeOfMethods(name: string): string {
  return METHODS.has(name) ? `${name}_` : name;
}

/** How a value of this type is written in a URL; undefined: as JavaScript writes it, strings in quotes. */
function literalKindOf(name: QualifiedName, model: Model, graph: boolean): string | undefined {
  const type = model.type(name);
  if (type?.kind === "TypeDefinition") return literalKindOf(type.underlyingType, model, graph);
  if (type?.kind === "EnumType") return graph ? undefined : name;
  const primitive = edmTypeOf(name);
  return primitive !== undefined && LITERAL_KINDS.has(primitive) ? primitive : undefined;
}

const LITERAL_KINDS: ReadonlySet<string> = new Set([
  "Guid",
  "Date",
  "TimeOfDay",
  "DateTimeOffset",
  "Duration",
  "Binary",
  "Int64",
  "Decimal",
  "Double",
  "Single",
]);

/** Kinds of parameters by their names; where a function differs from most others, with its name before it. */
function parameterKinds(model: Model, segments: Segments, graph: boolean, report: Report): readonly WireEntry[] {
  const uses = parameterUses(model, segments, graph, report);
  const entries = [...groupBy(uses, ({ name }) => name)].flatMap(([name, group]): readonly WireEntry[] => {
    const common = mostCommon(group.map(({ kind }) => kind));
    const others = group.filter(({ kind }) => kind !== common);
    return [
      ...(common === undefined ? [] : [{ name, value: common }]),
      ...others.map(({ key, kind }) => ({ name: key, value: kind ?? "String" })),
    ];
  });
  return sortedEntries(entries);
}

/** The kind that occurs most often; of two, the first by name, whatever the order of declarations. */
function mostCommon(kinds: readonly (string | undefined)[]): string | undefined {
  const counted = [...groupBy(kinds, (kind) => kind)].map(([kind, { length }]) => ({ kind, length }));
  return counted.sort((a, b) => b.length - a.length || compareText(a.kind ?? "", b.kind ?? ""))[0]?.kind;
}

/** A parameter of the functions that the client calls by one name. */
interface ParameterUse {
  readonly name: string;
  /** With the function's name before it. */
  readonly key: string;
  readonly kind: string | undefined;
}

function parameterUses(model: Model, segments: Segments, graph: boolean, report: Report): readonly ParameterUse[] {
  const uses = new Map<string, ParameterUse>();
  for (const operation of functionsOf(model)) {
    for (const { name, type, at } of operation.parameters.slice(bindingTypeOf(operation) === undefined ? 0 : 1)) {
      const key = `${segments.of(operation)}.${name}`;
      const kind = type === undefined || type.collection ? undefined : literalKindOf(type.type, model, graph);
      const other = uses.get(key);
      if (other === undefined) uses.set(key, { name, key, kind });
      else if (other.kind !== kind)
        report.add("literal-ambiguous", at, {
          parameter: key,
          first: other.kind ?? "a plain value",
          second: kind ?? "a plain value",
        });
    }
  }
  return [...uses.values()];
}

function functionsOf(model: Model): readonly Operation[] {
  return model.schemas
    .flatMap(({ elements }) => elements)
    .filter(isOperation)
    .filter(({ kind }) => kind === "Function");
}

/** Where a collection stands: its segment, and the one before it. */
interface KeyUse {
  readonly parent: string;
  readonly name: string;
  readonly kind: string | undefined;
}

/** Kinds of keys by the name of their collection; where that is ambiguous, with the name before it. */
function keyKinds(model: Model, segments: Segments, keyStyle: Wire["keyStyle"]): readonly WireEntry[] {
  const known = new Map<QualifiedName, readonly WrittenPart[]>();
  const parts = (type: QualifiedName): readonly WrittenPart[] => {
    const found = known.get(type) ?? partsOf(type, model, keyStyle);
    known.set(type, found);
    return found;
  };
  const uses = keyUses(model, segments, parts);
  const byName = groupBy(uses, ({ name }) => name);
  const entries = [...byName].flatMap(([name, group]): readonly WireEntry[] => {
    const kinds = new Set(group.map(({ kind }) => kind));
    const [kind] = kinds;
    if (kinds.size === 1) return kind === undefined ? [] : [{ name, value: kind }];
    return group.flatMap((use) => (use.kind === undefined ? [] : [{ name: `${use.parent}/${name}`, value: use.kind }]));
  });
  return sortedEntries(entries);
}

type PartsOf = (type: QualifiedName) => readonly WrittenPart[];

function keyUses(model: Model, segments: Segments, parts: PartsOf): readonly KeyUse[] {
  const sets = (model.container?.children ?? []).filter((child) => child.kind === "EntitySet");
  const ofSets = sets.flatMap((set) => usesOf("", segments.of(set), parts(set.entityType)));
  const reached = collectionsBelow(model, segments, parts);
  return [...ofSets, ...reached];
}

/** Collections below entities, with every name that the entity may go by. */
function collectionsBelow(model: Model, segments: Segments, parts: PartsOf): readonly KeyUse[] {
  const names = new Map<QualifiedName, Set<string>>();
  const note = (type: QualifiedName, name: string) => {
    for (const below of [type, ...model.derived(type).map((derived) => derived.name)])
      names.set(below, (names.get(below) ?? new Set()).add(name));
  };
  for (const child of model.container?.children ?? []) {
    if (child.kind === "EntitySet") note(child.entityType, segments.of(child));
    if (child.kind === "Singleton") note(child.type, segments.of(child));
  }
  const entities = model.schemas
    .flatMap(({ elements }) => elements)
    .filter((element): element is StructuredType => element.kind === "EntityType");
  for (const property of entities.flatMap(({ navigationProperties }) => navigationProperties)) {
    if (property.type !== undefined) note(property.type.type, segments.of(property));
  }
  return entities.flatMap((entity) => {
    const keyed = entity.navigationProperties.flatMap((property) => {
      const keys = property.type?.collection === true ? parts(property.type.type) : [];
      return keys.length === 0 ? [] : [{ name: segments.of(property), keys }];
    });
    if (keyed.length === 0) return [];
    return [...(names.get(entity.name) ?? [])].flatMap((parent) =>
      keyed.flatMap(({ name, keys }) => usesOf(parent, name, keys)),
    );
  });
}

/** How the parts of a key are written: the key itself has no name, the parts of others go by theirs. */
interface WrittenPart {
  readonly name: string;
  readonly kind: string | undefined;
}

/** The keys of a collection of a type, alternate ones too. As a segment, a key of one part is never a literal. */
function partsOf(type: QualifiedName, model: Model, keyStyle: Wire["keyStyle"]): readonly WrittenPart[] {
  const key = keyOf(type, model);
  const own = key.map(({ ref, type: ofKey }) => ({
    name: key.length === 1 ? "" : `.${ref.alias ?? ref.name}`,
    kind: ofKey && literalKindOf(ofKey.type, model, false),
  }));
  const alternates = alternateKeysFor(type, model)
    .flat()
    .map((part) => ({ name: `.${part.name}`, kind: literalKindOf(part.type.type, model, false) }));
  return [...own, ...alternates].filter(({ name }) => name !== "" || keyStyle !== "segment");
}

function usesOf(parent: string, name: string, parts: readonly WrittenPart[]): readonly KeyUse[] {
  return parts.map((part) => ({ parent, name: name + part.name, kind: part.kind }));
}

export interface KeyPart {
  readonly ref: PropertyRef;
  readonly type: TypeRef | undefined;
}

/** The key of a type, declared there or inherited, with the types of its properties. */
export function keyOf(name: QualifiedName, model: Model): readonly KeyPart[] {
  const type = model.type(name);
  if (type === undefined || !isStructured(type)) return [];
  const key = [type, ...model.bases(type)].find((candidate) => candidate.key !== undefined)?.key ?? [];
  return key.map((ref) => ({ ref, type: memberAt(type, ref.name.split("/"), model) }));
}

function sortedEntries(entries: readonly WireEntry[]): readonly WireEntry[] {
  const unique = new Map(entries.map((entry) => [entry.name, entry]));
  return [...unique.values()].sort((a, b) => compareText(a.name, b.name));
}
