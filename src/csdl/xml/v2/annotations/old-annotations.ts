import { attribute, childrenNamed } from "../../access.js";
import type { XmlElement } from "../../tree/xml-element.js";
import { isOldEdm } from "../namespaces.js";
import { annotation, recordAnnotation } from "./annotation-elements.js";
import type { OldNames } from "../names.js";
import { Declarations } from "./declarations.js";
import { isStated } from "./markup.js";
import { propertyAnnotations } from "./property-annotations.js";
import { navigationAnnotations, setAnnotations } from "./set-annotations.js";
import { Searches } from "./searches.js";
import { StatedAnnotations } from "./stated-annotations.js";
import { terms } from "./terms.js";
import { textAnnotations } from "./text-annotations.js";

/**
 * What an old document says of its elements in other markup than annotations, as `Annotation` elements of CSDL 4.01 in
 * terms of vocabularies: SAP's attributes, some of Microsoft's, and documentation. Annotations that the document has
 * already stand, of records property by property. Attributes without a term for them, and those whose effect depends on
 * an instance, such as `sap:updatable-path`, give nothing.
 */
export class OldAnnotations {
  readonly #declarations: Declarations;
  readonly #stated: StatedAnnotations;
  readonly #searches: Searches;

  constructor(schemas: readonly XmlElement[], references: readonly XmlElement[], names: OldNames) {
    this.#declarations = new Declarations(schemas, references);
    this.#stated = new StatedAnnotations(schemas, this.#declarations);
    this.#searches = new Searches(schemas, names);
  }

  /** Those of one element of the schemas: a type, property, entity set, function import … */
  of(element: XmlElement): readonly XmlElement[] {
    if (!isOldEdm(element)) return [];
    return withoutRepeated([...textAnnotations(element), ...this.#annotationsOf(element)]).flatMap((translated) =>
      this.#completing(translated, element),
    );
  }

  #annotationsOf(element: XmlElement): readonly XmlElement[] {
    switch (element.name) {
      case "Property":
      case "Parameter":
        return propertyAnnotations(element, this.#declarations);
      case "NavigationProperty":
        return navigationAnnotations(element, this.#searches.isLacking(element));
      case "EntitySet":
        return setAnnotations(element, this.#declarations.membersIn(element));
      case "FunctionImport":
        return isStated(element, "support-payload", "true") ? [annotation(terms.supportPayload, element.at)] : [];
      default:
        return [];
    }
  }

  /** An annotation as far as the document does not state it already. */
  #completing(translated: XmlElement, element: XmlElement): readonly XmlElement[] {
    const term = attribute(translated, "Term")?.value ?? "";
    if (this.#stated.isInside(element, term)) return [];
    const stated = this.#stated.elsewhere(element, term);
    if (stated === undefined) return [translated];
    const [own, other] = [translated, stated].map(fieldsOf);
    if (own === undefined || other === undefined) return [];
    const names = new Set(other.map(propertyOf));
    const added = own.filter((field) => !names.has(propertyOf(field)));
    return added.length === 0 ? [] : [recordAnnotation(term, translated.at, [...other, ...added])];
  }
}

/** Two attributes may say the same: both `sap:updatable` and `StoreGeneratedPattern` make a property computed. */
function withoutRepeated(annotations: readonly XmlElement[]): readonly XmlElement[] {
  const seen = new Set<string>();
  return annotations.filter((one) => {
    const term = attribute(one, "Term")?.value ?? "";
    const isNew = !seen.has(term);
    seen.add(term);
    return isNew;
  });
}

/** The properties of the record that is the value of an annotation. */
function fieldsOf(annotated: XmlElement): readonly XmlElement[] | undefined {
  const record = childrenNamed(annotated, "Record")[0];
  return record && childrenNamed(record, "PropertyValue");
}

function propertyOf(field: XmlElement): string | undefined {
  return attribute(field, "Property")?.value;
}
