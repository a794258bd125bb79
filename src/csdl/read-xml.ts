import type { Source } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import type { CsdlDocument } from "../edm/document.js";
import { withoutDuplicateElements } from "./duplicates.js";
import { type Reading, startReading } from "./reading.js";
import { attribute } from "./xml/access.js";
import { checkGrammar } from "./xml/check-grammar.js";
import { EDMX_NAMESPACE } from "./xml/grammar.js";
import { inOasisNamespaces } from "./xml/oasis-namespaces.js";
import { baseOf, edmxChildren, isSchema, readDeclarations, readReference } from "./xml/references.js";
import { readSchema } from "./xml/schemas.js";
import type { XmlElement } from "./xml/tree/xml-element.js";
import { readXml } from "./xml/tree/xml-tree.js";
import { isBeforeOasis, isOldEdm, isOldEdmx } from "./xml/v2/namespaces.js";
import { oldDocumentOf } from "./xml/v2/old-document.js";
import { oldGrammar } from "./xml/v2/old-grammar.js";
import { translate } from "./xml/v2/translate.js";

/**
 * Reads a CSDL XML document of OData 2.0 to 4.01, with the root element `edmx:Edmx` or `Schema`. Returns undefined when the
 * text is not well-formed, not CSDL, or of another version.
 */
export function readCsdlXml(source: Source, report: Report): CsdlDocument | undefined {
  const written = readXml(source, report);
  const root = written && inOasisNamespaces(written, report);
  const frame = root && frameOf(root, report);
  if (frame === undefined) return undefined;
  const declarations = readDeclarations(frame.references, [...frame.schemas, ...frame.usings]);
  return readDocument(frame, startReading({ source, version: frame.version }, report, declarations));
}

interface Frame {
  readonly version: CsdlDocument["version"];
  /** `xml:base` of the root. */
  readonly base: string | undefined;
  readonly references: readonly XmlElement[];
  readonly schemas: readonly XmlElement[];
  /** Further elements with a namespace and an alias for it. */
  readonly usings: readonly XmlElement[];
}

function readDocument({ version, base, references, schemas: elements }: Frame, reading: Reading): CsdlDocument {
  const read = elements.flatMap((element) => readSchema(element, reading) ?? []);
  const schemas = withoutDuplicateElements(read, reading);
  return {
    kind: "csdl",
    source: reading.source,
    version,
    references: references.flatMap((element) => readReference(element, base, reading) ?? []),
    schemas,
  };
}

/** The frame with its grammar checked; elements of OData 2.0 and 3.0 are translated into those of 4.01. */
function frameOf(root: XmlElement, report: Report): Frame | undefined {
  const old = [root, ...root.children.flatMap(({ children }) => children)].filter(isBeforeOasis);
  const strange = old.find((element) => !isOldEdm(element) && !isOldEdmx(element));
  if (strange !== undefined) {
    report.add("unsupported-version", strange.at, { version: `in the XML namespace ${strange.namespace}` });
    return undefined;
  }
  if (old.length > 0) return frameOfOld(root, report);
  const frame = frameOf4(root, report);
  if (frame !== undefined) checkGrammar(root, report);
  return frame;
}

function frameOf4(root: XmlElement, report: Report): Frame | undefined {
  if (isSchema(root)) return { version: "4.0", base: undefined, references: [], schemas: [root], usings: [] };
  if (root.name !== "Edmx" || root.namespace !== EDMX_NAMESPACE) {
    report.add("not-csdl", root.at, { root: `an XML document <${root.name}>` });
    return undefined;
  }
  const version = versionOf(root, report);
  return version && frameOfEdmx(root, version, report);
}

function frameOfOld(root: XmlElement, report: Report): Frame {
  checkGrammar(root, report, oldGrammar);
  const document = oldDocumentOf(root);
  const { services, schemas, version } = document;
  reportMissing(root, services, schemas, report);
  return { version, base: baseOf(root), ...translate(document, report) };
}

function versionOf(root: XmlElement, report: Report): CsdlDocument["version"] | undefined {
  const version = attribute(root, "Version");
  if (version === undefined || version.value === "4.01") return "4.01";
  if (version.value === "4.0") return "4.0";
  if (version.value.startsWith("4.")) {
    report.add("newer-version", version.at, { version: version.value });
    return "4.01";
  }
  report.add("unsupported-version", version.at, { version: `an Edmx of OData 4 with version ${version.value}` });
  return undefined;
}

function frameOfEdmx(root: XmlElement, version: CsdlDocument["version"], report: Report): Frame {
  const services = edmxChildren(root, "DataServices");
  const schemas = services.flatMap(({ children }) => children.filter(isSchema));
  reportMissing(root, services, schemas, report);
  return { version, base: baseOf(root), references: edmxChildren(root, "Reference"), schemas, usings: [] };
}

/** CSDL XML 4.01 §4: exactly one DataServices element, with one or more schemas. */
function reportMissing(
  root: XmlElement,
  services: readonly XmlElement[],
  schemas: readonly XmlElement[],
  report: Report,
): void {
  if (services.length === 0) report.add("edmx-without-schema", root.at, { lacks: "no DataServices" });
  else if (schemas.length === 0)
    report.add("edmx-without-schema", services[0]?.at ?? root.at, { lacks: "no Schema in its DataServices" });
}
