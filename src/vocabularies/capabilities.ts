/** The capabilities of a resource (Org.OData.Capabilities.V1). Everything is supported unless stated otherwise. */
import type { QualifiedName } from "../edm/names.js";
import { Capabilities, type Annotated } from "../edm/vocabulary.js";
import { accessOf } from "./access.js";
import { booleanOf, fieldOf, itemsOf, membersOf, pathOf, pathsOf, stringOf, valueOf, type Value } from "./values.js";

/** The names of the terms that a layer of capabilities may have. */
type Term = keyof typeof Capabilities;

/** The values of terms for a resource from one place: an element, or a record about it. */
export type CapabilityLayer = (term: Term) => Value;

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

const TERMS: ReadonlySet<QualifiedName> = new Set(Object.values(Capabilities));

/** The layer of an element; undefined where its annotations state no capabilities. */
export function layerOf(element: Annotated): CapabilityLayer | undefined {
  if (element.annotations?.some(({ term }) => TERMS.has(term)) !== true) return undefined;
  return (term) => valueOf(element, Capabilities[term]);
}

/** A record that has terms as its properties: DefaultCapabilities, or a restricted navigation property. */
export function recordLayer(record: Value): CapabilityLayer {
  return (term) => fieldOf(record, term);
}

/** The layers of the container, which hold for all its resources. */
export function defaultLayers(container: Annotated | undefined): readonly CapabilityLayer[] {
  if (container?.annotations === undefined) return [];
  const own = layerOf(container);
  return [...(own === undefined ? [] : [own]), recordLayer(valueOf(container, Capabilities.DefaultCapabilities))];
}

const UNRESTRICTED = restrictedBy([], {});

/** The capabilities of a resource; of several layers that state one property, the first counts. */
export function capabilitiesOf(layers: readonly CapabilityLayer[], resource: Annotated = {}): ResourceCapabilities {
  const isSilent = layers.length === 0 && resource.annotations === undefined;
  return isSilent ? UNRESTRICTED : restrictedBy(layers, resource);
}

function restrictedBy(layers: readonly CapabilityLayer[], resource: Annotated): ResourceCapabilities {
  const stated = (term: Term, ...path: readonly string[]): Value => {
    for (const layer of layers) {
      const value = path.reduce(fieldOf, layer(term));
      if (value !== undefined && value.kind !== "Null") return value;
    }
    return undefined;
  };
  const may = (term: Term, ...path: readonly string[]): boolean => booleanOf(stated(term, ...path)) ?? true;
  const names = (term: Term, ...path: readonly string[]): readonly string[] => pathsOf(stated(term, ...path));
  // Core.Permissions of a set; those of a navigation property are about the relationship, not the related entity.
  const { read, write } = accessOf(resource);
  const readable = read && may("ReadRestrictions", "Readable");
  const expandable = may("ExpandRestrictions", "Expandable");
  const updatable = write && may("UpdateRestrictions", "Updatable");
  const methods = membersOf(stated("UpdateRestrictions", "UpdateMethod")) ?? [];
  return {
    readable,
    readableByKey: booleanOf(stated("ReadRestrictions", "ReadByKeyRestrictions", "Readable")) ?? readable,
    insertable: write && may("InsertRestrictions", "Insertable"),
    updateMethods: {
      patch: updatable && (methods.length === 0 || methods.includes("PATCH")),
      put: updatable && (methods.length === 0 || methods.includes("PUT")),
    },
    deletable: write && may("DeleteRestrictions", "Deletable"),
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
    filterFunctions: (itemsOf(stated("FilterFunctions")) ?? []).flatMap((item) => stringOf(item) ?? []),
    nonSortable: names("SortRestrictions", "NonSortableProperties"),
    ascendingOnly: names("SortRestrictions", "AscendingOnlyProperties"),
    descendingOnly: names("SortRestrictions", "DescendingOnlyProperties"),
    nonExpandable: names("ExpandRestrictions", "NonExpandableProperties"),
    nonInsertable: [
      ...names("InsertRestrictions", "NonInsertableProperties"),
      ...names("InsertRestrictions", "NonInsertableNavigationProperties"),
    ],
    requiredOnInsert: names("InsertRestrictions", "RequiredProperties"),
    nonUpdatable: names("UpdateRestrictions", "NonUpdatableProperties"),
    requiredOnUpdate: names("UpdateRestrictions", "RequiredProperties"),
  };
}

/** The layer that an element has for a resource below it. */
export interface RestrictedPath {
  /** Navigation properties from the element on. */
  readonly path: readonly string[];
  readonly layer: CapabilityLayer;
}

/** The restricted properties of NavigationRestrictions. A path with a type in it is left out. */
export function restrictedPathsOf(element: Annotated): readonly RestrictedPath[] {
  const items = itemsOf(fieldOf(valueOf(element, Capabilities.NavigationRestrictions), "RestrictedProperties")) ?? [];
  return items.flatMap((item) => {
    const path = pathOf(fieldOf(item, "NavigationProperty"));
    return path === undefined || path.includes(".") ? [] : [{ path: path.split("/"), layer: recordLayer(item) }];
  });
}
