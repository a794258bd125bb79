import type { CsdlDocument, Reference, Schema } from "../edm/document.js";
import { vocabularyUri } from "./vocabulary-uris.js";
import { EDM_NAMESPACE, EDMX_NAMESPACE } from "./xml/grammar.js";
import { printAnnotations } from "./xml/print/print-annotations.js";
import { printElement } from "./xml/print/print-elements.js";
import { element, printAttributes, type PrintedElement, printXml } from "./xml/print/print.js";

/**
 * The document as CSDL XML of its version, indented by two blanks, with a line break at the end. Names carry
 * their full namespace; aliases are declared all the same, since strings in annotations may name elements by them.
 * String constants of a document that was read from CSDL JSON stay strings, whatever their term means by them.
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
