/** What the documentation says of a value beyond its description: how it is written, and what it may be. */
import type { NavigationProperty, Parameter, Property } from "../../edm/elements.js";
import { accessOf } from "../../vocabularies/access.js";
import { exampleOf } from "../../vocabularies/examples.js";
import { mediaTypesOf } from "../../vocabularies/media-types.js";
import { optionalParameterOf } from "../../vocabularies/optional-parameter.js";
import { constraintNotesOf } from "./constraint-notes.js";
import { Core, isTagged, type Annotated } from "../../edm/vocabulary.js";

/** How a value behaves when it is written. */
export function writeNoteOf(element: Annotated): string | undefined {
  if (isTagged(element, Core.Computed)) return "Read-only: the service sets it.";
  const { read, write } = accessOf(element);
  if (!read) return write ? "Can be written, but is not given back." : "The service gives no access to it.";
  if (!write) return "Read-only.";
  if (isTagged(element, Core.Immutable)) return "Can be set on create only.";
  if (isTagged(element, Core.ComputedDefaultValue)) return "Set by the service when left out.";
  return undefined;
}

/** What kind of value it is, one sentence each. */
export function valueNotesOf(element: Property | NavigationProperty | Parameter): readonly string[] {
  if (element.annotations === undefined) return [];
  const mediaTypes = mediaTypesOf(element);
  const example = exampleOf(element);
  const defaultValue = optionalParameterOf(element)?.defaultValue;
  return [
    ...(isTagged(element, Core.IsURL) ? ["A URL."] : []),
    ...(isTagged(element, Core.IsMediaType) ? ["A media type."] : []),
    ...(mediaTypes.length === 0 ? [] : [mediaTypeNote(mediaTypes)]),
    ...(isTagged(element, Core.AutoExpand) ? ["Given without being asked for by `expand`."] : []),
    ...constraintNotesOf(element),
    ...(example === undefined ? [] : [`Example: \`${example}\`.`]),
    ...(defaultValue === undefined ? [] : [`Default: \`${defaultValue}\`.`]),
  ];
}

export function mediaTypeNote(mediaTypes: readonly string[]): string {
  return `Content of type ${mediaTypes.map((name) => `\`${name}\``).join(" or ")}.`;
}
