/** How well a name matches, best first: the whole of it, its start, the start of a hump or segment, anywhere in it. */
const EXACT = 0;
const PREFIX = 1;
const HUMP = 2;
export const INSIDE = 3;
export const NONE = 4;

/** The match of a word, in lower case, in a name that is given as it is and in lower case. */
export function matchOf(word: string, name: string, lower: string): number {
  let at = lower.indexOf(word);
  if (at <= 0) return at < 0 ? NONE : lower === word ? EXACT : PREFIX;
  for (; at >= 0; at = lower.indexOf(word, at + 1)) {
    hump.lastIndex = at - 1;
    if (hump.test(name)) return HUMP;
  }
  return INSIDE;
}

/**
 * Where a word begins, with the character before it: what is no letter nor digit, as in `/users`; a digit before a
 * letter; a small letter before a capital, as in `sendMail`; the last of several capitals, as in `IPAddress`.
 */
const hump = /[^A-Za-z\d\x80-\uFFFF]|\d[A-Za-z\x80-\uFFFF]|[^A-Z\d][A-Z]|[A-Z][A-Z][a-z]/y;
