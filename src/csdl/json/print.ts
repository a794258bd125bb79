/** A number with its exact digits. */
export interface JsonNumber {
  readonly number: string;
}

/** Objects are maps, so that `__proto__` is a name like any other and names made of digits keep their place. */
export type Json = string | boolean | null | JsonNumber | readonly Json[] | ReadonlyMap<string, Json>;

/** Members in order; those that are `undefined` are left out. */
export function members(...entries: readonly (readonly [string, Json | undefined])[]): ReadonlyMap<string, Json> {
  return new Map(entries.filter((entry): entry is readonly [string, Json] => entry[1] !== undefined));
}

export function merged(...maps: readonly ReadonlyMap<string, Json>[]): ReadonlyMap<string, Json> {
  const result = new Map<string, Json>();
  for (const map of maps) for (const [name, value] of map) result.set(name, value);
  return result;
}

/** The text of a value, indented by two blanks. */
export function printJson(value: Json, indent = ""): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (isMembers(value)) {
    return block(
      "{",
      [...value].map(([name, item]) => `${JSON.stringify(name)}: ${printJson(item, inner)}`),
      "}",
      indent,
    );
  }
  if (isItems(value))
    return block(
      "[",
      value.map((item) => printJson(item, inner)),
      "]",
      indent,
    );
  return value.number;
}

function isMembers(value: object): value is ReadonlyMap<string, Json> {
  return value instanceof Map;
}

function isItems(value: object): value is readonly Json[] {
  return Array.isArray(value);
}

function block(open: string, items: readonly string[], close: string, indent: string): string {
  if (items.length === 0) return open + close;
  return `${open}\n${items.map((item) => `${indent}  ${item}`).join(",\n")}\n${indent}${close}`;
}

/** A numeric text as JSON: as a number when JSON has one for it, without a leading plus or zeros, else as a string. */
export function jsonNumber(text: string): Json {
  const match = /^([+-]?)0*([0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)$/.exec(text);
  return match === null ? text : { number: `${match[1] === "-" ? "-" : ""}${match[2]}` };
}
