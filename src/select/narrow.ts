/**
 * The part of the model that selected paths and types need. Elements that are kept whole are the same objects as
 * before.
 */
import type { EntityContainer, Operation, SchemaElement, StructuredType } from "../edm/elements.js";
import {
  bindingTypeOf,
  createModel,
  isOperation,
  isStructured,
  isType,
  resourceOf,
  type EdmType,
  type Model,
  type ResolvedRequest,
  type Resource,
} from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import type { Method } from "../edm/requests.js";
import { withBases } from "./resources.js";
import { verbsKey, type Walk } from "./walk.js";

/**
 * Adds the types that `roots` require: base types and types of structural properties. Types of navigation properties
 * and derived types are not added, since one entity type of Microsoft Graph would then bring hundreds of others.
 */
export function withRequiredTypes(
  roots: Iterable<QualifiedName>,
  model: Model,
  isExcluded: (name: QualifiedName) => boolean,
): ReadonlySet<QualifiedName> {
  const found = new Set<QualifiedName>();
  const add = (name: QualifiedName) => {
    if (model.type(name) !== undefined && !isExcluded(name)) found.add(name);
  };
  for (const name of roots) add(name);
  // The loop also visits the names that `add` appends to the set.
  for (const name of found) for (const part of requiredTypesOf(model.type(name))) add(part);
  return found;
}

function requiredTypesOf(type: EdmType | undefined): readonly QualifiedName[] {
  if (type === undefined || !isStructured(type)) return [];
  const properties = type.properties.flatMap(({ type: ref }) => ref?.type ?? []);
  return type.base === undefined ? properties : [type.base, ...properties];
}

/** The types of an operation's parameters and result, without the binding parameter, which is part of the path. */
export function typesOf(operation: Operation): readonly QualifiedName[] {
  const parameters = operation.parameters.slice(bindingTypeOf(operation) === undefined ? 0 : 1);
  const taken = parameters.flatMap(({ type }) => type?.type ?? []);
  return operation.returnType === undefined ? taken : [...taken, operation.returnType.type];
}

/** Names of types. */
export type TypeNames = ReadonlySet<QualifiedName>;

/** The selected elements on paths, operations, and methods by type. */
export type Paths = Pick<Walk, "elements" | "operations" | "verbs">;

/** The model of the selected types. Navigation properties to types that are not selected are removed. */
export function typesModel(model: Model, types: TypeNames, paths: Paths): Model {
  return narrowed(model, paths, (type) => {
    if (!types.has(type.name)) return [];
    if (!isStructured(type)) return [type];
    const related = type.navigationProperties.filter((property) => property.type && types.has(property.type.type));
    return [withMembers(type, types, { navigationProperties: related })];
  });
}

/**
 * The model of the selected paths. Entity types that are only traversed keep their keys and the navigation properties
 * on selected paths, but no other properties.
 */
export function pathsModel(model: Model, types: TypeNames, traversed: TypeNames, paths: Paths): Model {
  return narrowed(model, paths, (type) => {
    if (type.kind !== "EntityType") return types.has(type.name) ? [type] : [];
    if (!traversed.has(type.name)) return [];
    const keys = keyNames(type, model);
    const properties = type.properties.filter(({ name }) => types.has(type.name) || keys.has(name));
    const navigationProperties = type.navigationProperties.filter((property) => paths.elements.has(property));
    return [withMembers(type, traversed, { properties, navigationProperties })];
  });
}

/**
 * Names of own and inherited key properties; for a path into a complex property, its first segment (CSDL 4.01 §6.5).
 */
export function keyNames({ name }: StructuredType, model: Model): ReadonlySet<string | undefined> {
  return new Set(withBases(name, model).flatMap(({ key = [] }) => key.map((ref) => ref.name.split("/", 1)[0])));
}

/**
 * Replaces members of a type. A type whose base type is removed becomes open, since it may have the properties of that
 * base type.
 */
export function withMembers(type: StructuredType, kept: TypeNames, members: Partial<StructuredType>): StructuredType {
  const { base, ...rest } = type;
  return base === undefined || kept.has(base) ? { ...type, ...members } : { ...rest, open: true, ...members };
}

function narrowed(model: Model, paths: Paths, typeOf: (type: EdmType) => readonly EdmType[]): Model {
  const schemas = model.schemas.map((schema) => ({
    ...schema,
    elements: schema.elements.flatMap((element): readonly SchemaElement[] => {
      if (isType(element)) return typeOf(element);
      if (isOperation(element)) return paths.operations.has(element) ? [element] : [];
      return element.kind === "EntityContainer" ? [narrowedContainer(element, paths)] : [element];
    }),
  }));
  const requests = model.requests.filter((request) => isSelected(request, paths));
  const { protocol, references, serviceRoot, declarations, hasDescendants } = model;
  const narrow = createModel({ protocol, schemas, references, requests, serviceRoot, declarations: new Map() });
  // Responses may contain derived types that are not selected, so this is taken from the whole model.
  return { ...narrow, declarations, hasDescendants };
}

function narrowedContainer(container: EntityContainer, { elements }: Paths): EntityContainer {
  return { ...container, children: container.children.filter((child) => elements.has(child)) };
}

/** Whether what a request addresses is on a selected path. */
export function isSelected({ resource, part, method }: ResolvedRequest, paths: Paths): boolean {
  if (resource !== undefined) return isResourceSelected(resource, (methods) => methods.has(method), paths);
  // Requests for `$value` and similar parts are selected together with their resource.
  return part !== undefined && isResourceSelected(resourceOf(part), (methods) => methods.size > 0, paths);
}

function isResourceSelected(
  resource: Resource,
  hasMethod: (methods: ReadonlySet<Method>) => boolean,
  { elements, operations, verbs }: Paths,
): boolean {
  if (resource.kind === "Operation") return operations.has(resource.operation);
  const sent = verbs.get(verbsKey(resource.kind, resource.type));
  return elements.has(resource.through) && sent !== undefined && hasMethod(sent.methods);
}
