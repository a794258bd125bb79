/** What the attributes of an entity set, and of the properties of its entities, say of requests to the set. */
import { attribute } from "../../access.js";
import type { XmlElement } from "../../tree/xml-element.js";
import { sapAttribute } from "../namespaces.js";
import { annotation, collectionOf, pathsOf, propertyValue, recordAnnotation, recordOf } from "./annotation-elements.js";
import { nameOf } from "./declarations.js";
import { isStated } from "./markup.js";
import { terms } from "./terms.js";

/** Annotations of a set; `members` are those of its type. */
export function setAnnotations(set: XmlElement, members: readonly XmlElement[]): readonly XmlElement[] {
  return [
    ...record(terms.insertRestrictions, set, insertFields(set, members)),
    ...record(terms.updateRestrictions, set, falseField("Updatable", "updatable", set)),
    ...record(terms.deleteRestrictions, set, falseField("Deletable", "deletable", set)),
    ...record(terms.countRestrictions, set, falseField("Countable", "countable", set)),
    ...record(terms.readRestrictions, set, readFields(set)),
    ...record(terms.filterRestrictions, set, filterFields(set, members)),
    ...record(
      terms.sortRestrictions,
      set,
      pathsField("NonSortableProperties", set, properties(members, "sortable", "false")),
    ),
    ...record(terms.searchRestrictions, set, [searchField(set)]),
    ...pagingAnnotations(set),
    ...concurrencyAnnotations(set, members),
  ];
}

/** Of a navigation property: whether related entities can be created there, and searched. */
export function navigationAnnotations(property: XmlElement, isSearchLacking: boolean): readonly XmlElement[] {
  const search = isSearchLacking ? [propertyValue(booleanField("Searchable", false, property))] : [];
  return [
    ...record(terms.insertRestrictions, property, falseField("Insertable", "creatable", property)),
    ...record(terms.searchRestrictions, property, search),
  ];
}

function record(term: string, { at }: XmlElement, fields: readonly XmlElement[]): readonly XmlElement[] {
  return fields.length === 0 ? [] : [recordAnnotation(term, at, fields)];
}

function insertFields(set: XmlElement, members: readonly XmlElement[]): readonly XmlElement[] {
  const notCreatable = properties(members, "creatable", "false").filter(
    // Those that cannot be updated either are computed, which the property itself states.
    (member) => !isStated(member, "updatable", "false"),
  );
  return [
    ...falseField("Insertable", "creatable", set),
    ...pathsField("NonInsertableProperties", set, notCreatable),
    ...pathsField("RequiredProperties", set, properties(members, "required", "true")),
  ];
}

/** A set that is not addressable is reached by navigation; single entities of it may be read by their keys. */
function readFields(set: XmlElement): readonly XmlElement[] {
  if (!isStated(set, "addressable", "false")) return [];
  const byKey = recordOf([booleanField("Readable", true, set)], set.at);
  return [
    propertyValue(booleanField("Readable", false, set)),
    propertyValue({ property: "ReadByKeyRestrictions", at: set.at, value: byKey }),
  ];
}

function filterFields(set: XmlElement, members: readonly XmlElement[]): readonly XmlElement[] {
  return [
    ...(isStated(set, "requires-filter", "true") ? [propertyValue(booleanField("RequiresFilter", true, set))] : []),
    ...pathsField("RequiredProperties", set, members.filter(isRequiredInFilter)),
    ...pathsField(
      "NonFilterableProperties",
      set,
      members.filter((member) => isStated(member, "filterable", "false")),
    ),
    ...expressionsField(set, members),
  ];
}

function isRequiredInFilter(member: XmlElement): boolean {
  if (isStated(member, "required-in-filter", "true")) return true;
  // A parameter that is not filterable is given in the key.
  const isMandatory = sapAttribute(member, "parameter")?.value === "mandatory";
  return isMandatory && !isStated(member, "filterable", "false");
}

/** Members of FilterExpressionType for the values of `sap:filter-restriction`. */
const filterExpressions: ReadonlyMap<string, string> = new Map([
  ["interval", "SingleRange"],
  ["multi-value", "MultiValue"],
  ["single-value", "SingleValue"],
]);

function expressionsField(set: XmlElement, members: readonly XmlElement[]): readonly XmlElement[] {
  const items = members.flatMap((member) => {
    const allowed = filterExpressions.get(sapAttribute(member, "filter-restriction")?.value ?? "");
    if (allowed === undefined) return [];
    const { at } = member;
    return [
      recordOf(
        [
          { property: "Property", at, value: { PropertyPath: nameOf(member) } },
          { property: "AllowedExpressions", at, value: { String: allowed } },
        ],
        at,
      ),
    ];
  });
  if (items.length === 0) return [];
  return [propertyValue({ property: "FilterExpressionRestrictions", at: set.at, value: collectionOf(items, set.at) })];
}

/** Earlier versions have no search; SAP's query option `search` is there for the sets that say so. */
function searchField(set: XmlElement): XmlElement {
  return propertyValue(booleanField("Searchable", isStated(set, "searchable", "true"), set));
}

function pagingAnnotations(set: XmlElement): readonly XmlElement[] {
  const isPageable = !isStated(set, "pageable", "false");
  const isTopable = isPageable ? !isStated(set, "topable", "false") : isStated(set, "topable", "true");
  return [
    ...(isTopable ? [] : [annotation(terms.topSupported, set.at, { Bool: "false" })]),
    ...(isPageable ? [] : [annotation(terms.skipSupported, set.at, { Bool: "false" })]),
  ];
}

/** Properties of `ConcurrencyMode="Fixed"` make up the ETag of an entity (MC-CSDL). */
function concurrencyAnnotations(set: XmlElement, members: readonly XmlElement[]): readonly XmlElement[] {
  const fixed = members.filter((member) => attribute(member, "ConcurrencyMode")?.value === "Fixed");
  if (fixed.length === 0) return [];
  return [annotation(terms.optimisticConcurrency, set.at, pathsOf("PropertyPath", fixed.map(placed), set.at))];
}

function properties(members: readonly XmlElement[], name: string, value: "true" | "false"): readonly XmlElement[] {
  return members.filter((member) => member.name === "Property" && isStated(member, name, value));
}

function falseField(property: string, name: string, element: XmlElement): readonly XmlElement[] {
  return isStated(element, name, "false") ? [propertyValue(booleanField(property, false, element))] : [];
}

function booleanField(property: string, value: boolean, { at }: XmlElement) {
  return { property, at, value: { Bool: String(value) } };
}

function pathsField(property: string, set: XmlElement, members: readonly XmlElement[]): readonly XmlElement[] {
  if (members.length === 0) return [];
  return [propertyValue({ property, at: set.at, value: pathsOf("PropertyPath", members.map(placed), set.at) })];
}

function placed(member: XmlElement): { readonly path: string; readonly at: XmlElement["at"] } {
  return { path: nameOf(member), at: member.at };
}
