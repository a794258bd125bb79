import type { AnnotationTarget, Schema } from "../../edm/document.js";
import type { SchemaElement } from "../../edm/elements.js";
import { resolvePath } from "../qualified-names.js";
import { qualifierOf, type Reading, defined } from "../reading.js";
import { attribute, isEdm } from "./access.js";
import { readAnnotations } from "./annotations.js";
import { readEntityContainer } from "./containers.js";
import { readEnumType, readTypeDefinition } from "./enum-types.js";
import { readOperation, readTerm } from "./operations.js";
import { readStructuredType } from "./structured-types.js";
import type { XmlElement } from "./tree/xml-element.js";

/** A schema (CSDL 4.01 §5). */
export function readSchema(element: XmlElement, reading: Reading): Schema | undefined {
  const namespace = attribute(element, "Namespace")?.value;
  if (namespace === undefined) return undefined;
  const elements: SchemaElement[] = [];
  const targets: AnnotationTarget[] = [];
  for (const child of element.children) {
    if (!isEdm(child)) continue;
    const target = child.name === "Annotations" ? readTarget(child, reading) : undefined;
    if (target !== undefined) targets.push(target);
    const declared = readSchemaElement(child, namespace, reading);
    if (declared !== undefined) elements.push(declared);
  }
  const alias = attribute(element, "Alias")?.value;
  return defined({
    namespace,
    alias,
    at: element.at,
    elements,
    targets,
    annotations: readAnnotations(element, reading),
  });
}

function readSchemaElement(element: XmlElement, namespace: string, reading: Reading): SchemaElement | undefined {
  switch (element.name) {
    case "EntityType":
    case "ComplexType":
      return readStructuredType(element.name, element, namespace, reading);
    case "EnumType":
      return readEnumType(element, namespace, reading);
    case "TypeDefinition":
      return readTypeDefinition(element, namespace, reading);
    case "Action":
    case "Function":
      return readOperation(element.name, element, namespace, reading);
    case "EntityContainer":
      return readEntityContainer(element, namespace, reading);
    case "Term":
      return readTerm(element, namespace, reading);
    default:
      return undefined;
  }
}

/**
 * The annotations of another element (CSDL 4.01 §5.2). Annotations without a qualifier get the one of `Annotations`, since
 * CSDL JSON has no such group.
 */
function readTarget(element: XmlElement, reading: Reading): AnnotationTarget | undefined {
  const target = attribute(element, "Target");
  if (target === undefined) return undefined;
  const qualifier = qualifierOf(attribute(element, "Qualifier"), reading);
  const annotations = readAnnotations(element, reading, qualifier) ?? [];
  return { target: resolvePath(target.value, reading), at: element.at, annotations };
}
