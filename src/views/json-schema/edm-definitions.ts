/** The types of OData as schemas: `$defs` named `edm.Guid`, `edm.Point` … No module can be called `edm`. */
import { COUNT, READ_ANNOTATIONS } from "./control-information.js";
import { geometries } from "./geometries.js";
import { NOTHING, refer, type JsonSchemaObject } from "./json-document.js";
import * as literals from "./literal-patterns.js";
import { NAMED } from "./type-names.js";

/** Literals of more characters are no values, whatever their form. */
const LONGEST = 1000;

const integer = (minimum: number, maximum: number): JsonSchemaObject => ({ type: "integer", minimum, maximum });
const literal = (pattern: string, format?: string): JsonSchemaObject => ({
  type: "string",
  ...(format !== undefined && { format }),
  pattern,
  maxLength: LONGEST,
});

/** Halfway between the largest value of 32 bits and what would be the next. */
const BEYOND_SINGLE = 3.4028235677973366e38;

const WORDS: JsonSchemaObject = { enum: ["INF", "-INF", "NaN"] };

const NUMBER: JsonSchemaObject = {
  type: "number",
  minimum: -Number.MAX_SAFE_INTEGER,
  maximum: Number.MAX_SAFE_INTEGER,
};

function definitionOf(name: string, before4: boolean): JsonSchemaObject | undefined {
  switch (name) {
    case "string":
      return { type: "string" };
    case "boolean":
      return { type: "boolean" };
    case "byte":
      return integer(0, 255);
    case "sbyte":
      return integer(-128, 127);
    case "int16":
      return integer(-32_768, 32_767);
    case "int32":
      return integer(-2_147_483_648, 2_147_483_647);
    case "double":
      return { anyOf: [{ type: "number" }, WORDS] };
    case "single":
      return {
        anyOf: [{ type: "number", exclusiveMinimum: -BEYOND_SINGLE, exclusiveMaximum: BEYOND_SINGLE }, WORDS],
      };
    case "primitive":
      return { anyOf: [{ type: "string" }, { type: "number" }, { type: "boolean" }] };
    case "int64": {
      const text = { type: "string", pattern: literals.INT64 };
      const number = integer(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
      return before4 ? text : { anyOf: [number, text] };
    }
    case "decimal": {
      const text = literal(literals.decimal({ precision: null, scale: null, floating: false }, before4));
      return before4 ? text : { anyOf: [NUMBER, text] };
    }
    case "count":
      return COUNT;
    case "readAnnotations":
      return READ_ANNOTATIONS;
    case "named":
      return NAMED;
    case "withUrl":
      return WITH_URL;
    case "reference":
      return { ...WITH_URL, propertyNames: { pattern: "@" } };
    default:
      return textOf(name, null, before4);
  }
}

/** An object with the URL of an entity that exists (OData JSON Format 4.01 §14). */
const WITH_URL: JsonSchemaObject = {
  type: "object",
  anyOf: [
    { type: "object", properties: { "@odata.id": { type: "string" } }, required: ["@odata.id"] },
    { type: "object", properties: { "@odata.id": NOTHING, "@id": { type: "string" } }, required: ["@id"] },
  ],
};

function textOf(name: string, limit: number | null, before4: boolean): JsonSchemaObject | undefined {
  switch (name) {
    case "guid":
      return { type: "string", format: "uuid", pattern: literals.GUID };
    case "date":
      return literal(literals.DATE, "date");
    case "dateTimeOffset":
      return literal(literals.dateTimeOffset(limit), "date-time");
    case "dateTime":
      return literal(literals.dateTime(limit));
    case "timeOfDay":
      return literal(literals.timeOfDay(limit));
    case "time":
      return literal(literals.time(limit), "duration");
    case "duration":
      return literal(literals.duration(limit), "duration");
    case "ascii":
      return { type: "string", pattern: literals.ASCII, ...(limit !== null && { maxLength: limit }) };
    case "binary":
      return binary(limit, before4);
    default:
      return undefined;
  }
}

function binary(limit: number | null, before4: boolean): JsonSchemaObject {
  const contentEncoding = before4 ? "base64" : "base64url";
  const schema = { type: "string", contentEncoding, pattern: literals.base64(before4) };
  if (limit === null) return schema;
  // Four characters are three bytes. Those that are left are one or two, and padding may follow them.
  const [whole, left] = [Math.floor(limit / 3) * 4, limit % 3];
  if (left === 0) return { ...schema, maxLength: whole };
  const padded = { type: "string", maxLength: whole + 4, pattern: left === 1 ? "==$" : "=$" };
  return { ...schema, anyOf: [{ type: "string", maxLength: whole + left + 1 }, padded] };
}

/** A text with a limit: characters, bytes or decimal places of seconds. */
export function limitedType(name: string, limit: number, before4: boolean): JsonSchemaObject {
  return textOf(name, limit, before4) ?? { type: "string", maxLength: limit };
}

/** The types of OData that schemas refer to. */
export class EdmNames {
  readonly before4: boolean;
  readonly #used = new Map<string, JsonSchemaObject>();

  constructor(before4: boolean) {
    this.before4 = before4;
  }

  /** Refers to a type; those that are short stand where they are used. */
  refer(name: string): JsonSchemaObject {
    if (name === "string" || name === "boolean") return { type: name };
    const key = keyOf(name);
    if (!this.#used.has(key)) {
      const definition = definitionOf(name, this.before4);
      if (definition !== undefined) this.#used.set(key, definition);
      // Geometries refer to each other.
      else for (const [one, schema] of Object.entries(geometries)) this.#used.set(keyOf(one), schema);
    }
    return refer(key);
  }

  /** By name, in the order of names. */
  definitions(): Readonly<Record<string, JsonSchemaObject>> {
    return Object.fromEntries([...this.#used].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }
}

function keyOf(name: string): string {
  return `edm.${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}
