/** The lists of a resource page that name the types derived from its own. */
import type { At } from "../../diagnostics/position.js";
import type { StructuredType, TypeName } from "../../edm/elements.js";
import { linksOf, type Link } from "../inline-text.js";
import type { Paragraph, Section, Slice } from "../page.js";
import { placeOf, shownText, type PageContext } from "../page-context.js";
import { isEdmType, modelTypeNamed, shortNameOf } from "../tables/type-cell.js";

const LEAD_IN = new RegExp(
  [
    "\\bbase\\s+(?:type|class|resource)\\s+(?:of|for)\\s+(?:the\\s+|both\\s+)?",
    "\\binherited\\s+by\\s+(?:the\\s+)?",
    "\\bderived\\s+types\\s*(?:are|include|:)?\\s*(?:the\\s+following)?\\s*:?\\s*",
    "\\bfollowing\\s+types?\\s+(?:is|are)\\s+derived\\s*[.:]?\\s*",
  ].join("|"),
  "i",
);
/** The text between two links of one list. */
const SEPARATOR = /^[*`]*\s*(?:,\s*|,?\s*(?:and|or)\s+)(?:the\s+)?[*`]*$/;
const BULLET = /^\s*[-*]\s+/;

/**
 * Reads the table or list under "Derived types", and sentences such as "Base type of [a](a.md) and [b](b.md)" or
 * "Derived types include:" with a list. A type is named by a link to its page.
 */
export function derivedTypes(
  context: PageContext,
  base: Pick<StructuredType<TypeName>, "kind" | "name">,
): readonly StructuredType<TypeName>[] {
  const links = [...linksInTables(context), ...context.page.sections.flatMap((section) => linksIn(context, section))];
  const types = new Map<string, StructuredType<TypeName>>();
  for (const link of links) {
    const name = typeOf(context, link);
    if (name === undefined || shortNameOf(name).toLowerCase() === shortNameOf(base.name).toLowerCase()) continue;
    types.set(shortNameOf(name), derivedType(name, base, placeOf(context, link.shown.at)));
  }
  return [...types.values()];
}

function derivedType(
  name: TypeName,
  { kind, name: base }: Pick<StructuredType<TypeName>, "kind" | "name">,
  at: At,
): StructuredType<TypeName> {
  return { kind, name, base, at, by: "resourceList", properties: [], navigationProperties: [] };
}

function typeOf(context: PageContext, { shown, target }: Link): TypeName | undefined {
  if (!/\.md(?:#|$)/.test(target)) return undefined;
  const name = modelTypeNamed(context, shownText(context, shown.text), target);
  return name === undefined || isEdmType(name) ? undefined : name;
}

function linksInTables({ page, tables }: PageContext): readonly Link[] {
  return tables
    .filter(({ section, table }) => isAboutDerived(section) || table.header[0]?.startsWith("derived type") === true)
    .flatMap(({ table }) => table.rows.flatMap(({ cells: [cell] }) => firstLink(cell, page.definitions)));
}

function isAboutDerived({ heading }: Section): boolean {
  return heading === "derived types";
}

function firstLink(slice: Slice | undefined, definitions: ReadonlyMap<string, string>): readonly Link[] {
  return slice === undefined ? [] : linksOf(slice, definitions).slice(0, 1);
}

function linksIn({ page }: PageContext, section: Section): readonly Link[] {
  const { paragraphs } = section;
  if (isAboutDerived(section)) return paragraphs.flatMap((paragraph) => linksOfBullets(paragraph, page.definitions));
  if (!page.intro.some((paragraph) => paragraphs.includes(paragraph as Paragraph))) return [];
  return paragraphs.flatMap((paragraph, index) =>
    linksBehindPhrase(paragraph, paragraphs[index + 1], page.definitions),
  );
}

/** The links of a list behind the phrase: those in the sentence, else those of the bullets that follow. */
function linksBehindPhrase(
  paragraph: Slice,
  next: Slice | undefined,
  definitions: ReadonlyMap<string, string>,
): readonly Link[] {
  const phrase = LEAD_IN.exec(paragraph.text);
  if (phrase === null) return [];
  const start = phrase.index + phrase[0].length;
  const rest = { text: paragraph.text.slice(start), at: paragraph.at + start };
  const lines = rest.text.split("\n");
  if (lines.some((line) => BULLET.test(line))) return linksOfBullets(rest, definitions);
  if (rest.text.trim() === "" || /^[^.[\]]*:\s*$/.test(rest.text))
    return next !== undefined && BULLET.test(next.text) ? linksOfBullets(next, definitions) : [];
  return linksInSentence(rest, definitions);
}

function linksInSentence(rest: Slice, definitions: ReadonlyMap<string, string>): readonly Link[] {
  const found: Link[] = [];
  let end = rest.at;
  for (const link of linksOf(rest, definitions)) {
    const between = rest.text.slice(end - rest.at, link.at - rest.at);
    if (found.length === 0 ? !/^[*`]*$/.test(between) : !SEPARATOR.test(between)) break;
    found.push(link);
    end = link.at + link.text.length;
  }
  return found;
}

function linksOfBullets({ text, at }: Slice, definitions: ReadonlyMap<string, string>): readonly Link[] {
  const found: Link[] = [];
  let offset = at;
  for (const line of text.split("\n")) {
    if (BULLET.test(line)) found.push(...firstLink({ text: line, at: offset }, definitions));
    offset += line.length + 1;
  }
  return found;
}
