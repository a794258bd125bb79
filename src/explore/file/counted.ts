/** `1 finding`, `2,345 findings`: a count with its noun. */
export function counted(count: number, noun: string): string {
  return `${numeral(count)} ${noun}${count === 1 ? "" : "s"}`;
}

export function numeral(count: number): string {
  return count.toLocaleString("en");
}
