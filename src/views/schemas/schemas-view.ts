/**
 * The documented view `schemas`: every shape of every type with its rules, as plain data. The artifacts `zod` and
 * `json-schema` print it, and so can templates of a user. A `partial` is the name of the template that prints its view.
 */
import type { Code } from "../../code/code.js";

/** All schemas of a service. */
export interface SchemasView {
  /** The flat module first. */
  readonly modules: readonly SchemaModuleView[];
  /** Whether the service is one of OData 2.0 or 3.0: numbers of 64 bits and decimals are texts, and dates have no offset. */
  readonly before4: boolean;
}

/** The schemas of one namespace. */
export interface SchemaModuleView {
  readonly namespace: string;
  /** What other modules call it. */
  readonly identifier: Code;
  /** Whether its names stand alone in `$defs`, and its file is the entry. */
  readonly flat: boolean;
  readonly schemas: readonly DescribedSchema[];
}

export type DescribedSchema =
  | ReadSchemaView
  | WrittenSchemaView
  | VariantsSchemaView
  | EnumerationSchemaView
  | PageSchemaView;

interface NamedSchemaView {
  /** The constant that holds the schema: `orderCreateSchema`. */
  readonly constant: Code;
  /** The TypeScript type of its values, reached by `types.`, `writes.` or `responses.`. */
  readonly type: Code;
  /** The name within the document: `OrderCreate`, `callRecords.Session`. */
  readonly name: string;
  readonly description: string | null;
}

/** What a service answers: further properties pass. */
export interface ReadSchemaView extends NamedSchemaView {
  readonly partial: "read-schema";
  readonly qualifiedName: string;
  /** Whether control information is checked in each value, as of entities; else in values that name their type. */
  readonly annotated: boolean;
  readonly properties: readonly PropertyView[];
}

/** A body, a value within one, or the parameters of an action. */
export interface WrittenSchemaView extends NamedSchemaView {
  readonly partial: "written-schema";
  /** That of the type or action. */
  readonly qualifiedName: string;
  readonly shape: "create" | "update" | "parameters";
  /** Whether properties may be there that are not declared. */
  readonly open: boolean;
  /** The type that `@odata.type` names; null where any will do. */
  readonly typeName: TypeNameView | null;
  readonly bindings: BindingsView;
  /** Whether the properties tell all: the type is not open, need not be named, and leads to no entities. */
  readonly plain: boolean;
  readonly properties: readonly PropertyView[];
}

export interface TypeNameView {
  /** Whether the value has to name its type. */
  readonly required: boolean;
  /** The only name that fits; null where all do. */
  readonly name: string | null;
  /** Set where none fits: the type is abstract, and no other is derived from it. */
  readonly none: boolean;
}

/** The navigation properties by what `name@odata.bind` takes. */
export interface BindingsView {
  /** A URL. */
  readonly one: readonly string[];
  /** A URL or null. */
  readonly oneOrNull: readonly string[];
  /** An array of URLs. */
  readonly many: readonly string[];
  /** Nothing: of an open type, where names that are not declared may relate entities. */
  readonly none: readonly string[];
}

/** A value that may be of a derived type: `@odata.type` names it. */
export interface VariantsSchemaView extends NamedSchemaView {
  readonly partial: "variants-schema";
  readonly written: boolean;
  /** The name of the type itself; null where it is abstract. */
  readonly self: string | null;
  /** Whether a value has to name its type. */
  readonly required: boolean;
  readonly base: ReferenceView;
  readonly derived: readonly DerivedSchemaView[];
}

export interface DerivedSchemaView {
  readonly typeName: string;
  readonly schema: ReferenceView;
}

/** The members of an enumeration; a list of them, separated by commas, with `flags`. */
export interface EnumerationSchemaView extends NamedSchemaView {
  readonly partial: "enumeration-schema";
  readonly qualifiedName: string;
  readonly flags: boolean;
  /** Those that can be written. */
  readonly members: readonly string[];
  /** Whether nothing is known of the members, and any text passes. */
  readonly any: boolean;
}

/** A response with a collection in `value`. */
export interface PageSchemaView extends NamedSchemaView {
  readonly partial: "page-schema";
  readonly item: ItemView;
}

/** How a file reaches a schema. */
export interface ReferenceView {
  /** `addressSchema`, or `schemasOfCallRecords.sessionSchema` of another module. */
  readonly expression: Code;
  readonly name: string;
}

export interface PropertyView {
  readonly name: string;
  readonly description: string | null;
  /** Whether it has to be there. */
  readonly required: boolean;
  readonly nullable: boolean;
  /** Whether it must not be there: the service sets it. */
  readonly refused: boolean;
  /** The number of items; null for a single value. */
  readonly collection: CollectionView | null;
  readonly item: ItemView;
}

export interface CollectionView {
  readonly minItems: CountView | null;
  readonly maxItems: CountView | null;
}

/** A number that may be zero, which `{{#if}}` takes for false. */
export interface CountView {
  readonly count: number;
}

/** A single value, or one of a collection. */
export interface ItemView {
  /** Whether an item of a collection may be null. */
  readonly nullable: boolean;
  readonly value: ValueView;
  readonly rules: readonly RuleView[];
}

export type ValueView =
  | PrimitiveView
  | DecimalView
  | GeometryView
  | MembersView
  | FlagsView
  | ObjectView
  | RelatedObjectView
  | AnythingView;

export interface PrimitiveView {
  readonly partial: "primitive-value";
  /** `guid`, `dateTimeOffset`, `ascii` of a text with `Unicode="false"`. */
  readonly type: Code;
  /** Characters of a text, bytes of a binary value, decimal places of the seconds of a time; null: no limit. */
  readonly limit: number | null;
}

export interface DecimalView {
  readonly partial: "decimal-value";
  /** All digits; null: no limit. */
  readonly precision: number | null;
  /** Decimal places; null: as many as there are digits. */
  readonly scale: number | null;
  /** Whether the point floats. Then `INF` and `NaN` are values, too. */
  readonly floating: boolean;
}

export interface GeometryView {
  readonly partial: "geometry-value";
  /** The `type` of GeoJSON; null: any. */
  readonly type: string | null;
  /** Whether lines and rings have to be whole. */
  readonly written: boolean;
}

/** A member of an enumeration; any text in what is read. */
export interface MembersView {
  readonly partial: "members-value";
  readonly closed: boolean;
  readonly schema: ReferenceView;
}

/** Members of an enumeration, separated by commas; any text in what is read. */
export interface FlagsView {
  readonly partial: "flags-value";
  readonly closed: boolean;
  readonly schema: ReferenceView;
}

/** A complex value, or an entity that is written. */
export interface ObjectView {
  readonly partial: "object-value";
  readonly schema: ReferenceView;
  /** Whether an entity that exists may be given by its URL instead, as `{ "@odata.id": … }`. */
  readonly orUrl: boolean;
}

/** A related entity, of which only is checked that it is an object. */
export interface RelatedObjectView {
  readonly partial: "related-value";
}

export interface AnythingView {
  readonly partial: "anything-value";
}

export type RuleView = LimitRuleView | MultipleRuleView | PatternRuleView | AllowedRuleView | TypesRuleView;

export interface LimitRuleView {
  readonly partial: "limit-rule";
  readonly rule: Code & ("minimum" | "above" | "maximum" | "below");
  /** Exact text of a number, date, time or duration. */
  readonly limit: string;
  readonly times: boolean;
}

export interface MultipleRuleView {
  readonly partial: "multiple-rule";
  /** Exact text. */
  readonly step: string;
}

export interface PatternRuleView {
  readonly partial: "pattern-rule";
  readonly source: string;
  /** Those of JavaScript. */
  readonly flags: string;
  /** The length of the longest text that is searched; null: any. */
  readonly longest: number | null;
}

export interface AllowedRuleView {
  readonly partial: "allowed-rule";
  readonly values: readonly AllowedValueView[];
}

export interface AllowedValueView {
  readonly code: Code;
  readonly value: string | number | boolean;
}

/** Types that a value may be of (Validation.DerivedTypeConstraint). */
export interface TypesRuleView {
  readonly partial: "types-rule";
  /** The type of a value that names none. */
  readonly declared: string;
  readonly allowed: readonly string[];
}
