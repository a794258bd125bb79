import type { CsdlDocument, Reference, Schema } from "../edm/document.js";
import { vocabularyUri } from "./vocabulary-uris.js";
import { EDM_NAMESPACE, EDMX_NAMESPACE } from "./xml/grammar.js";
import { printAnnotations } from "./xml/print/print-annotations.js";
import { printElement } from "./xml/print/print-elements.js";
import { element, printAttributes, type PrintedElement, printXml } from "./xml/print/print.js";

/**
 * Prints a document as CSDL XML of its version, indented by two spaces, with a final line break. Names have full
 * namespaces. Aliases are still declared, since strings in annotations may use them. String constants read from CSDL
 * JSON are printed as strings, even where the term expects a date, enum member or path.
 */
export function writeCsdlXml({ version, references, schemas }: CsdlDocument): string {
  const services = element("edmx:DataServices", "", schemas.map(printSchema));
  const attributes = printAttributes({ "xmlns:edmx": EDMX_NAMESPACE, xmlns: EDM_NAMESPACE, Version: version });
  const root = element("edmx:Edmx", attributes, [...references.map(printReference), services]);
  return `<?xml version="1.0" encoding="utf-8"?>\n${printXml(root)}`;
}

function printReference({ uri, includes, includeAnnotations, annotations }: Reference): PrintedElement {
  return element("edmx:Reference", printAttributes({ Uri: vocabularyUri(uri, "xml") }), [
    ...includes.map((include) =>
      element(
        "edmx:Include",
        printAttributes({ Namespace: include.namespace, Alias: include.alias }),
        printAnnotations(include.annotations),
      ),
    ),
    ...includeAnnotations.map(({ termNamespace, qualifier, targetNamespace }) =>
      element(
        "edmx:IncludeAnnotations",
        printAttributes({ TermNamespace: termNamespace, Qualifier: qualifier, TargetNamespace: targetNamespace }),
      ),
    ),
    ...printAnnotations(annotations),
  ]);
}

function printSchema({ namespace, alias, elements, targets, annotations }: Schema): PrintedElement {
  return element("Schema", printAttributes({ Namespace: namespace, Alias: alias }), [
    ...elements.map(printElement),
    ...targets.map(({ target, qualifier, annotations: applied }) =>
      element("Annotations", printAttributes({ Target: target, Qualifier: qualifier }), printAnnotations(applied)),
    ),
    ...printAnnotations(annotations),
  ]);
}
