import { find } from "../../http/place.js";

/** Looks up a name at a type: as it is there, else as it is everywhere. */
export function lookUp<V>(table: Readonly<Record<string, V>> | undefined, type: string, name: string): V | undefined {
  return find(table, `${type}/${name}`) ?? find(table, name);
}

export type Member = readonly [name: string, value: unknown];

export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object that JSON has, but no array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
