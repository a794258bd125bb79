/** Resources of the service: their HTTP methods, and the path segments that lead from one to the next. */
import type { ContainerChild, NavigationProperty, Operation, StructuredType } from "../edm/elements.js";
import { bindingTypeOf, isStructured, type Model, type Resource } from "../edm/model.js";
import { simpleNameOf, type QualifiedName } from "../edm/names.js";
import type { Method } from "../edm/requests.js";

/** An entity or a collection. */
export type EntityResource = Extract<Resource, { readonly type: QualifiedName }>;

/** A segment from one resource to the next: a container child, key, navigation property, operation or cast. */
export type Step =
  | { readonly kind: "child"; readonly name: string; readonly child: ContainerChild; readonly to: Resource }
  | { readonly kind: "key"; readonly to: EntityResource }
  | { readonly kind: "navigation"; readonly property: NavigationProperty; readonly to: EntityResource }
  | { readonly kind: "operation"; readonly to: Extract<Resource, { readonly kind: "Operation" }> }
  | { readonly kind: "cast"; readonly to: EntityResource };

/** The steps from a resource; from the service root if it is undefined. */
export function stepsFrom(resource: Resource | undefined, model: Model): readonly Step[] {
  if (resource === undefined) return (model.container?.children ?? []).flatMap((child) => childSteps(child, model));
  if (resource.kind === "Operation") return [];
  const line = withBases(resource.type, model);
  return [
    ...(resource.kind === "Collection" ? [{ kind: "key", to: { ...resource, kind: "Entity" } } as const] : []),
    ...(resource.kind === "Entity"
      ? line.flatMap(({ navigationProperties }) => navigationSteps(navigationProperties))
      : []),
    ...line
      .flatMap((type) => model.boundTo(type.name, resource.kind === "Collection"))
      .map((operation) => ({ kind: "operation", to: { kind: "Operation", operation } }) as const),
    ...model.derived(resource.type).map((type) => ({ kind: "cast", to: { ...resource, type: type.name } }) as const),
  ];
}

/** The names of a step in a path; a key has none. */
export function namesOf(step: Step): readonly string[] {
  switch (step.kind) {
    case "child":
      return [step.name];
    case "key":
      return [];
    case "navigation":
      return [step.property.name];
    case "operation":
      return [simpleNameOf(step.to.operation.name), step.to.operation.name];
    case "cast":
      return [step.to.type];
  }
}

function childSteps(child: ContainerChild, model: Model): readonly Step[] {
  const { name } = child;
  if (child.kind === "EntitySet")
    return [{ kind: "child", name, child, to: { kind: "Collection", type: child.entityType, through: child } }];
  if (child.kind === "Singleton")
    return [{ kind: "child", name, child, to: { kind: "Entity", type: child.type, through: child } }];
  return unboundOf(child.kind === "ActionImport" ? child.action : child.function, model).map((operation) => ({
    kind: "child",
    name,
    child,
    to: { kind: "Operation", operation },
  }));
}

function unboundOf(name: QualifiedName, model: Model): readonly Operation[] {
  return model.overloads(name).filter((operation) => bindingTypeOf(operation) === undefined);
}

function navigationSteps(properties: readonly NavigationProperty[]): readonly Step[] {
  return properties.flatMap((property) => {
    const { type } = property;
    if (type === undefined) return [];
    const kind = type.collection ? "Collection" : "Entity";
    return [{ kind: "navigation", property, to: { kind, type: type.type, through: property } } as const];
  });
}

/** A structured type and its base types; empty for any other type. */
export function withBases(name: QualifiedName, model: Model): readonly StructuredType[] {
  const type = model.type(name);
  return type !== undefined && isStructured(type) ? [type, ...model.bases(type)] : [];
}

/** The HTTP methods of the client for entities or collections. */
export function methodsOf(kind: "Entity" | "Collection"): readonly Method[] {
  return kind === "Entity" ? ["GET", "PATCH", "PUT", "DELETE"] : ["GET", "POST"];
}

/** The HTTP methods of the client for a resource: POST for actions, GET for functions. */
export function methodsAt(resource: Resource): readonly Method[] {
  if (resource.kind !== "Operation") return methodsOf(resource.kind);
  return resource.operation.kind === "Action" ? ["POST"] : ["GET"];
}

/** The methods that pages document for each resource. A resource that no page documents has all methods. */
export class DocumentedMethods {
  readonly #methods = new Map<object, Set<string>>();

  constructor({ requests }: Model) {
    for (const { resource, method } of requests) {
      if (resource === undefined) continue;
      const element = elementOf(resource);
      const known = this.#methods.get(element) ?? new Set();
      this.#methods.set(element, known.add(`${resource.kind} ${method}`).add(resource.kind));
    }
  }

  has(resource: Resource, method: Method): boolean {
    const known = this.#methods.get(elementOf(resource));
    return known?.has(resource.kind) !== true || known.has(`${resource.kind} ${method}`);
  }
}

/** The operation, container child or navigation property that leads to a resource. */
export function elementOf(resource: Resource): object {
  return resource.kind === "Operation" ? resource.operation : resource.through;
}
