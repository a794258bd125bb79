/** The name in the text of a type: `ns.Type` of `Collection(ns.Type)`. */
export function nameInType(text: string): string {
  return /^Collection\((.*)\)$/.exec(text)?.[1] ?? text;
}

export function isCollectionText(text: string | undefined): boolean {
  return text?.startsWith("Collection(") === true;
}
