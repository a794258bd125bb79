/** The elements of CSDL XML 4.01 with the attributes and children that the specification gives them. */

import { OPERATORS } from "../operators.js";
import type { XmlAttribute, XmlElement } from "./tree/xml-element.js";

export const EDMX_NAMESPACE = "http://docs.oasis-open.org/odata/ns/edmx";
/** The namespace of `xml:base`, `xml:lang` and `xml:space`, which every element may have. */
export const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
export const EDM_NAMESPACE = "http://docs.oasis-open.org/odata/ns/edm";

export interface ElementRule {
  readonly required: readonly string[];
  readonly attributes: ReadonlySet<string>;
  readonly children: ReadonlySet<string>;
  /** Whether the element has its value as text. */
  readonly text: boolean;
  /** Set where nothing inside the element is read. */
  readonly opaque?: true;
}

/** The elements that a version defines. */
export interface Grammar {
  /** Its name in messages. */
  readonly language: string;
  readonly ruleOf: (element: XmlElement) => ElementRule | undefined;
  /** Whether an element is in a namespace of the version. */
  readonly isOwn: (element: XmlElement) => boolean;
  /** What an element or attribute of another namespace is: expected there, unknown in its namespace, or of strangers. */
  readonly standingOf: (markup: XmlElement | XmlAttribute) => "expected" | "unknown" | "foreign";
}

interface Outline {
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
  readonly children?: readonly string[];
  readonly text?: boolean;
}

export function rule({ required = [], optional = [], children = [], text = false }: Outline): ElementRule {
  return { required, attributes: new Set([...required, ...optional]), children: new Set(children), text };
}

const FACETS = ["MaxLength", "Precision", "Scale", "SRID", "Unicode"];
const TYPE_USE = ["Nullable", ...FACETS];

// CSDL 4.01 §14.3, §14.4.1. Each of these names is both an element and an attribute.
export const CONSTANTS = [
  "Binary",
  "Bool",
  "Date",
  "DateTimeOffset",
  "Decimal",
  "Duration",
  "EnumMember",
  "Float",
  "Guid",
  "Int",
  "String",
  "TimeOfDay",
] as const;
export const PATHS = [
  "Path",
  "AnnotationPath",
  "ModelElementPath",
  "NavigationPropertyPath",
  "PropertyPath",
  "AnyPropertyPath",
] as const;
const ATTRIBUTE_EXPRESSIONS = [...CONSTANTS, ...PATHS, "UrlRef"];

const STRUCTURES = [
  "Apply",
  "Cast",
  "Collection",
  "If",
  "IsOf",
  "LabeledElement",
  "LabeledElementReference",
  "Null",
  "Record",
  "UrlRef",
];
const EXPRESSIONS = [...CONSTANTS, ...PATHS, ...Object.keys(OPERATORS), ...STRUCTURES];
const ANNOTATED = ["Annotation"];
const OPERAND = [...EXPRESSIONS, "Annotation"];

const MEMBERS = ["Property", "NavigationProperty", "Annotation"];
const OPERATION = ["Parameter", "ReturnType", "Annotation"];

const expressionRules: readonly (readonly [string, ElementRule])[] = [
  ...[...CONSTANTS, ...PATHS, "LabeledElementReference"].map((name) => [name, rule({ text: true })] as const),
  ...Object.keys(OPERATORS).map((name) => [name, rule({ children: OPERAND })] as const),
  ["Apply", rule({ required: ["Function"], children: OPERAND })],
  ["Cast", rule({ required: ["Type"], optional: FACETS, children: OPERAND })],
  ["IsOf", rule({ required: ["Type"], optional: FACETS, children: OPERAND })],
  ["Collection", rule({ children: EXPRESSIONS })],
  ["If", rule({ children: OPERAND })],
  ["LabeledElement", rule({ required: ["Name"], optional: ATTRIBUTE_EXPRESSIONS, children: OPERAND })],
  ["Null", rule({ children: ANNOTATED })],
  ["Record", rule({ optional: ["Type"], children: ["PropertyValue", "Annotation"] })],
  ["PropertyValue", rule({ required: ["Property"], optional: ATTRIBUTE_EXPRESSIONS, children: OPERAND })],
  ["UrlRef", rule({ children: OPERAND })],
];

/** An annotation and the expressions in it. */
export const annotatingRules: readonly (readonly [string, ElementRule])[] = [
  ["Annotation", rule({ required: ["Term"], optional: ["Qualifier", ...ATTRIBUTE_EXPRESSIONS], children: OPERAND })],
  ...expressionRules,
];

/** The elements of annotations. One that lacks a required attribute is a warning: a document is usable without it. */
export const annotatingElements: ReadonlySet<string> = new Set([
  "Annotations",
  ...annotatingRules.map(([name]) => name),
]);

/** Elements of the namespace `edm`. */
const edmRules: ReadonlyMap<string, ElementRule> = new Map([
  [
    "Schema",
    rule({
      required: ["Namespace"],
      optional: ["Alias"],
      children: [
        "Action",
        "Annotations",
        "Annotation",
        "ComplexType",
        "EntityContainer",
        "EntityType",
        "EnumType",
        "Function",
        "Term",
        "TypeDefinition",
      ],
    }),
  ],
  [
    "EntityType",
    rule({
      required: ["Name"],
      optional: ["BaseType", "Abstract", "OpenType", "HasStream"],
      children: ["Key", ...MEMBERS],
    }),
  ],
  ["ComplexType", rule({ required: ["Name"], optional: ["BaseType", "Abstract", "OpenType"], children: MEMBERS })],
  ["Key", rule({ children: ["PropertyRef"] })],
  ["PropertyRef", rule({ required: ["Name"], optional: ["Alias"] })],
  ["Property", rule({ required: ["Name", "Type"], optional: [...TYPE_USE, "DefaultValue"], children: ANNOTATED })],
  [
    "NavigationProperty",
    rule({
      required: ["Name", "Type"],
      optional: ["Nullable", "Partner", "ContainsTarget"],
      children: ["ReferentialConstraint", "OnDelete", "Annotation"],
    }),
  ],
  ["ReferentialConstraint", rule({ required: ["Property", "ReferencedProperty"], children: ANNOTATED })],
  ["OnDelete", rule({ required: ["Action"], children: ANNOTATED })],
  [
    "EnumType",
    rule({ required: ["Name"], optional: ["UnderlyingType", "IsFlags"], children: ["Member", "Annotation"] }),
  ],
  ["Member", rule({ required: ["Name"], optional: ["Value"], children: ANNOTATED })],
  ["TypeDefinition", rule({ required: ["Name", "UnderlyingType"], optional: FACETS, children: ANNOTATED })],
  ["Action", rule({ required: ["Name"], optional: ["IsBound", "EntitySetPath"], children: OPERATION })],
  [
    "Function",
    rule({ required: ["Name"], optional: ["IsBound", "IsComposable", "EntitySetPath"], children: OPERATION }),
  ],
  ["Parameter", rule({ required: ["Name", "Type"], optional: TYPE_USE, children: ANNOTATED })],
  ["ReturnType", rule({ required: ["Type"], optional: TYPE_USE, children: ANNOTATED })],
  [
    "EntityContainer",
    rule({
      required: ["Name"],
      optional: ["Extends"],
      children: ["EntitySet", "Singleton", "ActionImport", "FunctionImport", "Annotation"],
    }),
  ],
  [
    "EntitySet",
    rule({
      required: ["Name", "EntityType"],
      optional: ["IncludeInServiceDocument"],
      children: ["NavigationPropertyBinding", "Annotation"],
    }),
  ],
  [
    "Singleton",
    rule({ required: ["Name", "Type"], optional: ["Nullable"], children: ["NavigationPropertyBinding", "Annotation"] }),
  ],
  ["NavigationPropertyBinding", rule({ required: ["Path", "Target"] })],
  ["ActionImport", rule({ required: ["Name", "Action"], optional: ["EntitySet"], children: ANNOTATED })],
  [
    "FunctionImport",
    rule({
      required: ["Name", "Function"],
      optional: ["EntitySet", "IncludeInServiceDocument"],
      children: ANNOTATED,
    }),
  ],
  [
    "Term",
    rule({
      required: ["Name", "Type"],
      optional: [...TYPE_USE, "BaseTerm", "DefaultValue", "AppliesTo"],
      children: ANNOTATED,
    }),
  ],
  ["Annotations", rule({ required: ["Target"], optional: ["Qualifier"], children: ANNOTATED })],
  ...annotatingRules,
]);

/** Elements of the namespace `edmx`. */
const edmxRules: ReadonlyMap<string, ElementRule> = new Map([
  ["Edmx", rule({ required: ["Version"], children: ["Reference", "DataServices"] })],
  ["Reference", rule({ required: ["Uri"], children: ["Include", "IncludeAnnotations", "Annotation"] })],
  ["Include", rule({ required: ["Namespace"], optional: ["Alias"], children: ANNOTATED })],
  ["IncludeAnnotations", rule({ required: ["TermNamespace"], optional: ["Qualifier", "TargetNamespace"] })],
  ["DataServices", rule({ children: ["Schema"] })],
]);

export const grammar: Grammar = {
  language: "CSDL 4.01",
  ruleOf: ({ name, namespace }) => rulesOf(namespace)?.get(name),
  isOwn: ({ namespace }) => rulesOf(namespace) !== undefined,
  standingOf: () => "foreign",
};

/** The rules for the elements of an XML namespace. */
export function rulesOf(namespace: string): ReadonlyMap<string, ElementRule> | undefined {
  if (namespace === EDM_NAMESPACE) return edmRules;
  return namespace === EDMX_NAMESPACE ? edmxRules : undefined;
}
