/** The model as far as it is selected. Elements that stay whole are the very objects of the whole model. */
import type { EntityContainer, SchemaElement, StructuredType } from "../edm/elements.js";
import { createModel, isOperation, isStructured, isType, type EdmType, type Model } from "../edm/model.js";
import { resourceOf, type ResolvedRequest, type Resource } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import type { Method } from "../edm/requests.js";
import { lineOf } from "./steps.js";
import { verbsKey, type Walk } from "./walk.js";

export type TypeNames = ReadonlySet<QualifiedName>;

/** What is selected beside types: elements that paths lead through, operations, and what can be sent where. */
export type Paths = Pick<Walk, "elements" | "operations" | "verbs">;

/** The types, related to each other as before: a navigation property stays if its target does. */
export function typesModel(model: Model, types: TypeNames, paths: Paths): Model {
  return narrowed(model, paths, (type) => {
    if (!types.has(type.name)) return [];
    if (!isStructured(type)) return [type];
    const related = type.navigationProperties.filter((property) => property.type && types.has(property.type.type));
    return [withMembers(type, types, { navigationProperties: related })];
  });
}

/**
 * What the client's paths lead through. A type that is only passed has its keys and what lies below it on a selected
 * path, and nothing of its data.
 */
export function pathsModel(model: Model, types: TypeNames, passed: TypeNames, paths: Paths): Model {
  return narrowed(model, paths, (type) => {
    if (type.kind !== "EntityType") return types.has(type.name) ? [type] : [];
    if (!passed.has(type.name)) return [];
    const keys = keyNames(type, model);
    const properties = type.properties.filter(({ name }) => types.has(type.name) || keys.has(name));
    const navigationProperties = type.navigationProperties.filter((property) => paths.elements.has(property));
    return [withMembers(type, passed, { properties, navigationProperties })];
  });
}

/** Names of the properties, own and inherited, that keys consist of or lie in (CSDL 4.01 §6.5). */
function keyNames({ name }: StructuredType, model: Model): ReadonlySet<string | undefined> {
  return new Set(lineOf(name, model).flatMap(({ key = [] }) => key.map((ref) => ref.name.split("/", 1)[0])));
}

/** A base that is left out is as one that was never loaded: what it would add is not known, so the type is open. */
function withMembers(type: StructuredType, kept: TypeNames, members: Partial<StructuredType>): StructuredType {
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
  const { references, serviceRoot, declarations, hasDescendants } = model;
  const narrow = createModel({ schemas, references, requests, serviceRoot, declarations: new Map() });
  // That a value may be of a type below its own does not depend on what is selected.
  return { ...narrow, declarations, hasDescendants };
}

function narrowedContainer(container: EntityContainer, { elements }: Paths): EntityContainer {
  return { ...container, children: container.children.filter((child) => elements.has(child)) };
}

function isSelected({ resource, part, method }: ResolvedRequest, paths: Paths): boolean {
  if (resource !== undefined) return isPlaceSelected(resource, (methods) => methods.has(method), paths);
  // `$value` and the like are asked for where anything can be sent to what they belong to.
  return part !== undefined && isPlaceSelected(resourceOf(part), (methods) => methods.size > 0, paths);
}

function isPlaceSelected(
  place: Resource,
  hasMethod: (methods: ReadonlySet<Method>) => boolean,
  { elements, operations, verbs }: Paths,
): boolean {
  if (place.kind === "Operation") return operations.has(place.operation);
  const sent = verbs.get(verbsKey(place.kind, place.type));
  return elements.has(place.through) && sent !== undefined && hasMethod(sent.methods);
}
