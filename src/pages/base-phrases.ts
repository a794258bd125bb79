/** How the dialect says that something is inherited: of a property in its row, of a type in a sentence. */
import type { Slice } from "./page.js";

/** A phrase such as "Inherited from X." and the X in it. */
export interface BasePhrase extends Slice {
  readonly named: string;
}

const LINK = String.raw`\[[^[\]\n]{1,200}\](?:\([^()\s]{0,500}\)|\[[^[\]\n]{0,200}\])?`;
const NAME = String.raw`[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*`;
const MARK = "(?:\\*\\*|`)?";

function phrase(words: string): RegExp {
  return new RegExp(String.raw`\b${words}\s+(?:the\s+)?${MARK}(${LINK}|${NAME})${MARK}\.?`, "u");
}

const INHERITED_FROM = phrase("[Ii]nherited from");
// In the middle of prose, something else may be inherited.
const INHERITS_FROM = phrase("Inherits from");

function find(pattern: RegExp, { text, at }: Slice): BasePhrase | undefined {
  const match = pattern.exec(text);
  return match === null ? undefined : { text: match[0], at: at + match.index, named: match[1] ?? "" };
}

export function inheritedFrom(description: Slice): BasePhrase | undefined {
  return find(INHERITED_FROM, description);
}

export function inheritsFrom(paragraph: Slice): BasePhrase | undefined {
  return find(INHERITS_FROM, paragraph);
}
