/** The elements of CSDL 1.0 to 3.0 as OData 2.0 and 3.0 use them (MC-CSDL), and of their frame (MC-EDMX). */

import { annotatingRules, type ElementRule, type Grammar, rule, rulesOf } from "../grammar.js";
import type { XmlElement } from "../tree/xml-element.js";
import { isKnownBesideCsdl, isOldEdm, isOldEdmx, METADATA_NAMESPACE } from "./namespaces.js";

const FACETS = ["MaxLength", "Precision", "Scale", "SRID", "Unicode", "FixedLength", "Collation"];
const TYPE_USE = ["Nullable", "DefaultValue", ...FACETS];
const ANNOTATED = ["Documentation", "Annotation", "ValueAnnotation", "TypeAnnotation"];
const MEMBERS = ["Property", "NavigationProperty", ...ANNOTATED];

/** Elements whose content is not read here. */
const opaque: ElementRule = { ...rule({}), opaque: true };

const schemaRules: readonly (readonly [string, ElementRule])[] = [
  [
    "Schema",
    rule({
      // A schema without a namespace gets one, see `full-names.ts`.
      optional: ["Namespace", "Alias", "NamespaceUri"],
      children: [
        "Using",
        "Association",
        "ComplexType",
        "EntityType",
        "EnumType",
        "EntityContainer",
        "ValueTerm",
        "Annotations",
        ...ANNOTATED,
      ],
    }),
  ],
  ["Using", rule({ required: ["Namespace", "Alias"], optional: ["NamespaceUri"], children: ["Documentation"] })],
  ["Documentation", opaque],
  ["ValueTerm", rule({ required: ["Name", "Type"], optional: [...TYPE_USE, "AppliesTo"], children: ANNOTATED })],
  [
    "Annotations",
    rule({
      required: ["Target"],
      optional: ["Qualifier"],
      children: ["Annotation", "ValueAnnotation", "TypeAnnotation"],
    }),
  ],
];

const typeRules: readonly (readonly [string, ElementRule])[] = [
  [
    "EntityType",
    rule({ required: ["Name"], optional: ["BaseType", "Abstract", "OpenType"], children: ["Key", ...MEMBERS] }),
  ],
  [
    "ComplexType",
    rule({ required: ["Name"], optional: ["BaseType", "Abstract", "OpenType"], children: ["Property", ...ANNOTATED] }),
  ],
  ["Key", rule({ children: ["PropertyRef", ...ANNOTATED] })],
  ["PropertyRef", rule({ required: ["Name"] })],
  [
    "Property",
    rule({
      required: ["Name", "Type"],
      optional: [...TYPE_USE, "CollectionKind", "ConcurrencyMode"],
      children: ANNOTATED,
    }),
  ],
  [
    "NavigationProperty",
    rule({
      required: ["Name", "Relationship", "FromRole", "ToRole"],
      optional: ["ContainsTarget"],
      children: ANNOTATED,
    }),
  ],
  [
    "EnumType",
    rule({ required: ["Name"], optional: ["UnderlyingType", "IsFlags"], children: ["Member", ...ANNOTATED] }),
  ],
  ["Member", rule({ required: ["Name"], optional: ["Value"], children: ANNOTATED })],
  ["Association", rule({ required: ["Name"], children: ["End", "ReferentialConstraint", ...ANNOTATED] })],
  // Of an association, with a type, or of an association set, with an entity set: whether it has them shows in use.
  ["End", rule({ optional: ["Type", "Role", "Multiplicity", "EntitySet"], children: ["OnDelete", ...ANNOTATED] })],
  ["OnDelete", rule({ required: ["Action"], children: ANNOTATED })],
  ["ReferentialConstraint", rule({ children: ["Principal", "Dependent", ...ANNOTATED] })],
  ["Principal", rule({ required: ["Role"], children: ["PropertyRef", ...ANNOTATED] })],
  ["Dependent", rule({ required: ["Role"], children: ["PropertyRef", ...ANNOTATED] })],
];

const containerRules: readonly (readonly [string, ElementRule])[] = [
  [
    "EntityContainer",
    rule({
      required: ["Name"],
      optional: ["Extends"],
      children: ["EntitySet", "AssociationSet", "FunctionImport", ...ANNOTATED],
    }),
  ],
  ["EntitySet", rule({ required: ["Name", "EntityType"], children: ANNOTATED })],
  ["AssociationSet", rule({ required: ["Name", "Association"], children: ["End", ...ANNOTATED] })],
  [
    "FunctionImport",
    rule({
      required: ["Name"],
      optional: ["ReturnType", "EntitySet", "EntitySetPath", "IsBindable", "IsSideEffecting", "IsComposable"],
      children: ["Parameter", "ReturnType", ...ANNOTATED],
    }),
  ],
  ["Parameter", rule({ required: ["Name", "Type"], optional: [...TYPE_USE, "Mode"], children: ANNOTATED })],
  [
    "ReturnType",
    rule({ required: ["Type"], optional: [...TYPE_USE, "EntitySet", "EntitySetPath"], children: ANNOTATED }),
  ],
];

/** The value annotations of OData 3.0 (MC-CSDL); the expressions inside are those of 4.0 under older names. */
const annotationRules: readonly (readonly [string, ElementRule])[] = [
  ...annotatingRules.map(([name, inner]) => [name, withOldNames(inner)] as const),
  ["ValueAnnotation", withOldNames(ruleNamed("Annotation"))],
  ["TypeAnnotation", rule({ required: ["Term"], optional: ["Qualifier"], children: ["PropertyValue"] })],
  ["AssertType", withOldNames(ruleNamed("Cast"))],
  ["IsType", withOldNames(ruleNamed("IsOf"))],
  ["DateTime", rule({ text: true })],
  ["Time", rule({ text: true })],
  ...["EnumMemberReference", "ParameterReference", "PropertyReference"].map(
    (name) => [name, rule({ required: ["Name"] })] as const,
  ),
];

function ruleNamed(wanted: string): ElementRule {
  return annotatingRules.find(([name]) => name === wanted)?.[1] ?? opaque;
}

/** A rule of 4.0 with the older names of what it has: wherever an expression may stand, each of them may. */
function withOldNames(inner: ElementRule): ElementRule {
  const older = [
    "AssertType",
    "IsType",
    "DateTime",
    "Time",
    "EnumMemberReference",
    "ParameterReference",
    "PropertyReference",
  ];
  const attributes = inner.attributes.has("DateTimeOffset") ? ["DateTime", "Time"] : [];
  return {
    ...inner,
    attributes: new Set([...inner.attributes, ...attributes]),
    children: new Set([...inner.children, ...(inner.children.has("If") ? older : [])]),
  };
}

const oldEdmRules: ReadonlyMap<string, ElementRule> = new Map([
  ...annotationRules,
  ...schemaRules,
  ...typeRules,
  ...containerRules,
]);

const oldEdmxRules: ReadonlyMap<string, ElementRule> = new Map([
  ["Edmx", rule({ required: ["Version"], children: ["Reference", "DataServices", "Runtime", "Designer"] })],
  ["Reference", rule({ required: ["Url"], children: ["Documentation"] })],
  ["DataServices", rule({ children: ["Schema"] })],
  // A file of the designer of Entity Framework has the conceptual model beside that of the database.
  ["Runtime", rule({ children: ["ConceptualModels", "StorageModels", "Mappings"] })],
  ["ConceptualModels", rule({ children: ["Schema"] })],
  ["StorageModels", opaque],
  ["Mappings", opaque],
  ["Designer", opaque],
]);

// The feed customizations concern Atom alone.
const METADATA_ATTRIBUTE =
  /^(?:DataServiceVersion|MaxDataServiceVersion|HasStream|HttpMethod|IsAlwaysBindable|IsDefaultEntityContainer|MimeType|FC_\w+)$/;

export const oldGrammar: Grammar = {
  language: "OData 2.0 and 3.0",
  ruleOf: (element) => oldRulesOf(element)?.get(element.name),
  isOwn: (element) => oldRulesOf(element) !== undefined,
  standingOf: ({ name, namespace }) => {
    if (namespace === METADATA_NAMESPACE) return METADATA_ATTRIBUTE.test(name) ? "expected" : "unknown";
    return isKnownBesideCsdl(namespace) ? "expected" : "foreign";
  },
};

function oldRulesOf(element: XmlElement): ReadonlyMap<string, ElementRule> | undefined {
  if (isOldEdm(element)) return oldEdmRules;
  return isOldEdmx(element) ? oldEdmxRules : rulesOf(element.namespace);
}
