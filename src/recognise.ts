import { isCsdlJson, isCsdlXml } from "./csdl/recognise.js";
import { isPage } from "./pages/is-page.js";

/** What a text can be. */
export type Kind = "csdl-xml" | "csdl-json" | "page";

/** What a text is, its content tells; undefined when it is none of ours. */
export function recognise(text: string): Kind | undefined {
  return recogniseCsdl(text) ?? (isPage(text) ? "page" : undefined);
}

export function recogniseCsdl(text: string): Exclude<Kind, "page"> | undefined {
  if (isCsdlXml(text)) return "csdl-xml";
  return isCsdlJson(text) ? "csdl-json" : undefined;
}
