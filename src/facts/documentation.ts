/** Documentation of an element by its annotations, as data; `views/docs` makes sentences of it. */
import { Core, isTagged, textOf, type Annotated } from "../edm/vocabulary.js";
import { exampleOf, mediaTypesOf, optionalParameterOf } from "../vocabularies/core.js";
import { linksOf } from "../vocabularies/links.js";
import { deprecationOf, type Deprecation } from "../vocabularies/revisions.js";
import { ownConstraintsOf, UNCONSTRAINED, type ValueConstraints } from "../vocabularies/value-constraints.js";

/** A field that is absent was not stated. */
export interface Documentation {
  /** Core.Description, then Core.LongDescription. */
  readonly description?: string;
  readonly deprecation?: Deprecation;
  /** Addresses that may be shown. */
  readonly links?: readonly string[];
  /** The media types of a stream, or of a string or binary value. */
  readonly mediaTypes?: readonly string[];
}

/** Of a property, parameter or type definition. */
export interface ValueDocumentation extends Documentation {
  /** The value is an address, or the name of a media type. */
  readonly holds?: readonly ("url" | "mediaType")[];
  readonly autoExpand?: true;
  /** Those of the element itself; a type definition documents its own. */
  readonly constraints?: ValueConstraints;
  /** Exact texts. */
  readonly example?: string;
  readonly parameterDefault?: string;
}

const UNDOCUMENTED: ValueDocumentation = {};

export function documentationOf(element: Annotated): Documentation {
  if (element.annotations === undefined) return UNDOCUMENTED;
  const description = descriptionOf(element);
  const deprecation = deprecationOf(element);
  const links = linksOf(element);
  const mediaTypes = mediaTypesOf(element);
  return {
    ...(description !== undefined && { description }),
    ...(deprecation !== undefined && { deprecation }),
    ...(links.length > 0 && { links }),
    ...(mediaTypes.length > 0 && { mediaTypes }),
  };
}

export function valueDocumentationOf(element: Annotated): ValueDocumentation {
  if (element.annotations === undefined) return UNDOCUMENTED;
  const holds = [
    ...(isTagged(element, Core.IsURL) ? (["url"] as const) : []),
    ...(isTagged(element, Core.IsMediaType) ? (["mediaType"] as const) : []),
  ];
  const constraints = ownConstraintsOf(element);
  const example = exampleOf(element);
  const parameterDefault = optionalParameterOf(element)?.defaultValue;
  return {
    ...documentationOf(element),
    ...(holds.length > 0 && { holds }),
    ...(isTagged(element, Core.AutoExpand) && { autoExpand: true }),
    ...(constraints !== UNCONSTRAINED && { constraints }),
    ...(example !== undefined && { example }),
    ...(parameterDefault !== undefined && { parameterDefault }),
  };
}

/** The short description, then the long one where that does not repeat it. */
export function descriptionOf(element: Annotated): string | undefined {
  if (element.annotations === undefined) return undefined;
  const short = textOf(element, Core.Description);
  const long = textOf(element, Core.LongDescription);
  if (short === undefined || long === undefined || long.startsWith(short)) return long ?? short;
  return `${short}\n\n${long}`;
}
