import { endOfBrackets } from "../json/read-json.js";
import { lineAt } from "../tables/table-rows.js";

const REQUEST_LINE = /^(?:GET|POST|PATCH|PUT|DELETE)\s+(?:~?\/|https?:\/\/|[a-z]\w*\/)\S/;
const STATUS_LINE = /^HTTP\/\d/;
const HEADER_LINE = /^[A-Za-z][\w-]*:\s/;

/** Whether a line starts code: a request line, a status line, or the opening brace of a JSON object. */
export function startsPlainCode(line: string): boolean {
  return REQUEST_LINE.test(line) || STATUS_LINE.test(line) || /^\s*\{\s*$/.test(line);
}

/**
 * Offset behind the code that starts at an offset: request or status lines, their headers and one JSON body, with
 * blank lines between them.
 */
export function endOfPlainCode(text: string, start: number): number {
  let end = start;
  for (let offset = start; offset < text.length;) {
    const line = lineAt(text, offset, text.length);
    const next = Math.min(offset + line.text.length + 1, text.length);
    const trimmed = line.text.trim();
    if (/^[{[]/.test(trimmed)) return endOfBrackets(text, offset + line.text.indexOf(trimmed));
    if (trimmed !== "") {
      const belongs = offset === start || HEADER_LINE.test(trimmed) || (offset === end && REQUEST_LINE.test(trimmed));
      if (!belongs) return end;
      end = next;
    }
    offset = next;
  }
  return end;
}
