/** What names with `@` state of a value (OData JSON Format 4.01 §4.6). */
import type { BindingsView } from "../schemas/schemas-view.js";
import { oneOfTexts, refer, TEXT, TEXT_OR_NULL, type JsonSchema, type JsonSchemaObject } from "./json-document.js";

type Patterns = Readonly<Record<string, JsonSchema>>;

const TEXTS = "(?:context|id|etag|type|(?:edit|read|next|delta|navigation|association)Link)";
const MEDIA = "media(?:EditLink|ReadLink|Etag|ContentType)";

/** The definition `edm.Count`. The number of items: a text where numbers are to keep all digits (OData JSON Format 4.01 §3.2). */
export const COUNT: JsonSchemaObject = {
  anyOf: [{ type: ["number", "null"] }, { type: "string", pattern: "^\\d{1,19}$" }],
};

function nameOf(property: string, term: string): string {
  return `^${property}@(?:odata\\.)?${term}(?:@|$)`;
}

/** The annotations of what is read. */
export const READ_ANNOTATIONS: JsonSchemaObject = {
  type: "object",
  patternProperties: {
    [nameOf("[^@]*", "count")]: refer("edm.Count"),
    [nameOf("[^@]*", `(?:${TEXTS}|${MEDIA})`)]: TEXT_OR_NULL,
  },
};

/** The annotations of a body. */
export function writtenAnnotations(bindings: BindingsView, open: boolean): Patterns {
  const { one, oneOrNull, many, none } = bindings;
  const declared = [...one, ...oneOrNull, ...many, ...none];
  const others = declared.length === 0 ? "[^@]*" : `(?!${oneOfTexts(declared)}@)[^@]*`;
  return {
    "@": true,
    [nameOf("[^@]*", "count")]: refer("edm.Count"),
    [nameOf("[^@]*", `(?:${TEXTS}|${MEDIA})`)]: TEXT_OR_NULL,
    ...bindingsOf(one, TEXT),
    ...bindingsOf(oneOrNull, TEXT_OR_NULL),
    ...bindingsOf(many, URLS),
    ...bindingsOf(none, false),
    // Of an open type, any other name may lead to entities.
    [nameOf(others, "bind")]: open ? { anyOf: [TEXT, URLS] } : false,
  };
}

const URLS: JsonSchemaObject = { type: "array", items: TEXT };

function bindingsOf(names: readonly string[], schema: JsonSchema): Patterns {
  return names.length === 0 ? {} : { [nameOf(oneOfTexts(names), "bind")]: schema };
}
