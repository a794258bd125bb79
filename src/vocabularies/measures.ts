import { Measures, type Annotated } from "../edm/vocabulary.js";
import { stringOf, valueOf } from "./values.js";

/** What a number counts: in the unit or currency that a property beside it has, or always in the same. */
export interface Measure {
  readonly kind: "unit" | "currency";
  readonly property?: string;
  readonly name?: string;
}

/** Measures.ISOCurrency or Measures.Unit of a property. */
export function measureOf(element: Annotated): Measure | undefined {
  return given(element, "currency") ?? given(element, "unit");
}

function given(element: Annotated, kind: Measure["kind"]): Measure | undefined {
  const value = valueOf(element, kind === "currency" ? Measures.ISOCurrency : Measures.Unit);
  if (value?.kind === "Path") return { kind, property: value.path };
  const name = stringOf(value);
  return name === undefined ? undefined : { kind, name };
}
