import { Core, type Annotated } from "../edm/vocabulary.js";
import { fieldOf, stringOf, valueOf } from "./values.js";

/** A parameter that may be left out, and its value then, where that is stated (Core.OptionalParameter). */
export interface OptionalParameter {
  /** Exact text. */
  readonly defaultValue?: string;
}

export function optionalParameterOf(parameter: Annotated): OptionalParameter | undefined {
  const value = valueOf(parameter, Core.OptionalParameter);
  // Without a value it is an empty record, which readers give as `true`.
  if (value === undefined || value.kind === "Null" || (value.kind === "Constant" && value.value !== "true"))
    return undefined;
  const defaultValue = stringOf(fieldOf(value, "DefaultValue"));
  return defaultValue === undefined ? {} : { defaultValue };
}
