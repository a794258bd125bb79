/** Terms of the standard vocabularies that the tool uses. */
import type { At } from "../diagnostics/position.js";
import type { Annotation } from "./annotations.js";
import type { Declared } from "./elements.js";
import type { QualifiedName } from "./names.js";

function core(name: string): QualifiedName {
  return `Org.OData.Core.V1.${name}` as QualifiedName;
}

function capability(name: string): QualifiedName {
  return `Org.OData.Capabilities.V1.${name}` as QualifiedName;
}

function sapCommon(name: string): QualifiedName {
  return `com.sap.vocabularies.Common.v1.${name}` as QualifiedName;
}

function validation(name: string): QualifiedName {
  return `Org.OData.Validation.V1.${name}` as QualifiedName;
}

/** Org.OData.Core.V1 */
export const Core = {
  AcceptableMediaTypes: core("AcceptableMediaTypes"),
  AdditionalProperties: core("AdditionalProperties"),
  AlternateKeys: core("AlternateKeys"),
  AutoExpand: core("AutoExpand"),
  Computed: core("Computed"),
  ComputedDefaultValue: core("ComputedDefaultValue"),
  DefaultNamespace: core("DefaultNamespace"),
  Description: core("Description"),
  Example: core("Example"),
  Immutable: core("Immutable"),
  IsMediaType: core("IsMediaType"),
  IsURL: core("IsURL"),
  Links: core("Links"),
  LongDescription: core("LongDescription"),
  MediaType: core("MediaType"),
  OptimisticConcurrency: core("OptimisticConcurrency"),
  OptionalParameter: core("OptionalParameter"),
  Permissions: core("Permissions"),
  Revisions: core("Revisions"),
  SymbolicName: core("SymbolicName"),
} as const;

/** The draft of Core.AlternateKeys; services still use it. */
export const COMMUNITY_ALTERNATE_KEYS = "OData.Community.Keys.V1.AlternateKeys" as QualifiedName;

/** SAP's term for how an input field is shown; CAP's `@mandatory` and `@readonly` give it. */
export const FIELD_CONTROL = sapCommon("FieldControl");

/** Other terms of com.sap.vocabularies.Common.v1: texts of user interfaces, and what kind of text a property has. */
export const SapCommon = {
  Heading: sapCommon("Heading"),
  IsCalendarDate: sapCommon("IsCalendarDate"),
  IsDigitSequence: sapCommon("IsDigitSequence"),
  IsUpperCase: sapCommon("IsUpperCase"),
  Label: sapCommon("Label"),
  QuickInfo: sapCommon("QuickInfo"),
} as const;

/** com.sap.vocabularies.Communication.v1 */
export const SapCommunication = {
  IsEmailAddress: "com.sap.vocabularies.Communication.v1.IsEmailAddress" as QualifiedName,
  IsPhoneNumber: "com.sap.vocabularies.Communication.v1.IsPhoneNumber" as QualifiedName,
} as const;

/** Org.OData.Measures.V1 */
export const Measures = {
  ISOCurrency: "Org.OData.Measures.V1.ISOCurrency" as QualifiedName,
  Unit: "Org.OData.Measures.V1.Unit" as QualifiedName,
} as const;

/**
 * Marks a property of the type Edm.DateTime of which only the date counts. No vocabulary has a term for it: OData 4.0 has
 * Edm.Date.
 */
export const DATE_ONLY = "odata_codegen.V1.DateOnly" as QualifiedName;

/**
 * Marks an action of OData 2.0 that takes its parameters as JSON in the body, not in the query: `upsert` of SuccessFactors.
 * In OData 4.0 every action does.
 */
export const SUPPORT_PAYLOAD = "odata_codegen.V1.SupportPayload" as QualifiedName;

/** Org.OData.Capabilities.V1 */
export const Capabilities = {
  CountRestrictions: capability("CountRestrictions"),
  DefaultCapabilities: capability("DefaultCapabilities"),
  DeleteRestrictions: capability("DeleteRestrictions"),
  ExpandRestrictions: capability("ExpandRestrictions"),
  FilterFunctions: capability("FilterFunctions"),
  FilterRestrictions: capability("FilterRestrictions"),
  IndexableByKey: capability("IndexableByKey"),
  InsertRestrictions: capability("InsertRestrictions"),
  KeyAsSegmentSupported: capability("KeyAsSegmentSupported"),
  NavigationRestrictions: capability("NavigationRestrictions"),
  OperationRestrictions: capability("OperationRestrictions"),
  ReadRestrictions: capability("ReadRestrictions"),
  SearchRestrictions: capability("SearchRestrictions"),
  SelectSupport: capability("SelectSupport"),
  SkipSupported: capability("SkipSupported"),
  SortRestrictions: capability("SortRestrictions"),
  TopSupported: capability("TopSupported"),
  UpdateRestrictions: capability("UpdateRestrictions"),
} as const;

export const capabilityTerms: ReadonlySet<QualifiedName> = new Set(Object.values(Capabilities));

/** Org.OData.Validation.V1 */
export const Validation = {
  AllowedValues: validation("AllowedValues"),
  DerivedTypeConstraint: validation("DerivedTypeConstraint"),
  Exclusive: validation("Exclusive"),
  Maximum: validation("Maximum"),
  MaxItems: validation("MaxItems"),
  Minimum: validation("Minimum"),
  MinItems: validation("MinItems"),
  MultipleOf: validation("MultipleOf"),
  Pattern: validation("Pattern"),
} as const;

export type Annotated = Pick<Declared, "annotations">;

/** The annotation without a qualifier; those with one are for special purposes. */
export function annotationOf({ annotations }: Annotated, term: QualifiedName): Annotation | undefined {
  // A loop, since this is what facts consist of.
  if (annotations !== undefined)
    for (const annotation of annotations)
      if (annotation.term === term && annotation.qualifier === undefined) return annotation;
  return undefined;
}

/** Whether a description is all that annotations say of an element, as of most: no other term needs to be looked for. */
export function isOnlyDescribed({ annotations }: Annotated): boolean {
  if (annotations === undefined) return true;
  return annotations.length === 1 && annotations[0]?.term === Core.Description;
}

export function textOf(element: Annotated, term: QualifiedName): string | undefined {
  const value = annotationOf(element, term)?.value;
  return value?.kind === "Constant" ? value.value : undefined;
}

/** Whether a tagging term (Core.Tag) applies: not with `false`, nor with an expression, nor with a value of another type. */
export function isTagged(element: Annotated, term: QualifiedName): boolean {
  const value = annotationOf(element, term)?.value;
  return value?.kind === "Constant" && value.type === "Bool" && value.value === "true";
}

export function tag(term: QualifiedName, at: At): Annotation {
  return { term, at, value: { kind: "Constant", type: "Bool", value: "true" } };
}

export function text(term: QualifiedName, value: string, at: At): Annotation {
  return { term, at, value: { kind: "Constant", type: "String", value } };
}
