import type { Report } from "../diagnostics/report.js";
import { type CsdlDocument, type Document, elementsOf, isBefore4 } from "../edm/document.js";
import type { EntityContainer } from "../edm/elements.js";
import type { Protocol } from "../edm/model.js";

/**
 * The protocol of the service: that of the CSDL documents that declare an entity container, else of all. Documents of
 * OData 4.0 without a container, such as vocabularies and annotations, may stand beside metadata of 2.0. Two protocols are
 * two services, which is reported.
 */
export function protocolOf(documents: readonly Document[], report: Report): Protocol {
  const csdl = documents.filter((document) => document.kind === "csdl");
  const services = csdl.flatMap((document) => {
    const container = containerOf(document);
    return container === undefined ? [] : [{ container, protocol: protocolOfDocument(document) }];
  });
  const [first] = services;
  const other = services.find(({ protocol }) => protocol !== first?.protocol);
  if (first !== undefined && other !== undefined) {
    const related = [{ place: first.container.at, message: `a container of OData ${first.protocol}` }];
    const given = { container: other.container.name, protocol: other.protocol, other: first.protocol };
    report.add("mixed-protocols", other.container.at, given, related);
  }
  return first?.protocol ?? (csdl[0] === undefined ? "4.0" : protocolOfDocument(csdl[0]));
}

function protocolOfDocument({ version }: CsdlDocument): Protocol {
  return isBefore4(version) ? version : "4.0";
}

function containerOf({ schemas }: CsdlDocument): EntityContainer | undefined {
  return elementsOf(schemas).find((element) => element.kind === "EntityContainer");
}
