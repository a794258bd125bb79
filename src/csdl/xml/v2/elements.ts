/** Makes the elements of CSDL 4.01 that stand for older ones; each has the position of the markup that it comes from. */
import type { At } from "../../../diagnostics/position.js";
import { EDM_NAMESPACE } from "../grammar.js";
import type { XmlAttribute, XmlElement } from "../tree/xml-element.js";

export function edmElement(
  name: string,
  at: At,
  attributes: readonly (XmlAttribute | undefined)[],
  children: readonly XmlElement[] = [],
): XmlElement {
  return {
    name,
    namespace: EDM_NAMESPACE,
    attributes: attributes.filter((attribute) => attribute !== undefined),
    children,
    text: "",
    at,
  };
}

/** An attribute that the document does not have. */
export function newAttribute(name: string, value: string, at: At): XmlAttribute {
  return { name, namespace: "", value, at };
}

/** An attribute of the document under the name, or with the value, that it has in CSDL 4.01. */
export function changed(attribute: XmlAttribute, name: string, value = attribute.value): XmlAttribute {
  return {
    name,
    namespace: "",
    value,
    // The position is searched for only where a diagnostic needs it.
    get at() {
      return attribute.at;
    },
  };
}
