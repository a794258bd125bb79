/** Terms of the standard vocabularies that the tool puts to use, and what an element says by them. */
import type { At } from "../diagnostics/position.js";
import type { Annotation } from "./annotations.js";
import type { Said } from "./elements.js";
import type { QualifiedName } from "./names.js";

function core(name: string): QualifiedName {
  return `Org.OData.Core.V1.${name}` as QualifiedName;
}

function capability(name: string): QualifiedName {
  return `Org.OData.Capabilities.V1.${name}` as QualifiedName;
}

/** Org.OData.Core.V1 */
export const Core = {
  Computed: core("Computed"),
  ComputedDefaultValue: core("ComputedDefaultValue"),
  DefaultNamespace: core("DefaultNamespace"),
  Description: core("Description"),
  Immutable: core("Immutable"),
  LongDescription: core("LongDescription"),
} as const;

/** Org.OData.Capabilities.V1 */
export const Capabilities = {
  DeleteRestrictions: capability("DeleteRestrictions"),
  InsertRestrictions: capability("InsertRestrictions"),
  KeyAsSegmentSupported: capability("KeyAsSegmentSupported"),
  OperationRestrictions: capability("OperationRestrictions"),
  ReadRestrictions: capability("ReadRestrictions"),
  UpdateRestrictions: capability("UpdateRestrictions"),
} as const;

type Annotated = Pick<Said, "annotations">;

function annotationOf({ annotations }: Annotated, term: QualifiedName): Annotation | undefined {
  return annotations?.find((annotation) => annotation.term === term && annotation.qualifier === undefined);
}

export function textOf(element: Annotated, term: QualifiedName): string | undefined {
  const value = annotationOf(element, term)?.value;
  return value?.kind === "Constant" ? value.value : undefined;
}

/** Whether a tagging term (Core.Tag) applies: it does unless it says false. */
export function isTagged(element: Annotated, term: QualifiedName): boolean {
  const value = annotationOf(element, term)?.value;
  return value !== undefined && !(value.kind === "Constant" && value.value === "false");
}

export function tag(term: QualifiedName, at: At): Annotation {
  return { term, at, value: { kind: "Constant", type: "Bool", value: "true" } };
}

export function text(term: QualifiedName, value: string, at: At): Annotation {
  return { term, at, value: { kind: "Constant", type: "String", value } };
}
