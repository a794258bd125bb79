import type { TypeName } from "../edm/elements.js";
import type { Annotation } from "../edm/annotations.js";
import { Core, tag, text as textAnnotation } from "../edm/vocabulary.js";
import { inheritedFrom, type BasePhrase } from "./base-phrases.js";
import { linksOf } from "./inline-text.js";
import type { Slice } from "./page.js";
import { placeOf, shownText, type Reading } from "./reading.js";
import { modelTypeNamed } from "./type-cell.js";
import { valueListIn, type ValueList } from "./value-list.js";

/** What a description says beyond its prose. */
export interface Description {
  readonly annotations: readonly Annotation[];
  readonly declaredOn?: TypeName;
  readonly values?: ValueList;
}

/**
 * Reads the description of a property. A list of values is taken out of the prose where it becomes
 * the members of an enum; a primitive has no members, so there it stays.
 */
export function readDescription(reading: Reading, cell: Slice | undefined, isEnum: boolean): Description {
  if (cell === undefined || cell.text === "") return { annotations: [] };
  const inherited = inheritedFrom(cell);
  const declaredOn = inherited === undefined ? undefined : baseNamed(reading, inherited);
  const values = isEnum ? valueListIn(cell) : undefined;
  const cuts: [number, number][] = [];
  if (inherited !== undefined && declaredOn !== undefined)
    cuts.push([inherited.at, inherited.at + inherited.text.length]);
  if (values !== undefined) cuts.push([values.start, values.end]);
  const prose = shownText(reading, without(cell, cuts));
  const place = placeOf(reading, cell.at);
  const annotations = [
    ...(saysNothing(prose) ? [] : [textAnnotation(Core.Description, prose, place)]),
    ...(/\bread-only\b/i.test(prose) ? [tag(Core.Computed, place)] : []),
  ];
  return { annotations, ...(declaredOn !== undefined && { declaredOn }), ...(values !== undefined && { values }) };
}

/** The type in "Inherited from X", or in the sentence "Inherits from X". */
export function baseNamed(reading: Reading, phrase: BasePhrase): TypeName | undefined {
  const [link] = linksOf(phrase, reading.page.definitions);
  const name = shownText(reading, link?.shown.text ?? phrase.named);
  const type = modelTypeNamed(reading, name, link?.target);
  if (type === undefined)
    reading.report.add("page-name-illegal", placeOf(reading, phrase.at), { what: "base type", name });
  return type;
}

function without({ text, at }: Slice, cuts: readonly (readonly [number, number])[]): string {
  let rest = text;
  for (const [start, end] of cuts.toSorted(([a], [b]) => b - a))
    rest = `${rest.slice(0, start - at)} ${rest.slice(end - at)}`;
  return rest;
}

/** What generators of pages write where nobody has written anything. */
function saysNothing(prose: string): boolean {
  return prose === "" || /^not yet documented\.?$/i.test(prose);
}

/** The annotation for a text that describes an element, if it says anything. */
export function described(reading: Reading, text: Slice | undefined): readonly Annotation[] {
  const prose = shownText(reading, text?.text ?? "");
  return text === undefined || saysNothing(prose)
    ? []
    : [textAnnotation(Core.Description, prose, placeOf(reading, text.at))];
}
