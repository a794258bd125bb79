import { z } from "zod";
import { int32, texts } from "./primitive-values.mjs";
import { propertiesOf, related } from "./structured-type.mjs";

// What the generated schema of a type checks, as schemas for other libraries, and a value that passes. All but the
// key may be absent, as Graph leaves out what was not selected.

export function jsonSchema(document, type) {
  const properties = { "@odata.type": { type: "string" } };
  for (const property of propertiesOf(document, type)) properties[property.name] = jsonProperty(document, property);
  return { type: "object", properties, required: keyOf(properties) };
}

function jsonProperty(document, { type, collection, nullable }) {
  const one = jsonValue(document, type);
  const schema = collection ? { type: "array", items: one } : one;
  return nullable ? { ...schema, type: [schema.type, "null"] } : schema;
}

function jsonValue(document, type) {
  if (type === related) return { type: "object" };
  if (type === "Edm.Boolean") return { type: "boolean" };
  if (type === "Edm.Int32") return { type: "integer", ...int32 };
  const { pattern } = texts[type] ?? {};
  if (type in texts) return { type: "string", ...(pattern !== undefined && { pattern }) };
  return jsonSchema(document, type);
}

export function zodSchema(document, type) {
  const shape = { "@odata.type": z.string().optional() };
  for (const property of propertiesOf(document, type)) shape[property.name] = zodProperty(document, property);
  return z.object(shape);
}

function zodProperty(document, { name, type, collection, nullable }) {
  const one = zodValue(document, type);
  const schema = collection ? z.array(one) : one;
  if (name === "id") return schema;
  return nullable ? schema.nullish() : schema.optional();
}

function zodValue(document, type) {
  if (type === related) return z.looseObject({});
  if (type === "Edm.Boolean") return z.boolean();
  if (type === "Edm.Int32") return z.int32();
  const { pattern } = texts[type] ?? {};
  if (type in texts) return pattern === undefined ? z.string() : z.string().regex(new RegExp(pattern));
  return zodSchema(document, type);
}

/** An object with the first `limit` properties of a type, related entities apart; collections have two items. */
export function sampleOf(document, type, limit) {
  const structural = propertiesOf(document, type).filter((property) => property.type !== related);
  const properties = structural.slice(0, limit);
  return Object.fromEntries(properties.map((property) => [property.name, sampleProperty(document, property)]));
}

function sampleProperty(document, { type, collection }) {
  return collection ? [sampleValue(document, type), sampleValue(document, type)] : sampleValue(document, type);
}

function sampleValue(document, type) {
  if (type === "Edm.Boolean") return true;
  if (type === "Edm.Int32") return 42;
  return texts[type]?.sample ?? sampleOf(document, type);
}

function keyOf(properties) {
  return "id" in properties ? ["id"] : [];
}
