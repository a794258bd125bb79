import { lineAt } from "../tables/table-rows.js";
import { endOfString } from "../json/tolerant-json.js";

const REQUEST_LINE = /^(?:GET|POST|PATCH|PUT|DELETE)\s+(?:~?\/|https?:\/\/|[a-z]\w*\/)\S/;
const STATUS_LINE = /^HTTP\/\d/;
const HEADER_LINE = /^[A-Za-z][\w-]*:\s/;

/** Whether code starts with this line: a request, a response, or a JSON object of its own. */
export function startsPlainCode(line: string): boolean {
  return REQUEST_LINE.test(line) || STATUS_LINE.test(line) || /^\s*\{\s*$/.test(line);
}

/**
 * Where the code ends that starts at an offset: behind its request or status lines, their headers
 * and one body, from its brace to the one that closes it. Blank lines may stand between them.
 */
export function endOfPlainCode(text: string, start: number): number {
  let end = start;
  for (let offset = start; offset < text.length;) {
    const line = lineAt(text, offset, text.length);
    const next = Math.min(offset + line.text.length + 1, text.length);
    const trimmed = line.text.trim();
    if (/^[{[]/.test(trimmed)) return endOfJson(text, offset + line.text.indexOf(trimmed));
    if (trimmed !== "") {
      const belongs = offset === start || HEADER_LINE.test(trimmed) || (offset === end && REQUEST_LINE.test(trimmed));
      if (!belongs) return end;
      end = next;
    }
    offset = next;
  }
  return end;
}

/** Offset behind the bracket that closes the one at `start`; the end of the text when none does. */
function endOfJson(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    const c = text[i];
    if (c === '"') i = endOfString(text, i);
    else if (c === "{" || c === "[") depth++;
    else if ((c === "}" || c === "]") && --depth === 0) return i + 1;
  }
  return text.length;
}
