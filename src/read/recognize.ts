import { isCsdlJson, isCsdlXml } from "../csdl/recognize.js";
import { isInclude } from "../pages/recognize-page.js";
import { isPage } from "../pages/recognize-page.js";

/** What a text can be. */
export type Kind = CsdlKind | "page" | "include";
type CsdlKind = "csdl-xml" | "csdl-json";

/**
 * What a text is, its content tells; undefined when it is none of ours. Only that a text without title is there to
 * be included by pages may stand in its path alone.
 */
export function recognize(text: string, name: string): Kind | undefined {
  const csdl = recognizeCsdl(text);
  if (csdl !== undefined) return csdl;
  if (isPage(text)) return "page";
  return isInclude(text, name) ? "include" : undefined;
}

export function recognizeCsdl(text: string): CsdlKind | undefined {
  if (isCsdlXml(text)) return "csdl-xml";
  return isCsdlJson(text) ? "csdl-json" : undefined;
}
