import type {
  ActionImport,
  ContainerChild,
  EntityContainer,
  EntitySet,
  FunctionImport,
  ImportMethod,
  NavigationPropertyBinding,
  Singleton,
} from "../../edm/elements.js";
import { importMethods } from "../../edm/elements.js";
import { isBefore4 } from "../../edm/document.js";
import { qualify } from "../../edm/names.js";
import { withoutDuplicates } from "../duplicates.js";
import { booleanOf } from "../facets.js";
import { type Reading, defined } from "../reading.js";
import { flag, isEdm, nameOf, path, qualified, readChildren } from "./access.js";
import { readAnnotations } from "./annotations.js";
import type { XmlElement } from "./tree/xml-element.js";
import { metadataAttribute } from "./v2/namespaces.js";

/** An entity container (CSDL 4.01 §13). */
export function readEntityContainer(
  element: XmlElement,
  namespace: string,
  reading: Reading,
): EntityContainer | undefined {
  const simple = nameOf(element, "an entity container", reading);
  if (simple === undefined) return undefined;
  const name = qualify(namespace, simple);
  const children: ContainerChild[] = [];
  for (const candidate of element.children) {
    const child = isEdm(candidate) ? readContainerChild(candidate, reading) : undefined;
    if (child !== undefined) children.push(child);
  }
  const kept = withoutDuplicates(children, "The child", name, reading);
  return defined({
    kind: "EntityContainer" as const,
    name,
    at: element.at,
    by: "csdl" as const,
    extends: qualified(element, "Extends", reading),
    isDefault: isDefault(element, reading) ? (true as const) : undefined,
    children: kept,
    annotations: readAnnotations(element, reading),
  });
}

/** `m:IsDefaultEntityContainer` of OData 2.0 and 3.0. */
function isDefault(element: XmlElement, reading: Reading): boolean {
  const written = isBefore4(reading.version) ? metadataAttribute(element, "IsDefaultEntityContainer") : undefined;
  return booleanOf(written, "IsDefaultEntityContainer", reading) === true;
}

function readContainerChild(element: XmlElement, reading: Reading): ContainerChild | undefined {
  switch (element.name) {
    case "EntitySet":
      return readEntitySet(element, reading);
    case "Singleton":
      return readSingleton(element, reading);
    case "ActionImport":
      return readActionImport(element, reading);
    case "FunctionImport":
      return readFunctionImport(element, reading);
    default:
      return undefined;
  }
}

function readEntitySet(element: XmlElement, reading: Reading): EntitySet | undefined {
  const name = nameOf(element, "an entity set", reading);
  const entityType = qualified(element, "EntityType", reading);
  if (name === undefined || entityType === undefined) return undefined;
  return defined({
    kind: "EntitySet" as const,
    name,
    at: element.at,
    by: "csdl" as const,
    entityType,
    includeInServiceDocument: flag(element, "IncludeInServiceDocument", reading),
    navigationPropertyBindings: readChildren(element, "NavigationPropertyBinding", reading, readBinding),
    annotations: readAnnotations(element, reading),
  });
}

function readSingleton(element: XmlElement, reading: Reading): Singleton | undefined {
  const name = nameOf(element, "a singleton", reading);
  const type = qualified(element, "Type", reading);
  if (name === undefined || type === undefined) return undefined;
  return defined({
    kind: "Singleton" as const,
    name,
    at: element.at,
    by: "csdl" as const,
    type,
    nullable: flag(element, "Nullable", reading),
    navigationPropertyBindings: readChildren(element, "NavigationPropertyBinding", reading, readBinding),
    annotations: readAnnotations(element, reading),
  });
}

function readBinding(element: XmlElement, reading: Reading): NavigationPropertyBinding | undefined {
  const from = path(element, "Path", reading);
  const target = path(element, "Target", reading);
  return from === undefined || target === undefined ? undefined : { path: from, target, at: element.at };
}

function readActionImport(element: XmlElement, reading: Reading): ActionImport | undefined {
  const name = nameOf(element, "an action import", reading);
  const action = qualified(element, "Action", reading);
  if (name === undefined || action === undefined) return undefined;
  return defined({
    kind: "ActionImport" as const,
    name,
    at: element.at,
    by: "csdl" as const,
    action,
    httpMethod: readMethod(element, reading),
    entitySet: path(element, "EntitySet", reading),
    annotations: readAnnotations(element, reading),
  });
}

/** The method of a function import of OData 2.0 or 3.0, which `v2/` has translated and checked. */
function readMethod(element: XmlElement, { version }: Reading): ImportMethod | undefined {
  const method = isBefore4(version) ? metadataAttribute(element, "HttpMethod") : undefined;
  return importMethods.find((known) => known === method?.value);
}

function readFunctionImport(element: XmlElement, reading: Reading): FunctionImport | undefined {
  const name = nameOf(element, "a function import", reading);
  const target = qualified(element, "Function", reading);
  if (name === undefined || target === undefined) return undefined;
  return defined({
    kind: "FunctionImport" as const,
    name,
    at: element.at,
    by: "csdl" as const,
    function: target,
    entitySet: path(element, "EntitySet", reading),
    includeInServiceDocument: flag(element, "IncludeInServiceDocument", reading),
    annotations: readAnnotations(element, reading),
  });
}
