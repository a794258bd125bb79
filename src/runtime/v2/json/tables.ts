export type Member = readonly [name: string, value: unknown];

export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object that JSON has, but no array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
