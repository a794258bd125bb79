import type { StructuredType } from "../edm/elements.js";
import { Core, textOf, type Annotated } from "../edm/vocabulary.js";
import { booleanOf, fieldOf, itemsOf, stringOf, valueOf } from "./values.js";

/** The text of an example that is one primitive value (Core.Example). */
export function exampleOf(element: Annotated): string | undefined {
  const value = fieldOf(valueOf(element, Core.Example), "Value");
  return value?.kind === "Constant" ? value.value : undefined;
}

/** The media types of a stream or of a string or binary value; empty where none are stated. */
export function mediaTypesOf(element: Annotated): readonly string[] {
  const acceptable = (itemsOf(valueOf(element, Core.AcceptableMediaTypes)) ?? []).flatMap(
    (item) => stringOf(item) ?? [],
  );
  const only = textOf(element, Core.MediaType);
  return acceptable.length > 0 || only === undefined ? acceptable : [only];
}

/** Whether values may have properties that the type does not list: Core.AdditionalProperties has the last word. */
export function isOpen(type: StructuredType): boolean {
  return booleanOf(valueOf(type, Core.AdditionalProperties)) ?? type.open === true;
}

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

/** Whether a change needs the ETag of its target (Core.OptimisticConcurrency, with an empty collection, too). */
export function needsETag(element: Annotated): boolean {
  return itemsOf(valueOf(element, Core.OptimisticConcurrency)) !== undefined;
}
