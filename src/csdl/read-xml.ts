import type { Source } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import type { CsdlDocument } from "../edm/document.js";
import { withoutDuplicateElements } from "./duplicates.js";
import { type Reading, startReading } from "./reading.js";
import { attribute } from "./xml/access.js";
import { checkGrammar } from "./xml/check-grammar.js";
import { EDM_NAMESPACE, EDMX_NAMESPACE } from "./xml/grammar.js";
import { baseOf, edmxChildren, isSchema, readDeclarations, readReference } from "./xml/references.js";
import { readSchema } from "./xml/schemas.js";
import type { XmlElement } from "./xml/tree/xml-element.js";
import { readXml } from "./xml/tree/xml-tree.js";

/**
 * Reads a CSDL XML document of OData 4.0 or 4.01, with the root element `edmx:Edmx` or `Schema`. Returns undefined when
 * the text is not well-formed, not CSDL, or of OData 1 to 3.
 */
export function readCsdlXml(source: Source, report: Report): CsdlDocument | undefined {
  const written = readXml(source, report);
  const root = written && withEdmSchemas(written, report);
  const frame = root && frameOf(root, report);
  if (root === undefined || frame === undefined) return undefined;
  checkGrammar(root, report);
  const reading = startReading(
    { source, version: frame.version },
    report,
    readDeclarations(frame.references, frame.schemas),
  );
  return readDocument(frame, reading);
}

interface Frame {
  readonly version: CsdlDocument["version"];
  /** `xml:base` of the root. */
  readonly base: string | undefined;
  readonly references: readonly XmlElement[];
  readonly schemas: readonly XmlElement[];
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

/** The document with each `Schema` in the XML namespace of CSDL: published documents forget to declare it. */
function withEdmSchemas(element: XmlElement, report: Report): XmlElement {
  if (element.namespace === EDMX_NAMESPACE && element.name !== "Schema")
    return { ...element, children: element.children.map((child) => withEdmSchemas(child, report)) };
  const isForeign = element.namespace !== EDM_NAMESPACE && !OLD_NAMESPACE.test(element.namespace);
  if (element.name !== "Schema" || attribute(element, "Namespace") === undefined || !isForeign) return element;
  report.add("schema-outside-edm", element.at, { namespace: element.namespace });
  return movedTo(EDM_NAMESPACE, element);
}

/** An element with the descendants that have the same namespace, in another namespace. */
function movedTo(namespace: string, element: XmlElement): XmlElement {
  const children = element.children.map((child) =>
    child.namespace === element.namespace ? movedTo(namespace, child) : child,
  );
  return { ...element, namespace, children };
}

// Namespaces of OData 1 to 3, each with a year and a month.
const OLD_NAMESPACE = /^http:\/\/schemas\.microsoft\.com\/ado\/\d{4}\/\d{2}\/edmx?$/;

function frameOf(root: XmlElement, report: Report): Frame | undefined {
  if (isSchema(root)) return { version: "4.0", base: undefined, references: [], schemas: [root] };
  const old = [root, ...root.children.flatMap(({ children }) => children)].find(({ namespace }) =>
    OLD_NAMESPACE.test(namespace),
  );
  if (old !== undefined) {
    report.add("unsupported-version", old.at, { version: oldVersion(root) });
    return undefined;
  }
  if (root.name !== "Edmx" || root.namespace !== EDMX_NAMESPACE) {
    report.add("not-csdl", root.at, { root: `an XML document <${root.name}>` });
    return undefined;
  }
  const version = versionOf(root, report);
  return version && frameOfEdmx(root, version, report);
}

function oldVersion(root: XmlElement): string {
  const services = root.children.find(({ name }) => name === "DataServices");
  return services?.attributes.find(({ name }) => name === "DataServiceVersion")?.value ?? "1 to 3";
}

function versionOf(root: XmlElement, report: Report): CsdlDocument["version"] | undefined {
  const version = attribute(root, "Version");
  if (version === undefined || version.value === "4.01") return "4.01";
  if (version.value === "4.0") return "4.0";
  if (version.value.startsWith("4.")) {
    report.add("newer-version", version.at, { version: version.value });
    return "4.01";
  }
  report.add("unsupported-version", version.at, { version: version.value });
  return undefined;
}

function frameOfEdmx(root: XmlElement, version: CsdlDocument["version"], report: Report): Frame {
  const services = edmxChildren(root, "DataServices");
  const schemas = services.flatMap(({ children }) => children.filter(isSchema));
  // CSDL XML 4.01 §4: exactly one DataServices element, with one or more schemas.
  if (services.length === 0) report.add("missing-element", root.at, { element: "Edmx", child: "a DataServices" });
  else if (schemas.length === 0)
    report.add("missing-element", services[0]?.at ?? root.at, { element: "DataServices", child: "a Schema" });
  return { version, base: baseOf(root), references: edmxChildren(root, "Reference"), schemas };
}
