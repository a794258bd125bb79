import { isCsdlJson, isCsdlXml } from "../csdl/recognize.js";
import { isInclude } from "../pages/recognize-page.js";
import { isPage } from "../pages/recognize-page.js";

/** The kinds of text that can be read. */
export type Kind = CsdlKind | "page" | "include";
type CsdlKind = "csdl-xml" | "csdl-json";

/**
 * Recognizes a text by its content; undefined for any other kind of file. The path counts only for texts without a
 * title that pages include.
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
