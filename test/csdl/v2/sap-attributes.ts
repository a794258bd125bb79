/** What is made of the attributes of SAP, and of Microsoft's own beside CSDL, by element. */

/** Those of the element itself, with the elements that they may stand at. */
const translated: Readonly<Record<string, readonly string[]>> = {
  "": ["sap:heading", "sap:label", "sap:quickinfo"],
  EntitySet: [
    "sap:addressable",
    "sap:countable",
    "sap:creatable",
    "sap:deletable",
    "sap:pageable",
    "sap:requires-filter",
    "sap:searchable",
    "sap:topable",
    "sap:updatable",
  ],
  FunctionImport: ["m:HttpMethod", "sap:support-payload"],
  EntityContainer: ["m:IsDefaultEntityContainer"],
  EntityType: ["m:HasStream"],
  NavigationProperty: ["sap:containstarget", "sap:creatable", "sap:filterable"],
  Parameter: ["sap:display-format", "sap:parameter"],
  Property: [
    "m:MimeType",
    "sap:aggregation-role",
    "sap:creatable",
    "sap:default",
    "sap:display-format",
    "sap:field-control",
    "sap:filter-restriction",
    "sap:filterable",
    "sap:parameter",
    "sap:required",
    "sap:required-in-filter",
    "sap:semantics",
    "sap:sortable",
    "sap:super-ordinate",
    "sap:text",
    "sap:unit",
    "sap:updatable",
    "sap:validation-regexp",
    "sap:value-list",
    "sap:variable-scale",
    "sap:visible",
    "store:StoreGeneratedPattern",
  ],
};

/** The reasons why nothing is made of others, by a pattern of `Element@attribute`. */
const ignored: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/@m:FC_/, "the form of Atom"],
  [/@store:(?:LazyLoadingEnabled|UseStrongSpatialTypes)$/, "about code of Entity Framework"],
  [/@m:DataServiceVersion|@m:MaxDataServiceVersion/, "the version, not an annotation"],
  [/@m:IsAlwaysBindable/, "calls are the same"],
  [/@sap:[a-z-]+-path$/, "depends on an instance"],
  [/@sap:(?:content|schema)-version$/, "versions are not compared"],
  [/@sap:(?:message-scope-supported|supported-formats|use-batch)$/, "about headers and formats"],
  [/^Association(?:Set)?@sap:/, "about links, not entities"],
  [/@sap:action-for$/, "the import is called by its own name"],
  [/@sap:hierarchy-/, "the display of trees"],
  [/@sap:(?:attribute-for|is-annotation|is-thing-type|unicode)$/, "nothing that a client needs"],
  [/^Entity(?:Set|Type)@sap:(?:semantics|text|value-list)$/, "the kind of a set, for user interfaces"],
];

export type Use = "translated" | "ignored" | "unknown";

/** What is made of an attribute, and why nothing is. */
export function useOf(element: string, attribute: string): readonly [use: Use, reason?: string] {
  const isTranslated = [translated[""], translated[element]].some((names = []) => names.includes(attribute));
  if (isTranslated) return ["translated"];
  const reason = ignored.find(([pattern]) => pattern.test(`${element}@${attribute}`))?.[1];
  return reason === undefined ? ["unknown"] : ["ignored", reason];
}
