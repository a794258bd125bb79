/** A selection as a model of its own, in which everything that an element names exists. */
import type {
  ContainerChild,
  EntityContainer,
  NavigationProperty,
  NavigationPropertyBinding,
  Operation,
  SchemaElement,
  StructuredType,
  TypeRef,
} from "../edm/elements.js";
import { bindingTypeOf, createModel, isOperation, isStructured, isType, type Model } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import { isSelected, keyNames, withMembers, withRequiredTypes, type Paths, type TypeNames } from "./narrow.js";
import { withBases } from "./resources.js";

export interface ClosedRequest {
  /** The types that are kept with their structural properties. */
  readonly types: TypeNames;
  /** Entity types that are kept with their keys and the navigation properties on selected paths. */
  readonly traversed: TypeNames;
  readonly paths: Paths;
  readonly isExcluded: (name: QualifiedName) => boolean;
}

/** What the closed model has: `types` with their structural properties, and `all` of these and those that only paths need. */
interface Kept {
  readonly types: TypeNames;
  readonly all: TypeNames;
  readonly paths: Paths;
  /** Whether a reference to a type stays: the type is kept, or was in no input. */
  readonly has: (ref: TypeRef | undefined) => boolean;
}

/**
 * The model of a selection, closed under references: types that selected operations are bound to are in it with their
 * keys. Members, parameters and bindings that refer to something excluded or not selected are left out.
 */
export function closedModel(model: Model, selected: ClosedRequest): Model {
  const kept = keptIn(model, selected);
  const narrowed = model.schemas.map((schema) => ({
    ...schema,
    elements: schema.elements.flatMap((element) => keptElement(element, model, kept)),
  }));
  const { protocol, references, serviceRoot, declarations } = model;
  const requests = model.requests.filter((request) => isSelected(request, selected.paths));
  const parts = { protocol, references, serviceRoot, requests, declarations: new Map() };
  const whole = createModel({ ...parts, schemas: narrowed });
  const names = new Set<string>(whole.elements.map(({ name }) => name));
  const schemas = narrowed.map((schema) => ({
    ...schema,
    elements: schema.elements.map((element) => withoutBroken(element, whole)),
    targets: schema.targets.filter(({ target }) => names.has(target.split(/[/(@]/, 1)[0] ?? "")),
  }));
  const filled = schemas.filter(({ elements }) => elements.length > 0);
  return { ...createModel({ ...parts, schemas: filled }), declarations };
}

function keptIn(model: Model, { types: selected, traversed, paths, isExcluded }: ClosedRequest): Kept {
  const bound = [...paths.operations].flatMap((operation) => bindingTypeOf(operation)?.type ?? []);
  const isEntity = (name: QualifiedName) => model.type(name)?.kind === "EntityType";
  const through = [...traversed, ...bound.filter(isEntity)]
    .flatMap((name) => withBases(name, model))
    .filter(({ name }) => !isExcluded(name));
  const keys = through.flatMap((type) => {
    const names = keyNames(type, model);
    return type.properties.flatMap(({ name, type: ref }) => (ref !== undefined && names.has(name) ? [ref.type] : []));
  });
  const others = bound.filter((name) => !isEntity(name));
  const types = withRequiredTypes([...selected, ...keys, ...others], model, isExcluded);
  const all = new Set([...types, ...through.map(({ name }) => name)]);
  const has = (ref: TypeRef | undefined) =>
    ref === undefined || all.has(ref.type) || (model.type(ref.type) === undefined && !isExcluded(ref.type));
  return { types, all, paths, has };
}

function keptElement(element: SchemaElement, model: Model, kept: Kept): readonly SchemaElement[] {
  if (isStructured(element)) return kept.all.has(element.name) ? [keptType(element, model, kept)] : [];
  if (isType(element)) return kept.all.has(element.name) ? [element] : [];
  if (isOperation(element)) return keptOperation(element, kept);
  if (element.kind !== "EntityContainer") return [];
  return [{ ...element, children: element.children.filter((child) => hasChild(child, model, kept)) }];
}

function keptType(type: StructuredType, model: Model, kept: Kept): StructuredType {
  const isWhole = kept.types.has(type.name);
  const keys = keyNames(type, model);
  return withMembers(type, kept.all, {
    properties: type.properties.filter((one) => (isWhole || keys.has(one.name)) && kept.has(one.type)),
    navigationProperties: type.navigationProperties.filter(
      (one) => kept.has(one.type) && (kept.paths.elements.has(one) || (isWhole && isWholeTarget(one, kept))),
    ),
  });
}

/** Navigation properties to types that only paths need are kept where a selected path takes them. */
function isWholeTarget({ type }: NavigationProperty, kept: Kept): boolean {
  return type === undefined || kept.types.has(type.type);
}

/** Without its optional parts that refer to something left out there would be another overload, so it is all or nothing. */
function keptOperation(operation: Operation, kept: Kept): readonly Operation[] {
  if (!kept.paths.operations.has(operation)) return [];
  const isWhole = operation.parameters.every(({ type }) => kept.has(type)) && kept.has(operation.returnType);
  return isWhole ? [operation] : [];
}

function hasChild(child: ContainerChild, model: Model, kept: Kept): boolean {
  const { paths, all } = kept;
  if (!paths.elements.has(child)) return false;
  if (child.kind === "EntitySet") return all.has(child.entityType) || model.type(child.entityType) === undefined;
  if (child.kind === "Singleton") return all.has(child.type) || model.type(child.type) === undefined;
  const overloads = model.overloads(child.kind === "ActionImport" ? child.action : child.function);
  return overloads.length === 0 || overloads.some((operation) => keptOperation(operation, kept).length > 0);
}

/** Leaves out partners, constraints and bindings that name what the model does not have. */
function withoutBroken(element: SchemaElement, model: Model): SchemaElement {
  if (isStructured(element)) {
    const navigationProperties = element.navigationProperties.map((one) => withoutBrokenEnds(one, element, model));
    return { ...element, navigationProperties };
  }
  return element.kind === "EntityContainer" ? withoutBrokenTargets(element, model) : element;
}

function withoutBrokenEnds(property: NavigationProperty, owner: StructuredType, model: Model): NavigationProperty {
  const { partner, referentialConstraints: constraints, ...rest } = property;
  const target = property.type?.type;
  const kept = constraints?.filter(
    (one) => isPath(one.property, owner.name, model) && isPath(one.referencedProperty, target, model),
  );
  return {
    ...rest,
    ...(partner !== undefined && isPath(partner, target, model) && { partner }),
    ...(kept !== undefined && kept.length > 0 && { referentialConstraints: kept }),
  };
}

function withoutBrokenTargets(container: EntityContainer, model: Model): EntityContainer {
  const names = new Set<string>(container.children.map(({ name }) => name));
  const isTarget = (target: string) => names.has(target.split("/", 1)[0] ?? "");
  const kept = (bindings: readonly NavigationPropertyBinding[], from: QualifiedName) =>
    bindings.filter(({ path, target }) => isTarget(target) && isPath(path, from, model));
  const children = container.children.map((child): ContainerChild => {
    if (child.kind === "EntitySet" || child.kind === "Singleton") {
      const from = child.kind === "EntitySet" ? child.entityType : child.type;
      return { ...child, navigationPropertyBindings: kept(child.navigationPropertyBindings, from) };
    }
    const { entitySet, ...rest } = child;
    return entitySet === undefined || isTarget(entitySet) ? child : rest;
  });
  return { ...container, children };
}

/** Whether a path of members and type casts leads from a type to a member. A type that was not loaded may have any. */
function isPath(path: string, from: QualifiedName | undefined, model: Model): boolean {
  let type = from;
  for (const segment of path.split("/")) {
    if (type === undefined || model.type(type) === undefined) return type !== undefined;
    if (segment.includes(".")) {
      type = segment as QualifiedName;
      if (model.type(type) === undefined) return false;
      continue;
    }
    const members = withBases(type, model).flatMap((one) => [...one.properties, ...one.navigationProperties]);
    const member = members.find(({ name }) => name === segment);
    if (member === undefined) return false;
    type = member.type?.type;
  }
  return true;
}
