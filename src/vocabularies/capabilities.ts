/** The capabilities of a resource (Org.OData.Capabilities.V1). Everything is supported unless stated otherwise. */
import type { Expression } from "../edm/annotations.js";
import { isSame } from "../edm/expressions.js";
import { groupBy } from "../edm/grouping.js";
import { annotationOf, Capabilities, capabilityTerms, type Annotated } from "../edm/vocabulary.js";
import { accessOf } from "./access.js";
import { booleanOf, fieldOf, itemsOf, membersOf, pathOf, pathsOf, stringOf, type Value } from "./values.js";

/** The names of the terms that a layer of capabilities may have. */
export type CapabilityTerm = keyof typeof Capabilities;

/** The values of terms for a resource from one place: an element, or records about it. Several may contradict each other. */
export type CapabilityLayer = (term: CapabilityTerm) => readonly Value[];

/** The only expressions in which a filter may have a property. */
export interface FilterExpression {
  readonly property: string;
  /** A member of Capabilities.FilterExpressionType, such as `SingleRange`. */
  readonly allowed: string;
}

export interface ResourceCapabilities {
  readonly readable: boolean;
  /** Of the items of a collection. */
  readonly readableByKey: boolean;
  readonly insertable: boolean;
  readonly updateMethods: { readonly patch: boolean; readonly put: boolean };
  readonly deletable: boolean;
  readonly indexableByKey: boolean;
  readonly countable: boolean;
  readonly filterable: boolean;
  readonly sortable: boolean;
  readonly searchable: boolean;
  readonly selectable: boolean;
  readonly expandable: boolean;
  readonly expandableByKey: boolean;
  readonly top: boolean;
  readonly skip: boolean;
  readonly requiresFilter: boolean;
  readonly requiredInFilter: readonly string[];
  readonly nonFilterable: readonly string[];
  readonly filterExpressions: readonly FilterExpression[];
  readonly filterFunctions: readonly string[];
  readonly nonSortable: readonly string[];
  readonly ascendingOnly: readonly string[];
  readonly descendingOnly: readonly string[];
  readonly nonExpandable: readonly string[];
  readonly nonInsertable: readonly string[];
  readonly requiredOnInsert: readonly string[];
  readonly nonUpdatable: readonly string[];
  readonly requiredOnUpdate: readonly string[];
}

/** The layer of an element; undefined where its annotations state no capabilities. */
export function layerOf(element: Annotated): CapabilityLayer | undefined {
  if (element.annotations?.some(({ term }) => capabilityTerms.has(term)) !== true) return undefined;
  return (term) => valuesOf(element, term);
}

function valuesOf(element: Annotated, term: CapabilityTerm): readonly Value[] {
  const annotation = annotationOf(element, Capabilities[term]);
  return annotation === undefined ? [] : [annotation, ...(annotation.others ?? [])].map(({ value }) => value);
}

/** Records that have terms as their properties: DefaultCapabilities, or a restricted navigation property. */
function recordLayer(records: readonly Value[]): CapabilityLayer {
  return (term) => records.map((record) => fieldOf(record, term));
}

/** The layers of the container, which hold for all its resources. */
export function defaultLayers(container: Annotated | undefined): readonly CapabilityLayer[] {
  if (container?.annotations === undefined) return [];
  const defaults = valuesOf(container, "DefaultCapabilities");
  return [layerOf(container) ?? [], defaults.length === 0 ? [] : recordLayer(defaults)].flat();
}

/** Of a resource of which nothing is stated, as of most. */
export const UNRESTRICTED = restrictedBy([], {});

/**
 * The capabilities of a resource; of several layers that state one property, the first counts. Values of one layer that
 * contradict each other restrict nothing, and neither does a permission that a capability contradicts.
 */
export function capabilitiesOf(layers: readonly CapabilityLayer[], resource: Annotated = {}): ResourceCapabilities {
  const isSilent = layers.length === 0 && resource.annotations === undefined;
  return isSilent ? UNRESTRICTED : restrictedBy(layers, resource);
}

function restrictedBy(layers: readonly CapabilityLayer[], resource: Annotated): ResourceCapabilities {
  const stated = (term: CapabilityTerm, ...path: readonly string[]): Value => {
    for (const layer of layers) {
      const values = layer(term);
      if (values.length === 0) continue;
      const [first, ...others] = statedIn(values, path);
      if (first !== undefined) return others.every((other) => isSame(other, first)) ? first : undefined;
    }
    return undefined;
  };
  const may = (term: CapabilityTerm, ...path: readonly string[]): boolean => booleanOf(stated(term, ...path)) ?? true;
  const names = (term: CapabilityTerm, ...path: readonly string[]): readonly string[] => pathsOf(stated(term, ...path));
  // Core.Permissions of a set; those of a navigation property are about the relationship, not the related entity.
  const { read, write } = accessOf(resource);
  const permitted = (permission: boolean, term: CapabilityTerm, property: string): boolean =>
    booleanOf(stated(term, property)) ?? permission;
  const readable = permitted(read, "ReadRestrictions", "Readable");
  const expandable = may("ExpandRestrictions", "Expandable");
  const updatable = permitted(write, "UpdateRestrictions", "Updatable");
  const methods = membersOf(stated("UpdateRestrictions", "UpdateMethod")) ?? [];
  const nonInsertable = [
    ...names("InsertRestrictions", "NonInsertableProperties"),
    ...names("InsertRestrictions", "NonInsertableNavigationProperties"),
  ];
  const requiredOnInsert = names("InsertRestrictions", "RequiredProperties");
  const nonUpdatable = names("UpdateRestrictions", "NonUpdatableProperties");
  const requiredOnUpdate = names("UpdateRestrictions", "RequiredProperties");
  return {
    readable,
    readableByKey: booleanOf(stated("ReadRestrictions", "ReadByKeyRestrictions", "Readable")) ?? readable,
    insertable: permitted(write, "InsertRestrictions", "Insertable"),
    updateMethods: {
      patch: updatable && (methods.length === 0 || methods.includes("PATCH")),
      put: updatable && (methods.length === 0 || methods.includes("PUT")),
    },
    deletable: permitted(write, "DeleteRestrictions", "Deletable"),
    indexableByKey: may("IndexableByKey"),
    countable: may("CountRestrictions", "Countable"),
    filterable: may("FilterRestrictions", "Filterable"),
    sortable: may("SortRestrictions", "Sortable"),
    searchable: may("SearchRestrictions", "Searchable"),
    selectable: may("SelectSupport", "Supported"),
    expandable,
    expandableByKey: booleanOf(stated("ExpandRestrictions", "ExpandByKeyRestrictions", "Expandable")) ?? expandable,
    top: may("TopSupported"),
    skip: may("SkipSupported"),
    requiresFilter: booleanOf(stated("FilterRestrictions", "RequiresFilter")) ?? false,
    requiredInFilter: names("FilterRestrictions", "RequiredProperties"),
    nonFilterable: names("FilterRestrictions", "NonFilterableProperties"),
    filterExpressions: filterExpressionsOf(stated("FilterRestrictions", "FilterExpressionRestrictions")),
    filterFunctions: (itemsOf(stated("FilterFunctions")) ?? []).flatMap((item) => stringOf(item) ?? []),
    nonSortable: names("SortRestrictions", "NonSortableProperties"),
    ascendingOnly: names("SortRestrictions", "AscendingOnlyProperties"),
    descendingOnly: names("SortRestrictions", "DescendingOnlyProperties"),
    nonExpandable: names("ExpandRestrictions", "NonExpandableProperties"),
    nonInsertable: without(nonInsertable, requiredOnInsert),
    requiredOnInsert: without(requiredOnInsert, nonInsertable),
    nonUpdatable: without(nonUpdatable, requiredOnUpdate),
    requiredOnUpdate: without(requiredOnUpdate, nonUpdatable),
  };
}

function filterExpressionsOf(value: Value): readonly FilterExpression[] {
  return (itemsOf(value) ?? []).flatMap((item) => {
    const property = pathOf(fieldOf(item, "Property"));
    const allowed = stringOf(fieldOf(item, "AllowedExpressions"));
    return property === undefined || allowed === undefined ? [] : [{ property, allowed }];
  });
}

/** The values at a path of record properties; null states nothing. */
function statedIn(values: readonly Value[], path: readonly string[]): readonly Expression[] {
  return values.flatMap((value) => {
    const at = path.reduce(fieldOf, value);
    return at === undefined || at.kind === "Null" ? [] : [at];
  });
}

function without(names: readonly string[], others: readonly string[]): readonly string[] {
  return names.filter((name) => !others.includes(name));
}

/** The layer that an element has for a resource below it. */
export interface RestrictedPath {
  /** Navigation properties from the element on. */
  readonly path: readonly string[];
  readonly layer: CapabilityLayer;
}

/** The restricted properties of NavigationRestrictions. A path with a type in it is left out. */
export function restrictedPathsOf(element: Annotated): readonly RestrictedPath[] {
  const values = valuesOf(element, "NavigationRestrictions");
  const items = values.flatMap((value) => itemsOf(fieldOf(value, "RestrictedProperties")) ?? []);
  const byPath = groupBy(items, (item) => pathOf(fieldOf(item, "NavigationProperty")));
  return [...byPath].flatMap(([path, records]) =>
    path === undefined || path.includes(".") ? [] : [{ path: path.split("/"), layer: recordLayer(records) }],
  );
}
