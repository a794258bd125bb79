import { styleText } from "node:util";

/** The text in a style if `color` is true, which depends on the stream that it is written to. */
export function paint(style: "green" | "red" | "gray" | "bold", text: string, color: boolean): string {
  return color ? styleText(style, text, { validateStream: false }) : text;
}

/** `1 file`, `2 files`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
