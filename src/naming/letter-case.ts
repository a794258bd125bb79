export function upperFirst(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

export function lowerFirst(name: string): string {
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}

export function camelCase(words: readonly string[]): string {
  return words.map((word, index) => (index === 0 ? lowerFirst(word) : upperFirst(word))).join("");
}

/** A name as an identifier of TypeScript: every other character becomes `_`. */
export function identifierOf(name: string): string {
  const text = name.replaceAll(/[^\p{ID_Continue}$]/gu, "_");
  return /^[\p{ID_Start}$_]/u.test(text) ? text : `_${text}`;
}

export function isIdentifier(name: string): boolean {
  return identifierOf(name) === name;
}
