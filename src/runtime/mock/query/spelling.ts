/** Names in other letters' case than the metadata has, for services whose documentation sends such names. */
import type { MockProperty, MockService } from "../service.js";
import type { Entity } from "./contract.js";
import { actualType, membersOf, own, spelled, spelledName } from "./names.js";

export function spelledMember(service: MockService, type: string, written: string): string {
  return spelled(service, written, membersOf(service, type).keys());
}

/** A value that a request sends, with the names of members of types and enumerations as the metadata has them. */
export function spelledValue(value: unknown, declared: string, service: MockService): unknown {
  if (service.anyCase === undefined) return value;
  if (Array.isArray(value)) return value.map((item) => spelledValue(item, declared, service));
  if (typeof value === "string") return spelledEnum(value, declared, service);
  if (typeof value !== "object" || value === null) return value;
  const written = actualType(value, declared);
  const named = spelledName(service, written);
  const members = spelledMembers(value as Entity, membersOf(service, named), service);
  return named === written ? members : { ...members, "@odata.type": `#${named}` };
}

function spelledEnum(value: string, type: string, service: MockService): string {
  const members = own(service.enums, type)?.members.map(([name]) => name);
  if (members === undefined) return value;
  return value.replace(/[^,\s]+/g, (name) => spelled(service, name, members));
}

/** The members of an object, or the parameters of a call. */
export function spelledMembers(
  object: Entity,
  members: ReadonlyMap<string, Pick<MockProperty, "type">>,
  service: MockService,
): Entity {
  const entries = Object.entries(object).map(([written, value]) => {
    const [, name = "", annotation = ""] = /^([^@]*)(.*)$/s.exec(written) ?? [];
    const real = spelled(service, name, members.keys());
    const type = annotation === "" ? members.get(real)?.type : undefined;
    return [real + annotation, type === undefined ? value : spelledValue(value, type, service)] as const;
  });
  return Object.fromEntries(entries);
}
