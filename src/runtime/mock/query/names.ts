import type { MockNavigation, MockProperty, MockService, MockType } from "../service.js";
import type { Entity } from "./contract.js";

export const UNTYPED = "Edm.Untyped";

/** A member of a table, which has no others than its own. */
export function own<T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}

/** A structured type and its bases. */
export function chainOf(service: MockService, name: string | undefined): readonly (readonly [string, MockType])[] {
  const chain: (readonly [string, MockType])[] = [];
  for (let at = name; at !== undefined && chain.length < 100;) {
    const type: MockType | undefined = own(service.types, at);
    if (type === undefined) break;
    chain.push([at, type]);
    at = type.base;
  }
  return chain;
}

export type Member =
  (MockProperty & { readonly navigation?: undefined }) | (MockNavigation & { readonly navigation: true });

export function memberOf(service: MockService, typeName: string, name: string): Member | undefined {
  for (const [, type] of chainOf(service, typeName)) {
    const property = own(type.properties, name);
    if (property !== undefined) return property;
    const navigation = own(type.navigation, name);
    if (navigation !== undefined) return { ...navigation, navigation: true };
  }
  return undefined;
}

export function memberNames(service: MockService, type: string): readonly string[] {
  return chainOf(service, type).flatMap(([, { properties, navigation }]) => [
    ...Object.keys(properties),
    ...Object.keys(navigation ?? {}),
  ]);
}

export function keyNames(service: MockService, type: string): readonly string[] {
  return chainOf(service, type).find(([, { key }]) => key !== undefined)?.[1].key ?? [];
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
  const spaces = ["", ...(service.defaultNamespaces ?? []), near.slice(0, near.lastIndexOf("."))];
  return spaces
    .map((space) => (space && `${space}.`) + name)
    .find((one) => own(service.types, one) ?? own(service.enums, one) ?? own(service.definitions, one));
}

/** What can be compared: `number`, `String`, `Date` …, the name of an enumeration, `any` for what is not known. */
export function kindOf(service: MockService, type: string): string {
  const underlying = own(service.definitions, type);
  if (underlying !== undefined) return kindOf({ ...service, definitions: {} }, underlying);
  if (!type.startsWith("Edm.")) return own(service.types, type) ? "structured" : type;
  const name = type.slice(4);
  if (/^(S?Byte|Int\d\d|Single|Double|Decimal)$/.test(name)) return "number";
  // OData 2.0: a date and time without offset, and a time of day that is written as a duration.
  if (name === "DateTime") return "DateTimeOffset";
  if (name === "Time") return "Duration";
  if (name.startsWith("Geo")) return "Geo";
  return /^(String|Guid|Boolean|Date|DateTimeOffset|TimeOfDay|Duration|Binary|Stream)$/.test(name) ? name : "any";
}
