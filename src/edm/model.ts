import { elementsOf, type Reference, type Schema } from "./document.js";
import type {
  EntityContainer,
  EntitySet,
  EnumType,
  NavigationProperty,
  Operation,
  Parameter,
  Property,
  Declared,
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

/** The target of a request's path, and the last element that leads to it. */
export type Resource =
  | {
      readonly kind: "Entity" | "Collection";
      readonly type: QualifiedName;
      readonly through: EntitySet | Singleton | NavigationProperty;
    }
  | { readonly kind: "Operation"; readonly operation: Operation };

/** The target of a path below a resource: a property, a value, references, a count, an item (OData URL Conventions 4.01 §4). */
export type Part =
  | { readonly kind: "Property"; readonly property: Property; readonly of: Resource | Part }
  /** `$value`, `$ref`, `$count`, and an item of the result of an operation. */
  | { readonly kind: "Value" | "References" | "Count" | "Item"; readonly of: Resource | Part };

/** The place that a part, or a part of a part, belongs to. */
export function resourceOf({ of }: Part): Resource {
  return isPart(of) ? resourceOf(of) : of;
}

export function isPart(addressed: Resource | Part): addressed is Part {
  return "of" in addressed;
}

/** A request whose types are resolved; `resource` and `part` are absent where its path leads nowhere. */
export interface ResolvedRequest extends Request {
  readonly resource?: Resource;
  /** Set instead of `resource` where the path goes on from there, e.g. `/me/photo/$value`. */
  readonly part?: Part;
}

/**
 * All sources together, one element for each name. Elements refer to each other by
 * qualified name; the lookups here are the way from a name to its element.
 */
export interface Model {
  /** Sorted by namespace; the elements of each by kind and name, overloads by their parameters. */
  readonly schemas: readonly Schema[];
  readonly references: readonly Reference[];
  readonly requests: readonly ResolvedRequest[];
  readonly container: EntityContainer | undefined;
  /** The elements of all schemas, in their order. */
  readonly elements: readonly SchemaElement[];
  readonly structuredTypes: readonly StructuredType[];
  readonly operations: readonly Operation[];
  /** Service root that the examples of pages show, e.g. `https://graph.microsoft.com/beta`. */
  readonly serviceRoot: string | undefined;
  type(name: QualifiedName): EdmType | undefined;
  /** The elements of one namespace. */
  elementsOf(namespace: string): readonly SchemaElement[];
  /** Base types, nearest first. */
  bases(type: StructuredType): readonly StructuredType[];
  /** All types below it, by name. */
  derived(name: QualifiedName): readonly StructuredType[];
  /** Whether the service has types below it, even where this model is a part that has none. */
  hasDescendants(name: QualifiedName): boolean;
  overloads(name: QualifiedName): readonly Operation[];
  /** Bound operations by the type of their binding parameter, exactly that type. */
  boundTo(name: QualifiedName, collection: boolean): readonly Operation[];
  /** All declarations of an element of this model, the winner first. */
  declarations(element: Declared): readonly Declared[];
}

const kindOrder: Readonly<Record<SchemaElement["kind"], number>> = {
  EnumType: 0,
  TypeDefinition: 1,
  ComplexType: 2,
  EntityType: 3,
  Action: 4,
  Function: 5,
  Term: 6,
  EntityContainer: 7,
};

function compareElements(a: SchemaElement, b: SchemaElement): number {
  return (
    kindOrder[a.kind] - kindOrder[b.kind] ||
    compareText(a.name, b.name) ||
    (isOperation(a) && isOperation(b) ? compareText(signatureOf(a), signatureOf(b)) : 0)
  );
}

/** Distinguishes the overloads of a name (CSDL 4.01 §12.2, §12.4); those that are not bound come first. */
function signatureOf({ bound, parameters }: Operation): string {
  const parts = parameters.map(({ name, type }) => `${type?.type} ${type?.collection} ${name}`);
  return [bound === true ? "bound" : "", ...parts].join();
}

/** Order by UTF-16 code units: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export interface ModelParts {
  readonly schemas: readonly Schema[];
  readonly references: readonly Reference[];
  readonly requests: readonly ResolvedRequest[];
  readonly serviceRoot: string | undefined;
  readonly declarations: ReadonlyMap<Declared, readonly Declared[]>;
}

export function createModel(parts: ModelParts): Model {
  const schemas = parts.schemas
    .map((schema) => ({ ...schema, elements: schema.elements.toSorted(compareElements) }))
    .sort((a, b) => compareText(a.namespace, b.namespace));
  const elements = elementsOf(schemas);
  const byNamespace = new Map(schemas.map((schema) => [schema.namespace, schema.elements]));
  const types = new Map<QualifiedName, EdmType>();
  for (const element of elements) if (isType(element)) types.set(element.name, element);
  const structuredTypes = elements.filter(isStructured);
  const operations = elements.filter(isOperation);
  const overloads = groupBy(operations, ({ name }) => name);
  const bound = groupBy(operations, boundKeyOf);
  const derived = new Map<QualifiedName, readonly StructuredType[]>();
  const children = groupBy(structuredTypes, ({ base }) => base);
  return {
    schemas,
    references: parts.references,
    requests: parts.requests,
    serviceRoot: parts.serviceRoot,
    container: elements.find((element) => element.kind === "EntityContainer"),
    elements,
    structuredTypes,
    operations,
    type: (name) => types.get(name),
    elementsOf: (namespace) => byNamespace.get(namespace) ?? [],
    bases: (type) => basesOf(type, types),
    derived: (name) => {
      const known = derived.get(name) ?? descendantsOf(name, children).sort((a, b) => compareText(a.name, b.name));
      derived.set(name, known);
      return known;
    },
    hasDescendants: (name) => children.has(name),
    overloads: (name) => overloads.get(name) ?? [],
    boundTo: (name, collection) => bound.get(bindingKey(name, collection)) ?? [],
    declarations: (element) => parts.declarations.get(element) ?? [element],
  };
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
  name: QualifiedName,
  children: ReadonlyMap<QualifiedName | undefined, readonly StructuredType[]>,
): StructuredType[] {
  const descendants = [...(children.get(name) ?? [])];
  // The list grows while it is walked: breadth first, without recursion.
  for (const type of descendants) descendants.push(...(children.get(type.name) ?? []));
  return descendants;
}
