/**
 * Translates documents of OData 2.0 and 3.0 into elements of CSDL XML 4.01, which are then read like any other. Nothing is
 * read here but names: values of attributes are copied, and elements keep their positions.
 */
import type { Report } from "../../../diagnostics/report.js";
import { isNamespace } from "../../../edm/names.js";
import { attribute } from "../access.js";
import { EDMX_NAMESPACE } from "../grammar.js";
import { isSchema } from "../references.js";
import type { XmlElement } from "../tree/xml-element.js";
import { OldAnnotations } from "./annotations/old-annotations.js";
import { checkAssociations } from "./check-associations.js";
import { changed } from "./elements.js";
import { withFullNames } from "./full-names.js";
import { OldNames } from "./names.js";
import { isOldEdmx, oldChildren } from "./namespaces.js";
import { isOldSchema, type OldDocument } from "./old-document.js";
import { translateSchema } from "./schemas.js";
import type { Translation } from "./translation.js";

export interface TranslatedDocument {
  readonly references: readonly XmlElement[];
  readonly schemas: readonly XmlElement[];
  /** Elements with the aliases of namespaces that `Using` declares. */
  readonly usings: readonly XmlElement[];
}

export function translate({ version, references, schemas }: OldDocument, report: Report): TranslatedDocument {
  const old = withFullNames(schemas.filter(isOldSchema), report);
  const names = new OldNames(old);
  const translation: Translation = {
    version,
    names,
    annotations: new OldAnnotations([...old, ...schemas.filter(isSchema)], references, names),
    report,
    reportedEnds: new Set(),
  };
  checkAssociations(translation);
  return {
    references: references.map((reference) => translateReference(reference, report)),
    schemas: [...old.map((schema) => translateSchema(schema, translation)), ...schemas.filter(isSchema)],
    usings: old.flatMap((schema) => oldChildren(schema, "Using")),
  };
}

/** In OData 3.0 a reference has a `Url` and includes everything (MC-EDMX). */
function translateReference(element: XmlElement, report: Report): XmlElement {
  if (!isOldEdmx(element)) return { ...element, children: element.children.filter((child) => isLegal(child, report)) };
  const url = attribute(element, "Url");
  return { ...element, namespace: EDMX_NAMESPACE, attributes: url === undefined ? [] : [changed(url, "Uri")] };
}

/** Gateway names the vocabulary of a service after its path: `/ABC/SERVICE`. */
function isLegal(child: XmlElement, report: Report): boolean {
  const namespace = child.name === "Include" ? attribute(child, "Namespace") : undefined;
  if (namespace === undefined || isNamespace(namespace.value)) return true;
  report.add("include-ignored", namespace.at, { namespace: namespace.value });
  return false;
}
