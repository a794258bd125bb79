import { readTemplates } from "./read-template.js";
import type { Templates } from "./template.js";
import { templateTexts } from "./template-texts.js";

/** The templates that come with the tool. In the bundle this module holds them as they were read when it was made. */
export function builtInTemplates(): Templates {
  return readTemplates(templateTexts());
}
