import type { Code } from "../../../code/code.js";
import { LINE_WIDTH } from "../../../code/lines.js";

/** A value that is printed over several lines, on one. */
export function onOneLine(code: Code): string {
  return code
    .replaceAll(/,\n\s*(?=[}\]])/g, "\n")
    .replaceAll(/([{[])\n\s*/g, (_, open: string) => (open === "{" ? "{ " : "["))
    .replaceAll(/\n\s*([}\]])/g, (_, close: string) => (close === "}" ? " }" : "]"))
    .replaceAll(/\n\s*/g, " ");
}

/** On one line where it fits into that many columns. */
export function fitted(code: Code, column: number): string {
  const line = onOneLine(code);
  return column + line.length <= LINE_WIDTH ? line : code;
}
