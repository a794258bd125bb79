import type { At } from "../../diagnostics/position.js";
import type { TypeName } from "../../edm/elements.js";
import type { Annotation } from "../../edm/annotations.js";
import { Core, tag, text as textAnnotation } from "../../edm/vocabulary.js";
import { inheritedFrom, type BasePhrase } from "./base-phrases.js";
import { readOnlyIn } from "./read-only.js";
import { statesFlags } from "./flags.js";
import { linksOf } from "../inline-text.js";
import type { Page, Slice } from "../page.js";
import { placeOf, shownText, type PageContext } from "../page-context.js";
import { defaultIn, isDeprecated, isNotNull, isRequired } from "../tables/row-words.js";
import { isEdmType, modelTypeNamed, type CellType } from "../tables/type-cell.js";
import { valueListIn, type ValueList } from "../tables/value-list.js";

/** The facts in the description of a property. */
export interface Description {
  readonly annotations: readonly Annotation[];
  /** The base type that declares the property, by "Inherited from X". */
  readonly declaredOn: TypeName | undefined;
  readonly values: ValueList | undefined;
  /** The values that are listed for a primitive type, unless they can be combined. */
  readonly texts: readonly Slice[];
  /** Whether the values can be combined. */
  readonly flags: boolean;
  readonly defaultValue: string | undefined;
  readonly notNull: boolean;
  /** By the word `Required` or `Optional`; undefined without either. */
  readonly required: boolean | undefined;
}

const EMPTY: Description = {
  annotations: [],
  declaredOn: undefined,
  values: undefined,
  texts: [],
  flags: false,
  defaultValue: undefined,
  notNull: false,
  required: undefined,
};

/**
 * Reads the description of a property. "Inherited from", the default and, if the type is not a primitive, the list of
 * values are cut out of the prose.
 */
export function readDescription(context: PageContext, cell: Slice | undefined, type: CellType): Description {
  if (cell === undefined || cell.text === "") return EMPTY;
  const inherited = inheritedFrom(cell);
  const declaredOn = inherited === undefined ? undefined : baseNamed(context, inherited);
  const listed = valueListIn(cell);
  const values = isEdmType(type.type) ? undefined : listed;
  const stated = defaultIn(cell, type);
  const cuts: [number, number][] = [];
  if (inherited !== undefined && declaredOn !== undefined) cuts.push(spanOf(inherited));
  if (values !== undefined) cuts.push([values.start, values.end]);
  if (stated !== undefined) cuts.push(spanOf(stated));
  const prose = shownText(context, withoutSpans(cell, cuts));
  return {
    annotations: annotationsOf(prose, placeOf(context, cell.at)),
    declaredOn,
    values,
    texts: values === undefined && listed !== undefined && !listed.broken && !statesFlags(prose) ? listed.words : [],
    flags: values !== undefined && statesFlags(prose),
    defaultValue: stated?.value,
    notNull: isNotNull(prose),
    required: isRequired(prose),
  };
}

function annotationsOf(prose: string, at: At): readonly Annotation[] {
  const annotations: Annotation[] = [];
  if (!isPlaceholder(prose)) annotations.push(textAnnotation(Core.Description, prose, at));
  const readOnly = readOnlyIn(prose);
  if (readOnly !== undefined) annotations.push(tag(readOnly === "computed" ? Core.Computed : Core.Immutable, at));
  if (isDeprecated(prose)) annotations.push(deprecated(prose, at));
  return annotations;
}

/** Core.Revisions with one revision of kind Deprecated; an empty description is left out. */
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

/** The type that a phrase names; reports a name that is not legal. */
export function baseNamed(context: PageContext, phrase: BasePhrase): TypeName | undefined {
  const [link] = linksOf(phrase, context.page.definitions);
  const name = shownText(context, link?.shown.text ?? phrase.named);
  const type = modelTypeNamed(context, name, link?.target);
  if (type === undefined)
    context.report.add("page-name-illegal", placeOf(context, phrase.at), { what: "base type", name });
  return type;
}

function withoutSpans({ text, at }: Slice, cuts: readonly (readonly [number, number])[]): string {
  if (cuts.length === 0) return text;
  let rest = text;
  for (const [start, end] of cuts.toSorted(([a], [b]) => b - a))
    rest = `${rest.slice(0, start - at)} ${rest.slice(end - at)}`;
  return rest;
}

/** Whether a text is empty or what generators of pages write instead of a description. */
export function isPlaceholder(prose: string): boolean {
  return prose === "" || /^not yet documented\.?$/i.test(prose);
}

/** Block quotes, includes, images and lists. */
const NO_PROSE = /^(?:>|\[!INCLUDE|!\[|[-*] )/;
/** Standard lines of introductions, and notes, which have no mark in rendered text. */
const NO_DESCRIPTION =
  /^(?:(?:\*\*)?Namespace:|(?:Important|Note|Caution):|Inherits from\b|None\b|This API is available in the following national cloud)/i;

/** The first prose below the title: the description of the page's type or request. */
export function descriptionOf(page: Page): Slice | undefined {
  return page.intro.find(
    ({ text }) => !NO_PROSE.test(text) && !NO_DESCRIPTION.test(text) && shownText({ page }, text) !== "",
  );
}

/** Core.Description with a text, unless it is empty or a placeholder. */
export function described(context: PageContext, text: Slice | undefined): readonly Annotation[] {
  const prose = shownText(context, text?.text ?? "");
  return text === undefined || isPlaceholder(prose)
    ? []
    : [textAnnotation(Core.Description, prose, placeOf(context, text.at))];
}
