import type { Parameter } from "../edm/elements.js";
import { Core } from "../edm/vocabulary.js";
import { fieldOf, stringOf, valueOf } from "./values.js";

/** That a parameter may be left out, and what it is then, where that is said (Core.OptionalParameter). */
export interface OptionalParameter {
  /** Exact text. */
  readonly defaultValue?: string;
}

export function optionalParameterOf(parameter: Parameter): OptionalParameter | undefined {
  const value = valueOf(parameter, Core.OptionalParameter);
  // Written without a value it is a record in which nothing is said, which readers give as `true`.
  if (value === undefined || value.kind === "Null" || (value.kind === "Constant" && value.value !== "true"))
    return undefined;
  const defaultValue = stringOf(fieldOf(value, "DefaultValue"));
  return defaultValue === undefined ? {} : { defaultValue };
}
