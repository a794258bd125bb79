/** A JSON number as text, to keep its exact digits. */
export interface JsonNumber {
  readonly number: string;
}

/** A JSON value. Objects are maps, so that `__proto__` is an ordinary name and numeric names keep their order. */
export type Json = string | boolean | null | JsonNumber | readonly Json[] | ReadonlyMap<string, Json>;

/** An object of the given members in order, without those whose value is undefined. */
export function members(...entries: readonly (readonly [string, Json | undefined])[]): ReadonlyMap<string, Json> {
  const result = new Map<string, Json>();
  for (const [name, value] of entries) if (value !== undefined) result.set(name, value);
  return result;
}

export function merged(...maps: readonly ReadonlyMap<string, Json>[]): ReadonlyMap<string, Json> {
  const result = new Map<string, Json>();
  for (const map of maps) for (const [name, value] of map) result.set(name, value);
  return result;
}

/** Prints a value, indented by two spaces. */
export function printJson(value: Json, indent = ""): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (isMembers(value)) return printMembers(value, indent);
  return isItems(value) ? printItems(value, indent) : value.number;
}

function printMembers(value: ReadonlyMap<string, Json>, indent: string): string {
  const inner = `${indent}  `;
  let text = "";
  for (const [name, item] of value) {
    text += `${text === "" ? "" : ","}\n${inner}${JSON.stringify(name)}: ${printJson(item, inner)}`;
  }
  return text === "" ? "{}" : `{${text}\n${indent}}`;
}

function printItems(value: readonly Json[], indent: string): string {
  const inner = `${indent}  `;
  let text = "";
  for (const item of value) text += `${text === "" ? "" : ","}\n${inner}${printJson(item, inner)}`;
  return text === "" ? "[]" : `[${text}\n${indent}]`;
}

function isMembers(value: object): value is ReadonlyMap<string, Json> {
  return value instanceof Map;
}

function isItems(value: object): value is readonly Json[] {
  return Array.isArray(value);
}

/**
 * Converts a numeric text: to a JSON number without leading plus or zeros, or to a string if JSON has no such number
 * (INF, NaN).
 */
export function jsonNumber(text: string): Json {
  const match = /^([+-]?)0*([0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)$/.exec(text);
  return match === null ? text : { number: `${match[1] === "-" ? "-" : ""}${match[2]}` };
}
