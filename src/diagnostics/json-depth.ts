/** How deep JSON may nest. Its parser is recursive, and deeper texts would use up the stack. */
export const JSON_DEPTH = 100;

/** The offset of the first bracket that is deeper than the limit, of the brackets outside of strings. */
export function tooDeepAt(text: string, limit: number = JSON_DEPTH): number | undefined {
  let depth = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const character = text[offset];
    if (character === '"') offset = endOfString(text, offset);
    else if (character === "}" || character === "]") depth -= 1;
    else if (character === "{" || character === "[") {
      depth += 1;
      if (depth > limit) return offset;
    }
  }
  return undefined;
}

function endOfString(text: string, start: number): number {
  let offset = start + 1;
  while (offset < text.length && text[offset] !== '"') offset += text[offset] === "\\" ? 2 : 1;
  return offset;
}
