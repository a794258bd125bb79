/**
 * Annotation values with the media type JSON. They are text in CSDL XML, and inline JSON in CSDL JSON, like stream
 * values of that media type (OData JSON Format 4.01 §9).
 */
import type { Expression } from "../../edm/annotations.js";
import type { QualifiedName } from "../../edm/names.js";
import { type JsonValue, parseJson } from "./json-tree.js";
import type { Json } from "./print/print.js";

const TERMS: ReadonlySet<string> = new Set(["Org.OData.JSON.V1.Schema"]);

/**
 * Parses the text of such a term. Returns undefined for other terms, and for text that is not a JSON object or array.
 */
export function nativeJson(term: QualifiedName, value: Expression): Json | undefined {
  if (!TERMS.has(term) || value.kind !== "Constant" || !/^\s*[[{]/.test(value.value)) return undefined;
  const parsed = parseJson(value.value);
  return parsed && jsonOf(parsed);
}

/** The reverse: prints inline JSON as text. Returns undefined for other terms and ordinary expressions. */
export function textOfNativeJson(term: QualifiedName, value: JsonValue): Expression | undefined {
  if (!TERMS.has(term) || (value.kind !== "object" && value.kind !== "array")) return undefined;
  return { kind: "Constant", type: "String", value: textOf(value) };
}

function jsonOf(value: JsonValue): Json {
  switch (value.kind) {
    case "object":
      return new Map(value.members.map((member) => [member.name, jsonOf(member.value)]));
    case "array":
      return value.items.map(jsonOf);
    case "string":
      return value.value;
    case "number":
      return { number: value.value };
    case "boolean":
      return value.value === "true";
    case "null":
      return null;
  }
}

function textOf(value: JsonValue): string {
  switch (value.kind) {
    case "object":
      return `{${value.members.map((member) => `${JSON.stringify(member.name)}:${textOf(member.value)}`).join(",")}}`;
    case "array":
      return `[${value.items.map(textOf).join(",")}]`;
    case "string":
      return JSON.stringify(value.value);
    default:
      return value.value;
  }
}
