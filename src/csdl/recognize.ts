import { skipMiscellaneous } from "./xml/tree/well-formed.js";

const ROOT = /<(?:[\w.-]+:)?(?:Edmx(?=[\s/>])|Schema\s[^>]*\/edm["'])/;
const ROOT_HERE = new RegExp(ROOT, "y");

/**
 * Whether a text is CSDL XML, by its root element: `Edmx` under any prefix, or a `Schema` of an EDM namespace.
 * A cheap look at the beginning; the text may still be malformed or of an old version.
 */
export function isCsdlXml(text: string): boolean {
  const start = skipMiscellaneous(text, 0);
  // The reader refuses a DOCTYPE; to say so it must be given the document behind it.
  const offset = /^<!doctype/i.test(text.slice(start, start + 9)) ? Math.max(text.search(ROOT), start) : start;
  ROOT_HERE.lastIndex = offset;
  return ROOT_HERE.test(text);
}

/** Whether a text is CSDL JSON: an object with a member `$Version` or `$EntityContainer`. */
export function isCsdlJson(text: string): boolean {
  return /^[\s\ufeff]*\{/.test(text) && /"\$(?:Version"\s*:\s*"4\.|EntityContainer"\s*:)/.test(text);
}
