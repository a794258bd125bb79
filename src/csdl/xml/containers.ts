import type {
  ActionImport,
  ContainerChild,
  EntityContainer,
  EntitySet,
  FunctionImport,
  NavigationPropertyBinding,
  Singleton,
} from "../../edm/elements.js";
import { qualify } from "../../edm/names.js";
import { withoutDuplicates } from "../duplicates.js";
import { type Reading, defined } from "../reading.js";
import { flag, isEdm, nameOf, path, qualified, readChildren } from "./access.js";
import { readAnnotations } from "./annotations.js";
import type { XmlElement } from "./tree/xml-element.js";

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
    children: kept,
    annotations: readAnnotations(element, reading),
  });
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
    entitySet: path(element, "EntitySet", reading),
    annotations: readAnnotations(element, reading),
  });
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
