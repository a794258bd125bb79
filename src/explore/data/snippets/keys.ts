/** How the client takes an item of a collection, and how its URL has the key. */
import { jsonCode } from "../../../code/json-code.js";
import type { QualifiedName } from "../../../edm/names.js";
import type { JsonValue } from "../../../edm/requests.js";
import type { KeyPart, Keys } from "../../../facts/keys.js";
import type { Argument } from "../../../merge/paths/path-segments.js";
import type { Scope } from "../../../views/modules/scope.js";
import { onOneLine } from "./one-line.js";
import { sampleOfType, type JsonObject } from "./sample-values.js";

const NO_KEYS: Keys = { key: [], alternateKeys: [] };

function keysOf(type: QualifiedName, { context }: Scope): Keys {
  return context.pathFacts.types.get(type) ?? NO_KEYS;
}

/** `byId("id")`, `byId({ a: "a", b: 1 })` */
export function byKeyText(type: QualifiedName, scope: Scope): string {
  return byId(keyValue(keysOf(type, scope).key, scope));
}

/** `/{id}`, `({ID})`, `('{UserName}')`, `(a={a},b={b})` */
export function keyTemplateOf(type: QualifiedName, style: "segment" | "parentheses", scope: Scope): string {
  const { key } = keysOf(type, scope);
  const [first, ...others] = key;
  const quoted = (part: KeyPart | undefined) =>
    part?.type?.type === "Edm.String" ? `'{${part.name}}'` : `{${part?.name ?? "id"}}`;
  if (others.length > 0) return `(${key.map((part) => `${part.name}=${quoted(part)}`).join(",")})`;
  return style === "segment" ? `/{${first?.name ?? "id"}}` : `(${quoted(first)})`;
}

/** The key that a path writes; undefined where the type has none of these names. */
export function keyOnPath(type: QualifiedName, given: readonly Argument[], scope: Scope): string | undefined {
  const { key, alternateKeys } = keysOf(type, scope);
  const names = given.flatMap(({ name }) => name?.toLowerCase() ?? []).sort();
  if (names.length === 0) return byId(writtenKey(key, given[0]?.value ?? "", scope));
  const fitting = [key, ...alternateKeys].find((parts) => sameNames(parts, names));
  if (fitting === undefined) return undefined;
  return byId(fitting === key ? keyValue(key, scope) : keyObject(fitting, scope));
}

function byId(value: JsonValue): string {
  return `byId(${onOneLine(jsonCode(value))})`;
}

function sameNames(parts: readonly KeyPart[], names: readonly string[]): boolean {
  const own = parts.map(({ name }) => name.toLowerCase()).sort();
  return own.length === names.length && own.every((name, at) => name === names[at]);
}

/** A text or number that stands on the path itself, such as `inbox`. */
function writtenKey(key: readonly KeyPart[], written: string, scope: Scope): JsonValue {
  const text = written.replace(/^'(.*)'$/, "$1");
  const isPlaceholder = /[{<(|]/.test(text) || text === "";
  const sample = keyValue(key, scope);
  if (isPlaceholder) return sample;
  if (typeof sample === "string") return text;
  return typeof sample === "number" && /^\d+$/.test(text) ? Number(text) : sample;
}

function keyValue(key: readonly KeyPart[], scope: Scope): JsonValue {
  const [first, ...others] = key;
  if (first === undefined) return "id";
  return others.length > 0 ? keyObject(key, scope) : partValue(first, scope);
}

function keyObject(key: readonly KeyPart[], scope: Scope): JsonObject {
  return Object.fromEntries(key.map((part) => [part.name, partValue(part, scope)]));
}

function partValue({ name, type }: KeyPart, scope: Scope): JsonValue {
  return type === undefined ? name : sampleOfType(type.type, name, scope);
}
