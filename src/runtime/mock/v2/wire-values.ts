/** Values as OData 2.0 has them in JSON and in URLs (OData 2.0 JSON Format §4), and as the mock stores them. */
import { actualType, kindOf, memberOf, own } from "../query/names.js";
import type { Entity } from "../query/contract.js";
import type { MockService } from "../service.js";
import { isEntity } from "../store/members.js";
import { base64OfBinary } from "../web.js";

/** A stored value: dates are ISO 8601 texts there, and fractions are numbers. */
export function wireValue(value: unknown, type: string): unknown {
  if (typeof value !== "string" && typeof value !== "number") return value;
  switch (type) {
    case "Edm.DateTime":
      return `/Date(${Date.parse(`${String(value).replace(/Z$/, "")}Z`)})/`;
    case "Edm.DateTimeOffset":
      return `/Date(${Date.parse(String(value))}+0000)/`;
    case "Edm.Int64":
    case "Edm.Decimal":
    case "Edm.Double":
    case "Edm.Single":
      return String(value);
    default:
      return value;
  }
}

function storedValue(value: unknown, type: string): unknown {
  if (typeof value !== "string") return value;
  const [, ticks] = /^\/Date\((-?\d{1,15})(?:[+-]\d{1,4})?\)\/$/.exec(value) ?? [];
  if (ticks !== undefined && type.startsWith("Edm.DateTime")) {
    const text = new Date(Number(ticks)).toISOString().replace(/(\.000)?Z$/, "");
    return type === "Edm.DateTime" ? text : `${text}Z`;
  }
  const isNumber = /^Edm\.(Double|Single)$/.test(type) && value !== "" && Number.isFinite(Number(value));
  return isNumber ? Number(value) : value;
}

/** What a body holds, as OData 4.0 writes it: without `__metadata` and `results`, references as `@odata.bind`. */
export function storedForm(service: MockService, value: unknown, type: string): unknown {
  const list = isEntity(value) && Array.isArray(value["results"]) ? value["results"] : value;
  if (Array.isArray(list)) return list.map((item) => storedForm(service, item, type));
  if (!isEntity(list)) return storedValue(list, type);
  const members = Object.entries(list).flatMap(([name, member]): readonly (readonly [string, unknown])[] => {
    if (name === "__metadata" || (isEntity(member) && member["__deferred"] !== undefined)) return [];
    const declared = memberOf(service, actualType(list, type), name);
    const uris = declared?.navigation ? referencesIn(member) : undefined;
    if (uris !== undefined) return [[`${name}@odata.bind`, Array.isArray(member) ? uris : uris[0]]];
    return [[name, storedForm(service, member, declared?.type ?? "")]];
  });
  return Object.fromEntries(members);
}

/** The addresses of entities that are given by nothing else: `{ "__metadata": { "uri": … } }`. */
function referencesIn(value: unknown): readonly unknown[] | undefined {
  const items = [value].flat();
  const uris = items.map((item) =>
    isEntity(item) && isEntity(item["__metadata"]) && Object.keys(item).length === 1
      ? item["__metadata"]["uri"]
      : undefined,
  );
  return uris.length > 0 && uris.every((uri) => typeof uri === "string") ? uris : undefined;
}

/** Binary literals are hexadecimal digits. */
export function base64OfHex(digits: string): string {
  const bytes = digits.match(/../g) ?? [];
  return base64OfBinary(bytes.map((byte) => String.fromCharCode(Number.parseInt(byte, 16))).join(""));
}

const SUFFIXES: Readonly<Record<string, string>> = { Int64: "L", Decimal: "m", Double: "d", Single: "f" };

/** A value in a key (OData 2.0 Overview §6). */
export function keyLiteral(service: MockService, type: string, value: unknown): string {
  const name = type.replace("Edm.", "");
  const suffix = own(SUFFIXES, name);
  if (suffix !== undefined) return `${String(value)}${suffix}`;
  const text = encodeURIComponent(String(value).replaceAll("'", "''"));
  if (kindOf(service, type) === "String") return `'${text}'`;
  return typeof value === "string" ? `${name.toLowerCase()}'${text}'` : text;
}

/** Parameters in a URL, as JSON values. */
export function parametersFrom(options: Readonly<Record<string, string>>): Entity {
  const read = (literal: string): unknown => {
    const [, quoted] = /^(?:[A-Za-z]+)?'(.*)'$/s.exec(literal) ?? [];
    if (quoted !== undefined) return quoted.replaceAll("''", "'");
    if (/^(true|false|null|-?\d+)$/.test(literal)) return JSON.parse(literal) as unknown;
    return literal.replace(/^([-+.\d]+)[LMDF]$/i, "$1");
  };
  return Object.fromEntries(Object.entries(options).map(([name, literal]) => [name, read(literal)]));
}
