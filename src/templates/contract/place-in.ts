import { at, type At, type Source } from "../../diagnostics/position.js";

/** The position of a line, counted from 1, and a column, counted from 0, whatever the line ends of the text. */
export function placeIn(source: Source, { line, column }: { readonly line: number; readonly column: number }): At {
  const before = source.text.split(/(?<=\r\n|\n|\r(?!\n))/).slice(0, line - 1);
  return at(source, before.join("").length + column);
}
