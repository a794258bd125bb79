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

/** A structured type with what it inherits. */
interface WholeType {
  /** The type and its bases, the nearest first. */
  readonly chain: readonly (readonly [string, MockType])[];
  /** Those of bases come first. */
  readonly members: ReadonlyMap<string, Member>;
  readonly key: readonly string[];
}

/** What is computed once for a service, since its table never changes. */
interface Computed {
  readonly types: Map<string, WholeType>;
  /** Operations by their names without namespaces. */
  readonly operations: ReadonlyMap<string, readonly MockOperation[]>;
}

const services = /* @__PURE__ */ new WeakMap<MockService, Computed>();

function computedFor(service: MockService): Computed {
  const known = services.get(service);
  if (known !== undefined) return known;
  const operations = new Map<string, MockOperation[]>();
  for (const operation of service.operations ?? []) {
    const name = simpleName(operation.name);
    const list = operations.get(name) ?? [];
    operations.set(name, list);
    list.push(operation);
  }
  const made: Computed = { types: new Map(), operations };
  services.set(service, made);
  return made;
}

function wholeType(service: MockService, name: string): WholeType {
  const { types } = computedFor(service);
  const known = types.get(name);
  if (known !== undefined) return known;
  const chain: (readonly [string, MockType])[] = [];
  for (let at: string | undefined = name; at !== undefined && chain.length < 100;) {
    const type: MockType | undefined = own(service.types, at);
    if (type !== undefined) chain.push([at, type]);
    at = type?.base;
  }
  const members = new Map<string, Member>();
  for (const [, { properties, navigation = {} }] of [...chain].reverse()) {
    for (const [member, one] of Object.entries(properties)) members.set(member, one);
    for (const [member, one] of Object.entries(navigation)) members.set(member, { ...one, navigation: true });
  }
  const made = { chain, members, key: chain.find(([, { key }]) => key !== undefined)?.[1].key ?? [] };
  // Names in requests are of any number.
  if (chain.length > 0) types.set(name, made);
  return made;
}

/** A structured type and its bases. */
export function chainOf(service: MockService, name: string): WholeType["chain"] {
  return wholeType(service, name).chain;
}

/** Properties and navigation properties, with those that are inherited before its own. */
export function membersOf(service: MockService, type: string): WholeType["members"] {
  return wholeType(service, type).members;
}

export function memberOf(service: MockService, type: string, name: string): Member | undefined {
  return wholeType(service, type).members.get(name);
}

export function keyNames(service: MockService, type: string): readonly string[] {
  return wholeType(service, type).key;
}

/** Whether the type may have properties that it does not declare. */
export function isOpen(service: MockService, type: string): boolean {
  return kindOf(service, type) === "any" || chainOf(service, type).some(([, { open }]) => open);
}

export function isDerived(service: MockService, type: string, base: string): boolean {
  return chainOf(service, type).some(([name]) => name === base);
}

/** The type that a value has, given the type that is declared where it stands. */
export function actualType(value: unknown, declared: string): string {
  const named = (value as Entity | null)?.["@odata.type"];
  return typeof named === "string" ? named.replace(/^.*#/, "") : declared;
}

/** The type of a cast, whose namespace may be left out (URL Conventions 4.01 §4.11). */
export function typeNamed(service: MockService, name: string, near: string): string | undefined {
  const spaces = ["", ...(service.defaultNamespaces ?? []), namespaceOf(near)];
  return spaces
    .map((space) => (space && `${space}.`) + name)
    .find((one) => own(service.types, one) ?? own(service.enums, one) ?? own(service.definitions, one));
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
