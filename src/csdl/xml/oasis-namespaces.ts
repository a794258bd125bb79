import type { Report } from "../../diagnostics/report.js";
import { attribute } from "./access.js";
import { EDM_NAMESPACE, EDMX_NAMESPACE } from "./grammar.js";
import type { XmlElement } from "./tree/xml-element.js";
import { isBeforeOasis, isOldEdm, isOldEdmx } from "./v2/namespaces.js";

/**
 * A document with its elements in the XML namespaces of OData 4.0 where published documents forget them: a `Schema` in no
 * namespace or in one of their own, and documents that say `Version="4.0"` in namespaces of earlier versions.
 */
export function inOasisNamespaces(root: XmlElement, report: Report): XmlElement {
  const version = attribute(root, "Version")?.value ?? "";
  const isOf4 = root.name === "Edmx" && version.startsWith("4.");
  if (!isOf4 || !isOldEdmx(root)) return withEdmSchemas(root, isOf4, report);
  report.add("frame-outside-edmx", root.at, { namespace: root.namespace, version });
  return withEdmSchemas(movedTo(EDMX_NAMESPACE, root), isOf4, report);
}

function withEdmSchemas(element: XmlElement, isOf4: boolean, report: Report): XmlElement {
  if (element.namespace === EDMX_NAMESPACE && element.name !== "Schema")
    return { ...element, children: element.children.map((child) => withEdmSchemas(child, isOf4, report)) };
  if (element.name !== "Schema" || attribute(element, "Namespace") === undefined) return element;
  const isForeign = element.namespace !== EDM_NAMESPACE && !isBeforeOasis(element);
  if (!isForeign && !(isOf4 && isOldEdm(element))) return element;
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
