/** How the dialect says that something is inherited: of a property in its row, of a type in a sentence. */
import type { Slice } from "../page.js";

/** A phrase such as "Inherited from X." and the X in it. */
export interface BasePhrase extends Slice {
  readonly named: string;
}

const LINK = String.raw`\[[^[\]\n]{1,200}\](?:\([^()\s]{0,500}\)|\[[^[\]\n]{0,200}\])?`;
const NAME = String.raw`[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*`;
const MARK = "(?:\\*\\*|`)?";

function phrase(words: string, named = `${LINK}|${NAME}`): RegExp {
  const before = String.raw`(?:the\s+)?(?:base\s+(?:class|type)\s+)?`;
  return new RegExp(String.raw`\b${words}\s+${before}${MARK}(${named})${MARK}\.?`, "u");
}

// "Inherited from an ancestor", "from another scope": that names no type.
const INHERITED_FROM = phrase(String.raw`[Ii]nherited from(?!\s+(?:an?|another)\s)`);
// In the middle of prose, something else may be inherited.
const INHERITS_FROM = phrase("Inherits from");
/**
 * What introductions say besides; words that mean something else unless a type follows. The page's
 * subject must be what inherits: "subtypes of", "which inherits from this" are said of others.
 */
const DERIVES_FROM = phrase(
  String.raw`(?:[Ii]nherits(?:\s+(?:all|the|metadata))*(?:\s+properties)?\s+from|[Dd]erived\s+from|(?:[Aa]\s+|^[Ss])(?:ubclass|sub-?class|sub-?type)\s+of)`,
  String.raw`${LINK}|${NAME}\.${NAME}`,
);

function find(pattern: RegExp, { text, at }: Slice): BasePhrase | undefined {
  const match = pattern.exec(text);
  return match === null ? undefined : { text: match[0], at: at + match.index, named: match[1] ?? "" };
}

export function inheritedFrom(description: Slice): BasePhrase | undefined {
  return description.text.includes("nherited from") ? find(INHERITED_FROM, description) : undefined;
}

export function inheritsFrom(paragraph: Slice): BasePhrase | undefined {
  return paragraph.text.includes("Inherits from") ? find(INHERITS_FROM, paragraph) : undefined;
}

/** In an introduction: "Derived from X", "a subtype of X", "inherits the properties from X". */
export function derivesFrom(paragraph: Slice): BasePhrase | undefined {
  return find(DERIVES_FROM, paragraph);
}
