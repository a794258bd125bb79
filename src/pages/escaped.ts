/** Whether a character is escaped: an odd number of backslashes stands before it. */
export function isEscaped(text: string, offset: number): boolean {
  let start = offset;
  while (text.charAt(start - 1) === "\\") start--;
  return (offset - start) % 2 === 1;
}
