/** The end of a message about an unknown name: the declared one that differs from it in letter case alone, if there is one. */
export function otherCase(name: string, declared: Iterable<string>): string {
  const lower = name.toLowerCase();
  for (const one of declared)
    if (one !== name && one.toLowerCase() === lower) return `, which has "${one}": names are case-sensitive`;
  return "";
}
