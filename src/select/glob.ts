/**
 * Whether a pattern fits a list of items from end to end. A part of the pattern that `isAny` takes as many items as
 * need be, any other exactly one. Only the last such part is ever tried again, so the time is at most the product of
 * the two lengths, whatever the pattern is.
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

/** `*` stands for any run of characters; the text is one segment, so there is nothing that it must not cross. */
export function fitsSegment(glob: string, text: string): boolean {
  if (!glob.includes("*")) return glob === text;
  return fits(
    glob.split(""),
    text.split(""),
    (part) => part === "*",
    (part, character) => part === character,
  );
}

/** A dotted name: `*` stands for characters of one part, `**` for any number of parts. */
export function fitsName(glob: string, name: string): boolean {
  if (!glob.includes("*")) return glob === name;
  return fits(glob.split("."), name.split("."), (part) => part === "**", fitsSegment);
}
