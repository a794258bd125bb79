import type { XmlElement } from "../../tree/xml-element.js";

/** The annotations that say in terms of vocabularies what an element of an old document says in other markup. */
export function annotationsOf(_element: XmlElement): readonly XmlElement[] {
  return [];
}
