/**
 * Whether two parts of a pattern match a common character, found out by trial: on the characters of the western
 * scripts, all that stand in the pattern, and some of the rest.
 */
export function commonCharacters(pattern: string, flags: string): (one: string, other: string) => boolean {
  const matched = new Map<string, readonly boolean[]>();
  const samples = [
    ...Array.from({ length: 0x250 }, (_, code) => String.fromCodePoint(code)),
    ..."\u0301\u0391\u0416\u05d0\u0627\u0905\u1e9e\u2028\u20ac\u212a\u2160\u4e2d\uac00\u{1f600}\u{20000}",
    ...pattern,
  ];
  const matchesOf = (source: string): readonly boolean[] => {
    const known = matched.get(source) ?? samples.map((sample) => new RegExp(`^(?:${source})$`, flags).test(sample));
    matched.set(source, known);
    return known;
  };
  return (one, other) => {
    if (one === other) return true;
    const others = matchesOf(other);
    return matchesOf(one).some((matches, index) => matches && others[index]);
  };
}
