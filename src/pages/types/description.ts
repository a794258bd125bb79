import type { At } from "../../diagnostics/position.js";
import type { TypeName } from "../../edm/elements.js";
import type { Annotation } from "../../edm/annotations.js";
import { Core, tag, text as textAnnotation } from "../../edm/vocabulary.js";
import { inheritedFrom, type BasePhrase } from "./base-phrases.js";
import { linksOf } from "../inline-text.js";
import type { Slice } from "../page.js";
import { placeOf, shownText, type Reading } from "../reading.js";
import { defaultIn, isDeprecated, isNotNull, isRequired } from "../tables/row-words.js";
import { isEdmType, modelTypeNamed, type CellType } from "../tables/type-cell.js";
import { valueListIn, type ValueList } from "../tables/value-list.js";

/** What a description says beyond its prose. */
export interface Description {
  readonly annotations: readonly Annotation[];
  readonly declaredOn: TypeName | undefined;
  readonly values: ValueList | undefined;
  readonly defaultValue: string | undefined;
  readonly notNull: boolean;
  /** By the word `Required` or `Optional`; undefined: neither. */
  readonly required: boolean | undefined;
}

const NO_DESCRIPTION: Description = {
  annotations: [],
  declaredOn: undefined,
  values: undefined,
  defaultValue: undefined,
  notNull: false,
  required: undefined,
};

/**
 * Reads the description of a property. A list of values is taken out of the prose where it becomes
 * the members of an enum; a primitive has no members, so there it stays.
 */
export function readDescription(reading: Reading, cell: Slice | undefined, type: CellType): Description {
  if (cell === undefined || cell.text === "") return NO_DESCRIPTION;
  const inherited = inheritedFrom(cell);
  const declaredOn = inherited === undefined ? undefined : baseNamed(reading, inherited);
  const values = isEdmType(type.type) ? undefined : valueListIn(cell);
  const stated = defaultIn(cell, type);
  const cuts: [number, number][] = [];
  if (inherited !== undefined && declaredOn !== undefined) cuts.push(spanOf(inherited));
  if (values !== undefined) cuts.push([values.start, values.end]);
  if (stated !== undefined) cuts.push(spanOf(stated));
  const prose = shownText(reading, without(cell, cuts));
  return {
    annotations: annotationsOf(prose, placeOf(reading, cell.at)),
    declaredOn,
    values,
    defaultValue: stated?.value,
    notNull: isNotNull(prose),
    required: isRequired(prose),
  };
}

function annotationsOf(prose: string, place: At): readonly Annotation[] {
  const annotations: Annotation[] = [];
  if (!saysNothing(prose)) annotations.push(textAnnotation(Core.Description, prose, place));
  if (/\bread-only\b/i.test(prose)) annotations.push(tag(Core.Computed, place));
  if (isDeprecated(prose)) annotations.push(deprecated(prose, place));
  return annotations;
}

/** Core.Revisions with the one revision that a page tells of; what it says of it, if anything. */
export function deprecated(description: string, at: At): Annotation {
  const kind = { kind: "Constant", type: "EnumMember", value: "Org.OData.Core.V1.RevisionKind/Deprecated" } as const;
  const properties = [{ name: "Kind", value: kind, at }];
  const why = { name: "Description", value: { kind: "Constant", type: "String", value: description } as const, at };
  const revision = { kind: "Record", properties: description === "" ? properties : [...properties, why] } as const;
  return { term: Core.Revisions, at, value: { kind: "Collection", items: [revision] } };
}

function spanOf({ text, at }: Slice): [number, number] {
  return [at, at + text.length];
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
  if (cuts.length === 0) return text;
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
