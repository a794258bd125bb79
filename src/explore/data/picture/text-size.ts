/**
 * How wide texts of pictures are, in their units: a picture is laid out without a screen. Texts are of a font whose
 * characters are all 0.6 of its size wide, with a little room for fonts that come close to it.
 */
const CHARACTER = 0.61;

/** The sizes of the fonts: names in boxes, labels of lines. The styles of the page state them again. */
export const NAME_SIZE = 12;
export const LABEL_SIZE = 10;

/** The height of a box with its name, what a line more adds to it, and the room beside its texts. */
export const BOX = 24;
export const LINE = 14;
export const PADDING = 8;

export function textWidth(text: string, size: number): number {
  return Math.ceil(text.length * CHARACTER * size);
}

/** The beginning of a text that is too long. */
export function cutText(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

/** The same of a name; of one with a namespace, the end of it. */
export function cutName(name: string, length: number): string {
  const cut = name.includes(".") && name.length > length;
  return cut ? `…${name.slice(1 - length)}` : cutText(name, length);
}
