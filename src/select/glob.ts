/**
 * Whether a pattern matches a whole list of items. Parts for which `isAny` holds match any number of items, other parts
 * exactly one. Only the last `isAny` part is retried, so the time is at most the product of the two lengths.
 */
export function fits<P extends {}, T extends {}>(
  pattern: readonly P[],
  items: readonly T[],
  isAny: (part: P) => boolean,
  fitsOne: (part: P, item: T) => boolean,
): boolean {
  let [at, next] = [0, 0];
  let retry: { readonly at: number; next: number } | undefined;
  for (let item = items[next]; item !== undefined; item = items[next]) {
    const part = pattern[at];
    if (part !== undefined && isAny(part)) retry = { at: ++at, next };
    else if (part !== undefined && fitsOne(part, item)) [at, next] = [at + 1, next + 1];
    else if (retry !== undefined) [at, next] = [retry.at, ++retry.next];
    else return false;
  }
  return pattern.slice(at).every(isAny);
}

/** Whether a glob matches a path segment: `*` matches any number of characters. */
export function fitsSegment(glob: string, text: string): boolean {
  if (!glob.includes("*")) return glob === text;
  return fits(
    glob.split(""),
    text.split(""),
    (part) => part === "*",
    (part, character) => part === character,
  );
}

/**
 * Whether a glob matches a qualified name: `*` matches characters of one part between dots, `**` any number of parts.
 */
export function fitsName(glob: string, name: string): boolean {
  if (!glob.includes("*")) return glob === name;
  return fits(glob.split("."), name.split("."), (part) => part === "**", fitsSegment);
}
