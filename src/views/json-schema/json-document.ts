/** JSON schemas as data, and the parts that many of them have. */
export type JsonSchema = boolean | JsonSchemaObject;

export interface JsonSchemaObject {
  readonly [keyword: string]: unknown;
}

export function refer(name: string): JsonSchemaObject {
  return { $ref: `#/$defs/${encodeURIComponent(name)}` };
}

export const NOTHING: JsonSchemaObject = { type: "null" };
export const TEXT: JsonSchemaObject = { type: "string" };
export const TEXT_OR_NULL: JsonSchemaObject = { type: ["string", "null"] };

/** The same schema, which also takes null. */
export function orNull(schema: JsonSchema): JsonSchema {
  if (typeof schema === "boolean") return schema;
  if (schema["not"] === NOTHING) return true;
  const isSimple =
    typeof schema["type"] === "string" && !["allOf", "anyOf", "enum", "if"].some((keyword) => keyword in schema);
  const alternatives = schema["anyOf"];
  if (Array.isArray(alternatives) && Object.keys(schema).length === 1)
    return { anyOf: [...(alternatives as readonly JsonSchema[]), NOTHING] };
  return isSimple ? { ...schema, type: [schema["type"], "null"] } : { anyOf: [schema, NOTHING] };
}

/** A value that keeps all of them. */
export function allOf(first: JsonSchema, others: readonly JsonSchema[]): JsonSchema {
  return others.length === 0 ? first : { allOf: [first, ...others] };
}

/** A regular expression for any of these texts. */
export function oneOfTexts(texts: readonly string[]): string {
  return `(?:${texts.map(escaped).join("|")})`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

/** One of these values; an empty list takes none. */
export function oneOf(values: readonly unknown[]): JsonSchemaObject {
  return values.length === 0 ? { not: {} } : { enum: [...new Set(values)] };
}

/** Where a value fits the condition, it has to fit `then`, and else `otherwise`. */
export function when(condition: JsonSchema, then: JsonSchema, otherwise?: JsonSchema): JsonSchemaObject {
  // oxlint-disable-next-line no-thenable -- a keyword of JSON schema
  return { if: condition, then, ...(otherwise !== undefined && { else: otherwise }) };
}
