/** Sentences on a value beyond its description: access, content and rules. */
import { UNDOCUMENTED, type ValueContent, type ValueDocumentation } from "../../facts/documentation.js";
import type { MemberFacts } from "../../facts/member-facts.js";
import { isReadOnly, type MemberAccess } from "../../vocabularies/access.js";
import type { Measure } from "../../vocabularies/measures.js";
import { constraintNotesOf } from "./constraint-notes.js";

/** How a value behaves when it is written; undefined where it can be written like any other. */
export function writeNoteOf({ computed, read, write, control, immutable, computedDefault }: MemberAccess): string | undefined {
  if (computed) return "Read-only: the service sets it.";
  if (!read) return write ? "Can be written, but is not given back." : "The service gives no access to it.";
  if (!write || control === "readOnly") return "Read-only.";
  if (immutable) return "Can be set on create only.";
  return computedDefault ? "Set by the service when left out." : undefined;
}

const contentNotes: Readonly<Record<ValueContent, string>> = {
  url: "A URL.",
  mediaType: "A media type.",
  email: "An email address.",
  phone: "A phone number.",
  digits: "Digits only.",
  upperCase: "In upper case.",
  calendarDate: "A date, `YYYYMMDD`.",
  dateOnly: "Only the date counts; the time is midnight.",
};

/** What all places with a property refuse, though the property itself does not. */
export function placeNoteOf({ access, create, update, key, stream }: MemberFacts): string | undefined {
  if (stream || isReadOnly(access) || access.immutable) return undefined;
  if (create === "refused") return update === "refused" && !key ? "Read-only." : "Cannot be set on create.";
  return update === "refused" && !key ? "Can be set on create only." : undefined;
}

/** Content, rules, example and default, one sentence each. */
export function valueNotesOf(documentation: ValueDocumentation): readonly string[] {
  if (documentation === UNDOCUMENTED) return [];
  const { holds = [], measure, mediaTypes, autoExpand, constraints = {}, example, parameterDefault } = documentation;
  return [
    ...holds.map((content) => contentNotes[content]),
    ...(measure === undefined ? [] : [measureNote(measure)]),
    ...(mediaTypes === undefined ? [] : [mediaTypeNote(mediaTypes)]),
    ...(autoExpand === true ? ["Given without being asked for by `expand`."] : []),
    ...constraintNotesOf(constraints),
    ...(example === undefined ? [] : [`Example: \`${example}\`.`]),
    ...(parameterDefault === undefined ? [] : [`Default: \`${parameterDefault}\`.`]),
  ];
}

export function mediaTypeNote(mediaTypes: readonly string[]): string {
  return `Content of type ${mediaTypes.map((name) => `\`${name}\``).join(" or ")}.`;
}

/** ``Currency: property `DocumentCurrency`.`` */
function measureNote({ kind, property, name }: Measure): string {
  const lead = kind === "currency" ? "Currency" : "Unit";
  return property === undefined ? `${lead}: \`${name}\`.` : `${lead}: property \`${property}\`.`;
}
