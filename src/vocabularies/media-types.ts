import { Core, textOf, type Annotated } from "../edm/vocabulary.js";
import { itemsOf, stringOf, valueOf } from "./values.js";

/** The media types of a stream or of a string or binary value; empty where none are stated. */
export function mediaTypesOf(element: Annotated): readonly string[] {
  const acceptable = (itemsOf(valueOf(element, Core.AcceptableMediaTypes)) ?? []).flatMap(
    (item) => stringOf(item) ?? [],
  );
  const only = textOf(element, Core.MediaType);
  return acceptable.length > 0 || only === undefined ? acceptable : [only];
}
