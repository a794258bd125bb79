/** Closed lists of strings (Validation.AllowedValues) as types. */
import type { Parameter, Property, TypeDefinition } from "../../edm/elements.js";
import type { Model } from "../../edm/model.js";
import { edm } from "../../edm/primitive-types.js";
import { valueConstraintsOf } from "../../vocabularies/value-constraints.js";

/** The strings that a value may be; undefined: any, or it is no string. Whether null is one of them, the type says. */
export function allowedStringsOf(
  element: Property | Parameter | TypeDefinition,
  model: Model,
): readonly string[] | undefined {
  const { allowedValues } = valueConstraintsOf(element, model);
  const name = "underlyingType" in element ? element.underlyingType : element.type?.type;
  const type = name && model.type(name);
  const underlying = type?.kind === "TypeDefinition" ? type.underlyingType : name;
  if (allowedValues === undefined || underlying !== edm("String")) return undefined;
  const values = allowedValues.flatMap(({ value }) => (value === null ? [] : [value]));
  return values.length === 0 ? undefined : values;
}
