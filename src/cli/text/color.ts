import { styleText } from "node:util";

/** Text in a style; whether colour is wanted is known of the stream it goes to. */
export function paint(style: "green" | "red" | "gray" | "bold", text: string, color: boolean): string {
  return color ? styleText(style, text, { validateStream: false }) : text;
}
