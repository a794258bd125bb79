/** How well a name matches, best first: the whole of it, its start, the start of a hump or segment, anywhere in it. */
export const EXACT = 0;
export const PREFIX = 1;
export const HUMP = 2;
export const INSIDE = 3;
export const NONE = 4;

/** The match of a word, in lower case, in a name that is given as it is and in lower case. */
export function matchOf(word: string, name: string, lower: string): number {
  let at = lower.indexOf(word);
  if (at < 0) return NONE;
  if (at === 0) return lower.length === word.length ? EXACT : PREFIX;
  for (; at >= 0; at = lower.indexOf(word, at + 1)) if (startsHump(name, at)) return HUMP;
  return INSIDE;
}

/** Whether a word begins at a position: `M` in `sendMail`, what follows `/`, `.`, `_` or a space. */
export function startsHump(name: string, at: number): boolean {
  const before = name.charCodeAt(at - 1);
  if (!isLetter(before)) return !isDigit(before) || isLetter(name.charCodeAt(at));
  return isUpper(name.charCodeAt(at)) && (!isUpper(before) || isLower(name.charCodeAt(at + 1)));
}

function isLetter(code: number): boolean {
  return isLower(code) || isUpper(code) || code > 127;
}

function isLower(code: number): boolean {
  return code >= 97 && code <= 122;
}

function isUpper(code: number): boolean {
  return code >= 65 && code <= 90;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
