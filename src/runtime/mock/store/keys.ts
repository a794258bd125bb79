/** Keys as text: those of entities and those in URLs are compared in one form. */
import { chainOf, keyNames, own, primitiveName } from "../query/names.js";
import { propertyIn, valueAtPath } from "./members.js";
import type { Entity } from "../query/contract.js";
import type { MockService } from "../service.js";

/** Parts of a key by their names; `""` for one without a name. */
export type KeyValues = ReadonlyMap<string, string>;

/** The parts in the parentheses of a segment: `'a,b'`, or `a=1,b='x'`. Undefined where they are none. */
export function keyParts(text: string): KeyValues | undefined {
  const parts = new Map<string, string>();
  for (const part of text.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? []) {
    const [, name = "", value = ""] = /^\s*(?:([\p{L}\p{N}_@/]+)\s*=)?\s*(.*?)\s*$/su.exec(part) ?? [];
    if (value === "" || parts.has(name)) return undefined;
    parts.set(name, value);
  }
  return parts.size > 1 && parts.has("") ? undefined : parts;
}

/** A literal of a URL without quotes, prefix and suffix, as the JSON of a value has it. */
export function plainText(literal: string): string {
  const quoted = /^(?:[A-Za-z][\w.]*)?'((?:[^']|'')*)'$/s.exec(literal);
  if (quoted?.[1] !== undefined) return quoted[1].replace(/''/g, "'");
  return /^[+-]?[\d.]+[LMDFlmdf]$/.test(literal) ? literal.slice(0, -1) : literal;
}

/** The text of a value in a key. */
function comparable(service: MockService, type: string | undefined, value: unknown): string {
  const text = String(value);
  switch (type === undefined ? type : primitiveName(service, type)) {
    case "Edm.Guid":
      return text.toLowerCase();
    case "Edm.DateTimeOffset":
    case "Edm.DateTime":
      return text.replace(/(?::00)?(?:\.0+)?(Z?)$/, "$1");
    default:
      return text;
  }
}

/** Finds the entity of a key: the key of the type, an alternate one, or a segment of its own. */
export function findByKey(
  service: MockService,
  type: string,
  items: readonly Entity[],
  key: KeyValues,
): Entity | undefined {
  const paths = pathsOfKey(service, type, key);
  if (paths === undefined) return undefined;
  const wanted = paths.map(([path, value]) => {
    const declared = propertyIn(service, type, path)?.type;
    return [path, declared, comparable(service, declared, plainText(value))] as const;
  });
  return items.find((item) =>
    wanted.every(([path, declared, text]) => {
      const value = valueAtPath(item, path);
      return value !== undefined && value !== null && comparable(service, declared, value) === text;
    }),
  );
}

/** The paths of the properties with their values; undefined where no key has these names. */
function pathsOfKey(
  service: MockService,
  type: string,
  key: KeyValues,
): readonly (readonly [string, string])[] | undefined {
  const keys = keyNames(service, type);
  const single = key.get("");
  if (single !== undefined) return keys[0] === undefined || keys.length > 1 ? undefined : [[keys[0], single]];
  const names = [...key.keys()];
  // An alias is mostly the last name of its path.
  const paths = keys.map((path) => [path, key.get(path) ?? key.get(path.slice(path.lastIndexOf("/") + 1))] as const);
  if (names.length === keys.length && paths.every(([, value]) => value !== undefined))
    return paths.map(([path, value = ""]) => [path, value]);
  const alternates = chainOf(service, type).flatMap(([, { alternateKeys = [] }]) => alternateKeys);
  const found = alternates.find(
    (one) => Object.keys(one).length === names.length && names.every((name) => own(one, name) !== undefined),
  );
  return found && [...key].map(([name, value]) => [found[name] ?? name, value]);
}

/** The key of an entity as it stands in a URL: `('a')`, `(1)`, `(a=1,b='x')`. */
export function keyPredicate(service: MockService, type: string, entity: Entity): string {
  const parts = keyNames(service, type).map((path) => {
    const value = valueAtPath(entity, path);
    const declared = propertyIn(service, type, path)?.type ?? "";
    return [path.slice(path.lastIndexOf("/") + 1), literalOf(service, declared, value)] as const;
  });
  return parts.length === 1 ? `(${parts[0]?.[1]})` : `(${parts.map(([name, value]) => `${name}=${value}`).join()})`;
}

function literalOf(service: MockService, type: string, value: unknown): string {
  const isText = primitiveName(service, type) === "Edm.String" || (typeof value === "string" && type === "");
  const text = encodeURIComponent(isText ? String(value).replace(/'/g, "''") : String(value));
  if (isText) return `'${text}'`;
  return own(service.enums, type) === undefined || service.protocol !== "4.0" ? text : `${type}'${text}'`;
}
