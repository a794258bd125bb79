/** Members of types by name or path, with those that are inherited. */
import type { Entity } from "../query/contract.js";
import { memberOf, own } from "../query/names.js";
import type { MockNavigation, MockProperty, MockService } from "../service.js";

export function propertyIn(service: MockService, type: string, name: string): MockProperty | undefined {
  const member = memberOf(service, type, name);
  return member === undefined || member.navigation ? undefined : member;
}

/** By its name, or by its path where a complex property leads to it. */
export function navigationIn(service: MockService, type: string, path: string): MockNavigation | undefined {
  const [first = "", ...rest] = path.split("/");
  const member = memberOf(service, type, first);
  if (rest.length > 0) return member && navigationIn(service, member.type, rest.join("/"));
  return member?.navigation === true ? member : undefined;
}

/** The value at a path of properties, `address/city`. */
export function valueAtPath(entity: Entity, path: string): unknown {
  let value: unknown = entity;
  for (const name of path.split("/")) value = isEntity(value) ? own(value, name) : undefined;
  return value;
}

/** Sets a property of its own, whatever its name: it may be `__proto__`. */
export function put(target: Entity, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}

export function isEntity(value: unknown): value is Entity {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
