/** Text from a schema in places other than TypeScript. */

/** JSON in which control and invisible characters are escaped, since they could hide or reorder what follows. */
export function withoutInvisible(json: string): string {
  return json.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escapedUnits);
}

export function jsonString(text: string): string {
  return withoutInvisible(JSON.stringify(text)).replace(/</g, escapedUnits); // also safe within a script element
}

/** One `\u` escape for each UTF-16 code unit, as JSON requires. */
function escapedUnits(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}

/**
 * Backslashes before every character that marks up text, at the start also before those that begin a block, and before
 * those by which addresses become links (CommonMark 0.31 §2.4, GitHub Flavored Markdown §6.9).
 */
export function markdownText(text: string): string {
  return visibleText(text)
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>|&~${}#]/g, "\\$&")
    .replace(/^( ?)([+\-=:.)]|\d+(?=[.)]))/, (_, space: string, start: string) =>
      /\d/.test(start) ? `${space}${start}\\` : `${space}\\${start}`,
    )
    .replace(/@|:(?=\/\/)|(?<=www)\./gi, "\\$&");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

export function htmlText(text: string): string {
  return visibleText(text).replace(/[&<>"'`]/g, (character) => ENTITIES[character] ?? "");
}

/** Percent-encoded but for letters, digits, `-`, `.`, `_` and `~`, which no place of a URL reserves (RFC 3986 §2.3). */
export function uriPart(text: string): string {
  const encoded = encodeURIComponent(text.replace(/\p{Cs}/gu, "\ufffd"));
  return encoded.replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Spaces in place of control and format characters and of halves of characters, which could hide or reorder text. */
function visibleText(text: string): string {
  return text.replace(/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, " ");
}
