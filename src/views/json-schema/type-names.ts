/** Objects by the type that they name, in `@odata.type` or `@type` (OData JSON Format 4.01 §4.6.3). */
import { NOTHING, oneOfTexts, TEXT, type JsonSchemaObject } from "./json-document.js";

/** An object that names one of these types: `ns.T`, `#ns.T`, `https://host/$metadata#ns.T`. */
export function namesOne(types: readonly string[]): JsonSchemaObject {
  const name = { type: "string", pattern: patternOf(types) };
  return {
    type: "object",
    anyOf: [
      { type: "object", properties: { "@odata.type": name }, required: ["@odata.type"] },
      { type: "object", properties: { "@odata.type": NOTHING, "@type": name }, required: ["@type"] },
    ],
  };
}

/** An object that names any type. */
export const NAMED: JsonSchemaObject = {
  type: "object",
  anyOf: [
    { type: "object", properties: { "@odata.type": TEXT }, required: ["@odata.type"] },
    { type: "object", properties: { "@odata.type": NOTHING, "@type": TEXT }, required: ["@type"] },
  ],
};

/** An object that names no other type. */
export function namesNoOther(type: string): JsonSchemaObject {
  const name = { type: ["string", "null"], pattern: patternOf([type]) };
  return { type: "object", properties: { "@odata.type": name, "@type": name } };
}

/** An object that names no type. */
export const UNNAMED: JsonSchemaObject = {
  type: "object",
  properties: { "@odata.type": NOTHING, "@type": NOTHING },
};

function patternOf(types: readonly string[]): string {
  return `(?:^|#)${oneOfTexts(types)}$`;
}
