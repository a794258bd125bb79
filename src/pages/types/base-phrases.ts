/**
 * Phrases that name the base type: "Inherited from X" in the row of a property or above a table, "Inherits from X" in a
 * paragraph.
 */
import type { Page, Slice } from "../page.js";
import type { PageTable } from "../tables/table-roles.js";

/** A phrase such as "Inherited from X." */
export interface BasePhrase extends Slice {
  /** The X: a name or a link. */
  readonly named: string;
}

const LINK = String.raw`\[[^[\]\n]{1,200}\](?:\([^()\s]{0,500}\)|\[[^[\]\n]{0,200}\])?`;
const NAME = String.raw`[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*`;
const MARK = "(?:\\*\\*|`)?";

function phrase(words: string, named = `${LINK}|${NAME}`): RegExp {
  const before = String.raw`(?:the\s+)?(?:base\s+(?:class|type)\s+)?`;
  return new RegExp(String.raw`\b${words}\s+${before}${MARK}(${named})${MARK}\.?`, "u");
}

// Not "Inherited from an ancestor" or "from another scope".
const INHERITED_FROM = phrase(String.raw`[Ii]nherited from(?!\s+(?:an?|another)\s)`);
// With a capital letter only: in the middle of prose, other things are inherited.
const INHERITS_FROM = phrase("Inherits from");
/**
 * Other phrases of introductions. They count only before a link or a qualified name, and only in the singular and
 * without "which": "subtypes of" and "which inherits from this" are about other types.
 */
const DERIVES_FROM = phrase(
  String.raw`(?:[Ii]nherits(?:\s+(?:all|the|metadata))*(?:\s+properties)?\s+from|[Dd]eriv(?:ed|es)\s+from|(?<=(?:^|[.!]\s|\bis\s))[Ii]nherited\s+from|(?:[Aa]\s+|^[Ss])(?:ubclass|sub-?class|sub-?type)\s+(?:of|from))`,
  String.raw`${LINK}|${NAME}\.${NAME}`,
);

function find(pattern: RegExp, { text, at }: Slice): BasePhrase | undefined {
  const match = pattern.exec(text);
  return match === null ? undefined : { text: match[0], at: at + match.index, named: match[1] ?? "" };
}

/** "Inherited from X" in the description of a property. */
export function inheritedFrom(description: Slice): BasePhrase | undefined {
  return find(INHERITED_FROM, description);
}

/**
 * "The following properties are inherited from X." directly above a table, or "Properties inherited from X" as its
 * heading: every row of the table is inherited.
 */
export function inheritedAbove({ table, section }: PageTable): BasePhrase | undefined {
  const above = section.blocks[section.blocks.indexOf(table) - 1];
  const heading = { text: section.title, at: section.at };
  const lead = above?.kind === "Paragraph" ? above : heading;
  return INHERITED_ROWS.test(lead.text) ? find(INHERITED_FROM, lead) : undefined;
}

// A whole paragraph: in longer prose, only some of the properties are inherited.
const INHERITED_ROWS =
  /^(?:(?:all|these|the)\s+)?(?:(?:following|remaining|other)\s+)?(?:properties|relationships|members)\s+(?:(?:below|in this table)\s+)?(?:(?:are|that are)\s+)?inherited from\s[^.]*(?:\.[^\s.][^.]*)*[.:]?\s*$/i;

/**
 * The phrase by which a page names the base of its type: "Inherits from X" anywhere on the page, else "Derived from X",
 * "a subtype of X" or "inherits the properties from X" in the introduction, or behind the name of the type.
 */
export function basePhraseOf({ paragraphs, intro }: Page, type: string): BasePhrase | undefined {
  return firstIn(paragraphs, INHERITS_FROM) ?? firstIn(intro, DERIVES_FROM) ?? paragraphs.map(ofType).find(isFound);

  function ofType(paragraph: Slice): BasePhrase | undefined {
    const found = find(DERIVES_FROM, paragraph);
    const before = found && paragraph.text.slice(0, found.at - paragraph.at).replace(/[\s*`]/g, "");
    return before?.toLowerCase().endsWith(type.toLowerCase()) === true ? found : undefined;
  }
}

function isFound(phrase: BasePhrase | undefined): phrase is BasePhrase {
  return phrase !== undefined;
}

function firstIn(paragraphs: readonly Slice[], pattern: RegExp): BasePhrase | undefined {
  for (const paragraph of paragraphs) {
    const found = find(pattern, paragraph);
    if (found !== undefined) return found;
  }
  return undefined;
}
