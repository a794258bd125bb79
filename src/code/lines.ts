/** The longest line of the output in columns; only a token that is longer by itself makes a longer line. */
export const LINE_WIDTH = 100;

export function fitsLine(text: string): boolean {
  return text.length <= LINE_WIDTH;
}
