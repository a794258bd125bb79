/** Documentation of an element by its annotations, as data; `views/docs` makes sentences of it. */
import {
  Core,
  DATE_ONLY,
  isOnlyDescribed,
  isTagged,
  SapCommon,
  SapCommunication,
  textOf,
  type Annotated,
} from "../edm/vocabulary.js";
import type { QualifiedName } from "../edm/names.js";
import { exampleOf, mediaTypesOf, optionalParameterOf } from "../vocabularies/core.js";
import { labelTextOf } from "../vocabularies/labels.js";
import { linksOf } from "../vocabularies/links.js";
import { measureOf, type Measure } from "../vocabularies/measures.js";
import { deprecationOf, type Deprecation } from "../vocabularies/revisions.js";
import { ownConstraintsOf, UNCONSTRAINED, type ValueConstraints } from "../vocabularies/value-constraints.js";

/** A field that is absent was not stated. */
export interface Documentation {
  /** The label, Core.Description, then Core.LongDescription. */
  readonly description?: string;
  readonly deprecation?: Deprecation;
  /** Addresses that may be shown. */
  readonly links?: readonly string[];
  /** The media types of a stream, or of a string or binary value. */
  readonly mediaTypes?: readonly string[];
}

/** Of a property, parameter or type definition. */
export interface ValueDocumentation extends Documentation {
  readonly holds?: readonly ValueContent[];
  readonly measure?: Measure;
  readonly autoExpand?: true;
  /** Those of the element itself; a type definition documents its own. */
  readonly constraints?: ValueConstraints;
  /** Exact texts. */
  readonly example?: string;
  readonly parameterDefault?: string;
}

/** What a text or a date stands for, beyond its type. */
export type ValueContent =
  "url" | "mediaType" | "email" | "phone" | "digits" | "upperCase" | "calendarDate" | "dateOnly";

const contents: readonly (readonly [term: QualifiedName, content: ValueContent])[] = [
  [Core.IsURL, "url"],
  [Core.IsMediaType, "mediaType"],
  [SapCommunication.IsEmailAddress, "email"],
  [SapCommunication.IsPhoneNumber, "phone"],
  [SapCommon.IsDigitSequence, "digits"],
  [SapCommon.IsUpperCase, "upperCase"],
  [SapCommon.IsCalendarDate, "calendarDate"],
  [DATE_ONLY, "dateOnly"],
];

/** Of an element without annotations, as of most. */
export const UNDOCUMENTED: ValueDocumentation = {};

export function documentationOf(element: Annotated): Documentation {
  if (element.annotations === undefined) return UNDOCUMENTED;
  if (isOnlyDescribed(element)) return described(textOf(element, Core.Description));
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

function described(description: string | undefined): Documentation {
  return description === undefined ? UNDOCUMENTED : { description };
}

export function valueDocumentationOf(element: Annotated): ValueDocumentation {
  if (isOnlyDescribed(element)) return documentationOf(element);
  const holds = contents.flatMap(([term, content]) => (isTagged(element, term) ? [content] : []));
  const measure = measureOf(element);
  const constraints = ownConstraintsOf(element);
  const example = exampleOf(element);
  const parameterDefault = optionalParameterOf(element)?.defaultValue;
  return {
    ...documentationOf(element),
    ...(holds.length > 0 && { holds }),
    ...(measure !== undefined && { measure }),
    ...(isTagged(element, Core.AutoExpand) && { autoExpand: true }),
    ...(constraints !== UNCONSTRAINED && { constraints }),
    ...(example !== undefined && { example }),
    ...(parameterDefault !== undefined && { parameterDefault }),
  };
}

/** The label, where the description does not have it, and the description. */
export function descriptionOf(element: Annotated): string | undefined {
  if (element.annotations === undefined) return undefined;
  const text = coreDescriptionOf(element);
  const label = labelTextOf(element, text);
  return text === undefined || label === undefined ? (label ?? text) : `${label} – ${text}`;
}

/** The short description, then the long one where that does not repeat it. */
function coreDescriptionOf(element: Annotated): string | undefined {
  const short = textOf(element, Core.Description);
  const long = textOf(element, Core.LongDescription);
  if (short === undefined || long === undefined || long.startsWith(short)) return long ?? short;
  return `${short}\n\n${long}`;
}
