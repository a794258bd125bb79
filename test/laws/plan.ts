/** What a generated model holds, before it is written down: which types there are, and how they hang together. */
import type { Draw } from "./draw.js";
import { aliases, namespaces } from "./names.js";
import { keyTypes, propertyTypes } from "./primitive-samples.js";

export interface Type {
  readonly kind: "EntityType" | "ComplexType" | "EnumType" | "TypeDefinition";
  readonly namespace: string;
  readonly name: string;
  readonly base?: Type;
  readonly abstract: boolean;
  readonly open: boolean;
  /** Names of properties and navigation properties, here and on the bases. */
  readonly taken: Set<string>;
  readonly properties: Property[];
  readonly navigation: Navigation[];
  readonly key: KeyPart[];
  /** Of an enum. */
  readonly members: readonly string[];
}

export interface Use {
  /** `Edm.*`, or a type of the model. */
  readonly of: string | Type;
  readonly collection: boolean;
}

export interface Property {
  readonly name: string;
  readonly use: Use;
  readonly key: boolean;
}

export interface Navigation {
  readonly name: string;
  readonly target: Type;
  readonly collection: boolean;
  readonly contained: boolean;
  partner?: string;
}

export interface KeyPart {
  readonly path: string;
  readonly alias?: string;
}

export interface Namespace {
  readonly name: string;
  readonly alias?: string;
  /** Names of all its children. */
  readonly taken: Set<string>;
  readonly types: Type[];
}

export interface Plan {
  readonly namespaces: readonly Namespace[];
  readonly types: readonly Type[];
}

export function planModel(draw: Draw): Plan {
  const planned = planNamespaces(draw);
  for (const namespace of planned) {
    for (let count = 1 + draw.count(6); count > 0; count--) namespace.types.push(planType(namespace, planned, draw));
  }
  const types = planned.flatMap((namespace) => namespace.types);
  // Bases first, so that a member's name is taken where its derived types are given theirs.
  for (const type of types.filter(isStructured)) planMembers(type, types, draw);
  for (const type of types.filter(({ kind }) => kind === "EntityType")) planNavigation(type, types, draw);
  planPartners(types, draw);
  return { namespaces: planned, types };
}

export function isStructured({ kind }: Type): boolean {
  return kind === "EntityType" || kind === "ComplexType";
}

/** The type and its bases, nearest first. */
export function line(type: Type): readonly Type[] {
  return type.base === undefined ? [type] : [type, ...line(type.base)];
}

export function isKeyed(type: Type): boolean {
  return line(type).some(({ key }) => key.length > 0);
}

function planNamespaces(draw: Draw): readonly Namespace[] {
  const freeNames: string[] = [...namespaces];
  const freeAliases: string[] = [...aliases];
  const taken = new Map<string, Set<string>>();
  return Array.from({ length: 1 + draw.count(2) }, (): Namespace => {
    const name = take(freeNames, draw);
    const names = new Set<string>();
    taken.set(name, names);
    const own = { name, taken: names, types: [] };
    return draw.once(3) ? own : { ...own, alias: take(freeAliases, draw) };
  });
}

function take(from: string[], draw: Draw): string {
  const [taken] = from.splice(draw.count(from.length - 1), 1);
  if (taken === undefined) throw new RangeError("all are taken");
  return taken;
}

const KINDS = ["EntityType", "EntityType", "ComplexType", "EnumType", "TypeDefinition"] as const;

function planType(namespace: Namespace, all: readonly Namespace[], draw: Draw): Type {
  const kind = draw.pick(KINDS);
  const bases = all.flatMap(({ types }) => types).filter((type) => type.kind === kind && isStructured(type));
  const base = draw.once(3) ? draw.pickMaybe(bases) : undefined;
  const name = draw.name(namespace.taken);
  const members = new Set<string>();
  if (kind === "EnumType") draw.list(4, () => draw.name(members));
  return {
    kind,
    namespace: namespace.name,
    name,
    ...(base && { base }),
    abstract: (kind === "EntityType" || kind === "ComplexType") && draw.once(5),
    // CSDL 4.01 §6.3: what derives from an open type is open.
    open: base?.open === true || draw.once(6),
    taken: new Set(),
    properties: [],
    navigation: [],
    key: [],
    members: [...members],
  };
}

function planMembers(type: Type, types: readonly Type[], draw: Draw): void {
  const taken = new Set(line(type).flatMap((one) => [...one.taken]));
  const add = (use: Use, key: boolean): string => {
    const name = draw.name(taken);
    type.taken.add(name);
    type.properties.push({ name, use, key });
    return name;
  };
  // CSDL 4.01 §6.5: one key in a line of types; an abstract type may leave it to those below.
  if (type.kind === "EntityType" && !isKeyed(type) && !(type.abstract && draw.once(2)))
    for (let count = 1 + draw.count(1); count > 0; count--)
      type.key.push({ path: add({ of: draw.pick(keyTypes), collection: false }, true) });
  const values = types.filter(({ kind }) => kind !== "EntityType");
  for (let count = draw.count(4); count > 0; count--) {
    const of = draw.once(2) ? (draw.pickMaybe(values) ?? "Edm.Int32") : draw.pick(propertyTypes);
    add({ of, collection: of !== "Edm.Stream" && draw.once(4) }, false);
  }
  planKeyPath(type, taken, draw);
}

/** A part of the key that is a property of a complex one, by a path with an alias (CSDL 4.01 §6.5). */
function planKeyPath(type: Type, taken: Set<string>, draw: Draw): void {
  if (type.key.length === 0 || !draw.once(4)) return;
  for (const { name, use } of type.properties) {
    if (typeof use.of === "string" || use.of.kind !== "ComplexType" || use.collection) continue;
    const inner = line(use.of)
      .flatMap(({ properties }) => properties)
      .find((property) => keyTypes.some((key) => key === property.use.of) && !property.use.collection);
    if (inner === undefined) continue;
    const alias = draw.name(taken);
    type.taken.add(alias);
    type.key.push({ path: `${name}/${inner.name}`, alias });
    return;
  }
}

function planNavigation(type: Type, types: readonly Type[], draw: Draw): void {
  const entities = types.filter(({ kind }) => kind === "EntityType");
  const below = types.filter((other) => line(other).includes(type));
  const taken = new Set([...line(type), ...below].flatMap((one) => [...one.taken]));
  for (let count = draw.count(3); count > 0; count--) {
    const name = draw.name(taken);
    type.taken.add(name);
    const collection = draw.once(2);
    type.navigation.push({ name, target: draw.pick(entities), collection, contained: draw.once(4) });
  }
}

/** Two navigation properties that lead to each other's type are partners at times (CSDL 4.01 §8.4). */
function planPartners(types: readonly Type[], draw: Draw): void {
  for (const type of types) {
    for (const one of type.navigation) {
      const back = one.target.navigation.find(
        (other) => other !== one && other.target === type && other.partner === undefined,
      );
      if (back === undefined || one.partner !== undefined || !draw.once(2)) continue;
      one.partner = back.name;
      back.partner = one.name;
    }
  }
}
