import type { StructuredType } from "../edm/elements.js";
import { Core } from "../edm/vocabulary.js";
import { booleanOf, valueOf } from "./values.js";

/** Whether values may have properties that the type does not list: Core.AdditionalProperties has the last word. */
export function isOpen(type: StructuredType): boolean {
  return booleanOf(valueOf(type, Core.AdditionalProperties)) ?? type.open === true;
}
