/** What annotations of the standard vocabularies state, as far as they restrict values. */
import type { Expression } from "../../../src/edm/annotations.js";
import type { Annotated } from "../../../src/edm/vocabulary.js";

const VOCABULARIES = {
  Core: "Org.OData.Core.V1",
  Validation: "Org.OData.Validation.V1",
  Capabilities: "Org.OData.Capabilities.V1",
  Common: "com.sap.vocabularies.Common.v1",
} as const;

export type TermName = `${keyof typeof VOCABULARIES}.${string}`;

/** The value of an annotation without qualifier; of a term written in the short form `Core.Computed`. */
export function stated({ annotations = [] }: Annotated, term: TermName): Expression | undefined {
  const [vocabulary = "", name] = term.split(".");
  const full = `${VOCABULARIES[vocabulary as keyof typeof VOCABULARIES]}.${name}`; // a key, by the type of the term
  return annotations.find((one) => one.term === full && one.qualifier === undefined)?.value;
}

export function isTrue(value: Expression | undefined): boolean {
  return value?.kind === "Constant" && value.type === "Bool" && value.value === "true";
}

/** The text of a constant. */
export function constant(value: Expression | undefined): string | undefined {
  return value?.kind === "Constant" ? value.value : undefined;
}

export function items(value: Expression | undefined): readonly Expression[] | undefined {
  return value?.kind === "Collection" ? value.items : undefined;
}

export function field(value: Expression | undefined, name: string): Expression | undefined {
  return value?.kind === "Record" ? value.properties.find((one) => one.name === name)?.value : undefined;
}

/** The paths or texts in a collection. */
export function paths(value: Expression | undefined): readonly string[] {
  return (items(value) ?? []).flatMap((item) => (item.kind === "Path" ? item.path : (constant(item) ?? [])));
}

/** The names of enumeration members, `ns.Type/Read ns.Type/Write` or `Read,Write`. */
export function members(value: Expression | undefined): readonly string[] {
  const text = constant(value) ?? "";
  return text.split(/[\s,]+/).flatMap((one) => (one === "" ? [] : one.slice(one.indexOf("/") + 1)));
}
