/** What names mean in the model: types with what they inherit, their members, and operations. */
import type { MockNavigation, MockOperation, MockProperty, MockService, MockType } from "../service.js";
import type { Entity } from "./contract.js";

export const UNTYPED = "Edm.Untyped";

/** A member of a table, which has no others than its own. */
export function own<T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}

export type Member =
  (MockProperty & { readonly navigation?: undefined }) | (MockNavigation & { readonly navigation: true });

/** Bases that lead back to their type end here. */
const MAX_BASES = 100;

/** A structured type and its bases, the nearest first. */
type Chain = readonly (readonly [string, MockType])[];

/** What is computed once for a service, since its table never changes. */
interface Computed {
  readonly chains: Map<string, Chain>;
  readonly members: Map<string, ReadonlyMap<string, Member>>;
  /** The types that values of a type can be of. */
  readonly concrete: Map<string, readonly string[]>;
  /** Operations by their names without namespaces. */
  readonly operations: ReadonlyMap<string, readonly MockOperation[]>;
  /** The names of types and operations by those in lower case. */
  readonly byCase: ReadonlyMap<string, readonly string[]>;
}

const services = /* @__PURE__ */ new WeakMap<MockService, Computed>();

function computedFor(service: MockService): Computed {
  const known = services.get(service);
  if (known !== undefined) return known;
  const operations = new Map<string, MockOperation[]>();
  for (const operation of service.operations ?? []) listAt(operations, simpleName(operation.name)).push(operation);
  const byCase = new Map<string, string[]>();
  for (const name of service.anyCase ? [...Object.keys(service.types), ...operations.keys()] : [])
    listAt(byCase, name.toLowerCase()).push(name);
  const made: Computed = { chains: new Map(), members: new Map(), concrete: new Map(), operations, byCase };
  services.set(service, made);
  return made;
}

/** The list of a key, which is set where there is none. */
export function listAt<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** A structured type and its bases, the nearest first; empty for any other name. */
export function chainOf(service: MockService, name: string): Chain {
  const { chains } = computedFor(service);
  const known = chains.get(name);
  if (known !== undefined) return known;
  const chain: (readonly [string, MockType])[] = [];
  for (let at: string | undefined = name; at !== undefined && chain.length < MAX_BASES;) {
    const type: MockType | undefined = own(service.types, at);
    if (type !== undefined) chain.push([at, type]);
    at = type?.base;
  }
  // Requests may have any number of names.
  if (chain.length > 0) chains.set(name, chain);
  return chain;
}

/** Properties and navigation properties, with those that are inherited before its own. */
export function membersOf(service: MockService, name: string): ReadonlyMap<string, Member> {
  const { members } = computedFor(service);
  const known = members.get(name);
  if (known !== undefined) return known;
  const chain = chainOf(service, name);
  const made = new Map<string, Member>();
  for (const [, { properties, navigation = {} }] of [...chain].reverse()) {
    for (const [member, one] of Object.entries(properties)) made.set(member, one);
    for (const [member, one] of Object.entries(navigation)) made.set(member, { ...one, navigation: true });
  }
  if (chain.length > 0) members.set(name, made);
  return made;
}

export function memberOf(service: MockService, type: string, name: string): Member | undefined {
  return membersOf(service, type).get(name);
}

/** The paths of the properties that are the key, which may be inherited. */
export function keyNames(service: MockService, type: string): readonly string[] {
  return chainOf(service, type).find(([, { key }]) => key !== undefined)?.[1].key ?? [];
}

/** The properties that are the key, or that have a part of it. */
export function keyProperties(service: MockService, type: string): readonly string[] {
  return keyNames(service, type).map((path) => path.replace(/\/.*/s, ""));
}

/** Whether the type may have properties that it does not declare. */
export function isOpen(service: MockService, type: string): boolean {
  return kindOf(service, type) === "any" || chainOf(service, type).some(([, { open }]) => open);
}

export function isDerived({ types }: MockService, type: string, base: string): boolean {
  let at: string | undefined = type;
  for (let steps = 0; at !== undefined && at !== base && steps < MAX_BASES; steps += 1) at = own(types, at)?.base;
  return at === base;
}

/** The types that values of a type can be of, in the order of the table. */
export function concreteTypes(service: MockService, base: string): readonly string[] {
  const { concrete } = computedFor(service);
  const known = concrete.get(base);
  if (known !== undefined) return known;
  const names = Object.keys(service.types);
  const found = names.filter((name) => !service.types[name]?.abstract && isDerived(service, name, base));
  concrete.set(base, found);
  return found;
}

/** The type that a value has, given the type that is declared where it stands. */
export function actualType(value: unknown, declared: string): string {
  const named = (value as Entity | null)?.["@odata.type"];
  return typeof named === "string" ? named.replace(/^.*#/, "") : declared;
}

/** The name as the metadata has it: the same, else the only one that differs in case alone; else as it is written. */
export function spelled({ anyCase }: MockService, written: string, names: Iterable<string>): string {
  if (anyCase === undefined) return written;
  const lower = written.toLowerCase();
  const found = [...names].filter((name) => name === written || name.toLowerCase() === lower);
  const [only = written] = found;
  return found.length === 1 ? only : written;
}

/** As above, for a type by its qualified name and an operation without its namespace. */
export function spelledName(service: MockService, written: string): string {
  return spelled(service, written, computedFor(service).byCase.get(written.toLowerCase()) ?? []);
}

/** The type of a cast, whose namespace may be left out (URL Conventions 4.01 §4.11). */
export function typeNamed(service: MockService, name: string, near: string): string | undefined {
  const spaces = ["", ...(service.defaultNamespaces ?? []), namespaceOf(near)];
  const names = spaces.map((space) => (space && `${space}.`) + name);
  const isType = (one: string) => own(service.types, one) ?? own(service.enums, one) ?? own(service.definitions, one);
  return names.find(isType) ?? names.map((one) => spelledName(service, one)).find(isType);
}

export function simpleName(qualified: string): string {
  return qualified.slice(qualified.lastIndexOf(".") + 1);
}

export function namespaceOf(qualified: string): string {
  return qualified.slice(0, Math.max(0, qualified.lastIndexOf(".")));
}

/** The operations that have a name, of which the namespace is left out. */
export function operationsWith(service: MockService, name: string): readonly MockOperation[] {
  return computedFor(service).operations.get(simpleName(name)) ?? [];
}

/** The primitive type that a type definition stands for. */
export function primitiveName(service: MockService, type: string): string {
  return own(service.definitions, type) ?? type;
}

/** What can be compared: `number`, `String`, `Date` …, the name of an enumeration, `any` for what is not known. */
export function kindOf(service: MockService, declared: string): string {
  const type = primitiveName(service, declared);
  if (!type.startsWith("Edm.")) return own(service.types, type) ? "structured" : type;
  const name = type.slice(4);
  if (/^(S?Byte|Int\d\d|Single|Double|Decimal)$/.test(name)) return "number";
  // OData 2.0: a date and time without offset, and a time of day that is written as a duration.
  if (name === "DateTime") return "DateTimeOffset";
  if (name === "Time") return "Duration";
  if (name.startsWith("Geo")) return "Geo";
  return /^(String|Guid|Boolean|Date|DateTimeOffset|TimeOfDay|Duration|Binary|Stream)$/.test(name) ? name : "any";
}
