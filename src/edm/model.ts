import { elementsOf, type Reference, type Schema } from "./document.js";
import type {
  ContainerChild,
  Declared,
  EntityContainer,
  EntitySet,
  EnumType,
  NavigationProperty,
  Operation,
  Parameter,
  Property,
  SchemaElement,
  Singleton,
  StructuredType,
  TypeDefinition,
  TypeRef,
} from "./elements.js";
import { groupBy } from "./grouping.js";
import type { QualifiedName } from "./names.js";
import type { Request } from "./requests.js";

export type EdmType = StructuredType | EnumType | TypeDefinition;

/** What a path addresses, and the last element of the path. */
export type Resource =
  | {
      readonly kind: "Entity" | "Collection";
      readonly type: QualifiedName;
      readonly through: EntitySet | Singleton | NavigationProperty;
    }
  | { readonly kind: "Operation"; readonly operation: Operation };

/** What a path addresses within a resource (OData URL Conventions 4.01 §4). */
export type Part =
  | { readonly kind: "Property"; readonly property: Property; readonly of: Resource | Part }
  /** `$value`, `$ref`, `$count`, and an item of the result of an operation. */
  | { readonly kind: "Value" | "References" | "Count" | "Item"; readonly of: Resource | Part };

/** The resource that a part, or a part of a part, belongs to. */
export function resourceOf({ of }: Part): Resource {
  return isPart(of) ? resourceOf(of) : of;
}

export function isPart(addressed: Resource | Part): addressed is Part {
  return "of" in addressed;
}

/** A request and what its path addresses; neither `resource` nor `part` is set where the path leads nowhere. */
export interface ResolvedRequest extends Request {
  readonly resource?: Resource;
  /** Set instead of `resource` where the path goes on from there, e.g. `/me/photo/$value`. */
  readonly part?: Part;
}

/** Finds elements by qualified name: elements refer to each other by name only. */
export interface ElementIndex {
  readonly container: EntityContainer | undefined;
  /** The elements of all schemas, in their order. */
  readonly elements: readonly SchemaElement[];
  readonly structuredTypes: readonly StructuredType[];
  readonly operations: readonly Operation[];
  type(name: QualifiedName): EdmType | undefined;
  /** The elements of one namespace. */
  elementsOf(namespace: string): readonly SchemaElement[];
  /** Base types, nearest first. */
  bases(type: StructuredType): readonly StructuredType[];
  /** All types derived from a type, directly or not, sorted by name. */
  derived(name: QualifiedName): readonly StructuredType[];
  /** Whether the service has types derived from a type, even where this model is a part without them. */
  hasDescendants(name: QualifiedName): boolean;
  overloads(name: QualifiedName): readonly Operation[];
  /** Operations bound to exactly that type. */
  boundTo(name: QualifiedName, collection: boolean): readonly Operation[];
}

/** The version of OData that a service speaks; 4.0 stands for 4.01, too. */
export type Protocol = "2.0" | "3.0" | "4.0";

/** Everything that the sources of a service declare, one element for each name. */
export interface Model extends ElementIndex {
  readonly protocol: Protocol;
  /** Sorted by namespace; the elements of each by kind and name, overloads by their parameters. */
  readonly schemas: readonly Schema[];
  readonly references: readonly Reference[];
  readonly requests: readonly ResolvedRequest[];
  /** Service root that the examples of pages show, e.g. `https://graph.microsoft.com/beta`. */
  readonly serviceRoot: string | undefined;
  /** The declarations of an element of this model in all sources; the one that stands comes first. */
  declarations(element: Declared): readonly Declared[];
}

/** Compares by UTF-16 code units: the order is the same in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export interface ModelParts {
  readonly protocol: Protocol;
  /** Sorted as in the model. */
  readonly schemas: readonly Schema[];
  readonly references: readonly Reference[];
  readonly requests: readonly ResolvedRequest[];
  readonly serviceRoot: string | undefined;
  readonly declarations: ReadonlyMap<Declared, readonly Declared[]>;
}

export function createModel({ declarations, ...parts }: ModelParts): Model {
  return {
    ...parts,
    ...indexElements(parts.schemas),
    declarations: (element) => declarations.get(element) ?? [element],
  };
}

export function indexElements(schemas: readonly Schema[]): ElementIndex {
  const elements = elementsOf(schemas);
  const byNamespace = new Map(schemas.map((schema) => [schema.namespace, schema.elements]));
  const types = new Map(elements.filter(isType).map((type) => [type.name, type]));
  const structuredTypes = elements.filter(isStructured);
  const operations = elements.filter(isOperation);
  const overloads = groupBy(operations, ({ name }) => name);
  const bound = groupBy(operations, boundKeyOf);
  const children = groupBy(structuredTypes, ({ base }) => base);
  const bases = new Map(structuredTypes.map((type) => [type, basesOf(type, types)]));
  const derived = new Map([...children.keys()].map((name) => [name, descendantsOf(name, children)]));
  return {
    container: elements.find((element) => element.kind === "EntityContainer"),
    elements,
    structuredTypes,
    operations,
    type: (name) => types.get(name),
    elementsOf: (namespace) => byNamespace.get(namespace) ?? [],
    bases: (type) => bases.get(type) ?? basesOf(type, types),
    derived: (name) => derived.get(name) ?? [],
    hasDescendants: (name) => children.has(name),
    overloads: (name) => overloads.get(name) ?? [],
    boundTo: (name, collection) => bound.get(bindingKey(name, collection)) ?? [],
  };
}

/** Whether no value is of the type itself (CSDL 4.01 §6.4). */
export function isAbstract(name: QualifiedName, model: Model): boolean {
  const type = model.type(name);
  return type !== undefined && isStructured(type) && type.abstract === true;
}

export function isStructured(element: { readonly kind: string }): element is StructuredType {
  return element.kind === "EntityType" || element.kind === "ComplexType";
}

export function isType(element: { readonly kind: string }): element is EdmType {
  return isStructured(element) || element.kind === "EnumType" || element.kind === "TypeDefinition";
}

export function isOperation(element: { readonly kind: string }): element is Operation {
  return element.kind === "Action" || element.kind === "Function";
}

/** The type of the binding parameter, the first one (CSDL 4.01 §12.5). */
export function bindingTypeOf(operation: Operation): TypeRef | undefined {
  return operation.bound === true ? operation.parameters[0]?.type : undefined;
}

/** The parameters that a call gives: all but the binding parameter (CSDL 4.01 §12.5). */
export function parametersOf({ bound, parameters }: Pick<Operation, "bound" | "parameters">): readonly Parameter[] {
  return bound === true ? parameters.slice(1) : parameters;
}

function boundKeyOf(operation: Operation): string | undefined {
  const binding = bindingTypeOf(operation);
  return binding && bindingKey(binding.type, binding.collection);
}

function bindingKey(type: QualifiedName, collection: boolean): string {
  return collection ? `Collection(${type})` : type;
}

function basesOf(type: StructuredType, types: ReadonlyMap<QualifiedName, EdmType>): readonly StructuredType[] {
  const bases: StructuredType[] = [];
  for (let name = type.base; name !== undefined;) {
    const base = types.get(name);
    if (base === undefined || !isStructured(base)) break;
    bases.push(base);
    name = base.base;
  }
  return bases;
}

function descendantsOf(
  name: QualifiedName | undefined,
  children: ReadonlyMap<QualifiedName | undefined, readonly StructuredType[]>,
): readonly StructuredType[] {
  const descendants = [...(children.get(name) ?? [])];
  // The list grows while it is walked: breadth first, without recursion.
  for (const type of descendants) descendants.push(...(children.get(type.name) ?? []));
  return descendants.sort((a, b) => compareText(a.name, b.name));
}

/** The type of the entities at a child of a container, or the operation that it calls. */
export function targetOf(child: ContainerChild): QualifiedName {
  switch (child.kind) {
    case "EntitySet":
      return child.entityType;
    case "Singleton":
      return child.type;
    case "ActionImport":
      return child.action;
    case "FunctionImport":
      return child.function;
  }
}
