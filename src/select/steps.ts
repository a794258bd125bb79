/** What lies one segment below a place of the service. */
import type { ContainerChild, NavigationProperty, Operation, StructuredType } from "../edm/elements.js";
import { bindingTypeOf, isStructured, type Model, type Resource } from "../edm/model.js";
import { simpleNameOf, type QualifiedName } from "../edm/names.js";

/** What a path addresses, where the service itself is not meant. */
export type EntityPlace = Extract<Resource, { readonly type: QualifiedName }>;

export type Step =
  | { readonly kind: "child"; readonly name: string; readonly child: ContainerChild; readonly to: Resource }
  | { readonly kind: "key"; readonly to: EntityPlace }
  | { readonly kind: "navigation"; readonly property: NavigationProperty; readonly to: EntityPlace }
  | { readonly kind: "operation"; readonly to: Extract<Resource, { readonly kind: "Operation" }> }
  | { readonly kind: "cast"; readonly to: EntityPlace };

/** From the service root (no place) or from a place on. */
export function stepsFrom(place: Resource | undefined, model: Model): readonly Step[] {
  if (place === undefined) return (model.container?.children ?? []).flatMap((child) => childSteps(child, model));
  if (place.kind === "Operation") return [];
  const line = lineOf(place.type, model);
  return [
    ...(place.kind === "Collection" ? [{ kind: "key", to: { ...place, kind: "Entity" } } as const] : []),
    ...(place.kind === "Entity"
      ? line.flatMap(({ navigationProperties }) => navigationSteps(navigationProperties))
      : []),
    ...line
      .flatMap((type) => model.boundTo(type.name, place.kind === "Collection"))
      .map((operation) => ({ kind: "operation", to: { kind: "Operation", operation } }) as const),
    ...model.derived(place.type).map((type) => ({ kind: "cast", to: { ...place, type: type.name } }) as const),
  ];
}

/** What a segment of a path may call a step; a key has no name. */
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

/** A type and its bases: what is declared on any of them is found on the type. */
export function lineOf(name: QualifiedName, model: Model): readonly StructuredType[] {
  const type = model.type(name);
  return type !== undefined && isStructured(type) ? [type, ...model.bases(type)] : [];
}
