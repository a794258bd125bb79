/** A long text as string literals in single quotes, each in a line that fits. */
import type { Code } from "./code.js";
import { LINE_WIDTH } from "./lines.js";

/** Quotes and a comma. */
const AROUND = 3;

/** What cannot stand in a literal as it is, and characters that could hide or reorder what follows. */
const ESCAPED = /[\\'<]|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Breaks come after commas where there are some. Joined, the values of the literals are the text. */
export function brokenText(text: string, indent: string): readonly Code[] {
  const width = LINE_WIDTH - indent.length - AROUND;
  const parts: Code[] = [];
  for (let from = 0; from < text.length;) {
    let end = endOf(text, from, width);
    let part = escaped(text.slice(from, end));
    while (part.length > width && end - from > 1) {
      end = from + Math.ceil((end - from) / 2);
      part = escaped(text.slice(from, end));
    }
    parts.push(`'${part}'` as Code);
    from = end;
  }
  return parts;
}

function escaped(text: string): string {
  return text.replace(ESCAPED, (character) =>
    character === "\\" || character === "'" ? `\\${character}` : character.split("").map(unitOf).join(""),
  );
}

function unitOf(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function endOf(text: string, from: number, width: number): number {
  if (text.length - from <= width) return text.length;
  const comma = text.lastIndexOf(",", from + width - 1);
  // A comma far back would leave the line nearly empty.
  return comma >= from + width / 2 ? comma + 1 : from + width;
}
