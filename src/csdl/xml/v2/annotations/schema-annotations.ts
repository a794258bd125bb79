import type { XmlElement } from "../../tree/xml-element.js";

/**
 * The same for what several elements of a document say together: `Annotations` elements with their targets. `schemas` are
 * the old ones.
 */
export function schemaAnnotations(_schemas: readonly XmlElement[]): readonly XmlElement[] {
  return [];
}
