/** Texts for people: SAP's labels, and `Documentation` (MC-CSDL). */
import type { XmlElement } from "../../tree/xml-element.js";
import { isOldEdm, sapAttribute } from "../namespaces.js";
import { annotation } from "./annotation-elements.js";
import { terms } from "./terms.js";

/** By attribute, of any element. */
const sapTexts: Readonly<Record<string, string>> = {
  heading: terms.heading,
  label: terms.label,
  quickinfo: terms.quickInfo,
};

export function textAnnotations(element: XmlElement): readonly XmlElement[] {
  const labels = Object.entries(sapTexts).flatMap(([name, term]) =>
    textAnnotation(term, sapAttribute(element, name)?.value, element),
  );
  const documentation = childrenNamed(element, "Documentation");
  return [
    ...labels,
    ...textAnnotation(terms.description, textIn(documentation, "Summary"), element),
    ...textAnnotation(terms.longDescription, textIn(documentation, "LongDescription"), element),
  ];
}

function textAnnotation(term: string, text: string | undefined, { at }: XmlElement): readonly XmlElement[] {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ? [] : [annotation(term, at, { String: trimmed })];
}

function textIn(documentation: readonly XmlElement[], name: string): string | undefined {
  return documentation.flatMap((one) => childrenNamed(one, name))[0]?.text;
}

function childrenNamed({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.filter((child) => child.name === name && isOldEdm(child));
}
