import { attribute } from "../access.js";
import type { XmlElement } from "../tree/xml-element.js";
import { EDMX_NAMESPACE } from "../grammar.js";
import { isSchema } from "../references.js";
import { isOldEdm, isOldEdmx, metadataAttribute, EDM_3_NAMESPACE } from "./namespaces.js";

/** The parts of an old document: its frame is `edmx:Edmx`, of a service or of a designer, or it is one `Schema`. */
export interface OldDocument {
  readonly version: "2.0" | "3.0";
  /** Those of OData 4.0, which name vocabularies, and those of 3.0, which have a `Url`. */
  readonly references: readonly XmlElement[];
  /** Where the schemas stand. */
  readonly services: readonly XmlElement[];
  readonly schemas: readonly XmlElement[];
}

export function oldDocumentOf(root: XmlElement): OldDocument {
  const services = isOldSchema(root) ? [root] : servicesOf(root);
  const schemas = isOldSchema(root) ? [root] : services.flatMap(({ children }) => children.filter(isAnySchema));
  const references = root.children.filter(
    (child) => child.name === "Reference" && (isOldEdmx(child) || child.namespace === EDMX_NAMESPACE),
  );
  return { version: versionOf(services, schemas), references, services, schemas };
}

export function isOldSchema(element: XmlElement): boolean {
  return element.name === "Schema" && isOldEdm(element);
}

/** A schema of OData 4.0 in an old document has annotations. */
function isAnySchema(element: XmlElement): boolean {
  return isOldSchema(element) || isSchema(element);
}

function servicesOf(root: XmlElement): readonly XmlElement[] {
  return root.children.flatMap((child) => {
    if (child.name === "DataServices") return [child];
    return child.name === "Runtime" ? child.children.filter(({ name }) => name === "ConceptualModels") : [];
  });
}

/**
 * Version 3.0 shows in the namespace of the schemas, in `m:DataServiceVersion`, or in what 2.0 does not have. Services of
 * 2.0 write `m:DataServiceVersion="1.0"` where their metadata needs no more (MS-ODATA §2.2.5.3), so that says nothing.
 */
function versionOf(services: readonly XmlElement[], schemas: readonly XmlElement[]): OldDocument["version"] {
  const stated = services.map((element) => Number(metadataAttribute(element, "DataServiceVersion")?.value));
  const isOf3 =
    stated.some((version) => version >= 3) || schemas.some((schema) => isOldSchema(schema) && hasPartOf3(schema));
  return isOf3 ? "3.0" : "2.0";
}

const TYPE_OF_3 = /^(?:Collection\(|Edm\.(?:Geo|Stream$))/;

function hasPartOf3(element: XmlElement): boolean {
  if (!isOldEdm(element)) return false;
  return (
    element.namespace === EDM_3_NAMESPACE ||
    element.name === "EnumType" ||
    attribute(element, "OpenType") !== undefined ||
    attribute(element, "IsBindable") !== undefined ||
    (element.name === "Property" && TYPE_OF_3.test(attribute(element, "Type")?.value ?? "")) ||
    element.children.some(hasPartOf3)
  );
}
