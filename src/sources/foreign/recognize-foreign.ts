import type { Foreign } from "./foreign.js";
import { foreignJson } from "./foreign-json.js";
import { foreignMarkup } from "./foreign-markup.js";

/** OpenAPI in YAML, below comments and the mark of a document. */
const OPENAPI_YAML = /^((?:[\s\ufeff]|---[^\n]*\n|#[^\n]*\n)*)(?:openapi|swagger)\s*:\s*["']?(\d[\w.-]*)/;

/** Recognizes texts that are commonly given or sent in the place of metadata. */
export function foreignOf(text: string): Foreign | undefined {
  const [first] = /[^\s\ufeff]/.exec(text) ?? [];
  if (first === "<") return foreignMarkup(text);
  if (first === "{") return foreignJson(text);
  const [, before = "", version] = OPENAPI_YAML.exec(text) ?? [];
  return version === undefined ? undefined : { kind: "openapi", version, offset: before.length };
}
