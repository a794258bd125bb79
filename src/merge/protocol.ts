import { type CsdlDocument, type Document, elementsOf, isBefore4 } from "../edm/document.js";
import type { Protocol } from "../edm/model.js";

/**
 * The protocol of the service: that of the CSDL documents that declare an entity container, else of all. Documents of
 * OData 4.0 without a container, such as vocabularies and annotations, may stand beside metadata of 2.0.
 */
export function protocolOf(documents: readonly Document[]): Protocol {
  const csdl = documents.filter((document) => document.kind === "csdl");
  const [first] = [...csdl.filter(hasContainer), ...csdl];
  return first === undefined || !isBefore4(first.version) ? "4.0" : first.version;
}

function hasContainer({ schemas }: CsdlDocument): boolean {
  return elementsOf(schemas).some(({ kind }) => kind === "EntityContainer");
}
