import type { ContainerChild, Member, NavigationProperty, Parameter, Property, SchemaElement } from "./elements.js";
import { isOperation, isStructured, type Model } from "./model.js";
import { namespaceOf, simpleNameOf } from "./names.js";

/** A named part of an element of a schema. */
export type Part = Property | NavigationProperty | Member | Parameter | ContainerChild;

/** An element, or a part of one. */
export interface Found {
  /** `ns.Type`, or `ns.Type/part`. */
  readonly path: string;
  readonly element: SchemaElement;
  readonly part?: Part;
}

/** The properties, members, parameters or children of an element, in order. */
export function partsOf(element: SchemaElement): readonly Part[] {
  if (isStructured(element)) return [...element.properties, ...element.navigationProperties];
  if (element.kind === "EnumType") return element.members;
  if (element.kind === "EntityContainer") return element.children;
  return isOperation(element) ? element.parameters : [];
}

/**
 * Finds elements by a name that a person wrote: a qualified name, also by alias; `Type/part` or `Type.part`, where the
 * part may be inherited; or a simple name, which stands for parts if no element has it. Returns all overloads of an
 * operation; any other several results mean that the name is ambiguous.
 */
export function findElements(name: string, model: Model): readonly Found[] {
  const [owner = "", part, ...rest] = name.split("/");
  const elements = elementsNamed(owner, model);
  if (rest.length > 0) return [];
  if (part !== undefined) return elements.flatMap((element) => partNamed(part, element, model));
  if (elements.length > 0) return elements.map((element) => ({ path: element.name, element }));
  if (!owner.includes(".")) return model.elements.flatMap((element) => ownPart(owner, element));
  return dottedParts(owner, model).flatMap(({ part, elements: owners }) =>
    owners.flatMap((element) => partNamed(part, element, model)),
  );
}

/** `Type.part` read as `Type/part`, for each dot that follows the name of an element. */
export function dottedParts(
  name: string,
  model: Model,
): readonly { readonly owner: string; readonly part: string; readonly elements: readonly SchemaElement[] }[] {
  return [...name.matchAll(/\./g)].flatMap(({ index }) => {
    const owner = name.slice(0, index);
    const elements = owner === "" ? [] : elementsNamed(owner, model);
    return elements.length === 0 ? [] : [{ owner, part: name.slice(index + 1), elements }];
  });
}

/** The paths of all elements and parts. */
export function allPaths(model: Model): readonly string[] {
  const elements = model.elements;
  return [
    ...elements.map(({ name }) => name),
    ...elements.flatMap((element) => partsOf(element).map(({ name }) => `${element.name}/${name}`)),
  ];
}

function elementsNamed(name: string, model: Model): readonly SchemaElement[] {
  if (!name.includes(".")) return model.elements.filter((element) => simpleNameOf(element.name) === name);
  const [prefix, simple] = [name.slice(0, name.lastIndexOf(".")), name.slice(name.lastIndexOf(".") + 1)];
  const meant = new Set([
    prefix,
    ...model.schemas.filter(({ alias }) => alias === prefix).map(({ namespace }) => namespace),
  ]);
  return model.elements.filter(
    (element) => meant.has(namespaceOf(element.name)) && simpleNameOf(element.name) === simple,
  );
}

/** The paths of the parts of an element, own and inherited. */
export function partPaths(owner: string, model: Model): readonly string[] {
  const line = elementsNamed(owner, model).flatMap((element) => withBases(element, model));
  return line.flatMap((element) => partsOf(element).map(({ name }) => `${element.name}/${name}`));
}

function withBases(element: SchemaElement, model: Model): readonly SchemaElement[] {
  return isStructured(element) ? [element, ...model.bases(element)] : [element];
}

function partNamed(name: string, element: SchemaElement, model: Model): readonly Found[] {
  return withBases(element, model)
    .flatMap((one) => ownPart(name, one))
    .slice(0, 1);
}

function ownPart(name: string, element: SchemaElement): readonly Found[] {
  return partsOf(element)
    .filter((part) => part.name === name)
    .map((part) => ({ path: `${element.name}/${part.name}`, element, part }));
}
