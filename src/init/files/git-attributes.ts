/**
 * The text of `.gitattributes` with a line for each output folder: generated for reviews, and with LF on every system, as
 * it is written. Undefined if nothing changes. `existing` is the text of the file, if there is one.
 */
export function withAttributes(existing: string | undefined, outputs: readonly string[]): string | undefined {
  const text = existing ?? "";
  const patterns = new Set(text.split(/\r?\n/).map((line) => line.trim().split(/\s+/)[0]));
  const missing = outputs.map(patternOf).filter((pattern) => !patterns.has(pattern));
  if (missing.length === 0) return undefined;
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const start = text === "" || text.endsWith("\n") ? text : text + end;
  return start + missing.map((pattern) => `${pattern} linguist-generated=true text eol=lf${end}`).join("");
}

/** Patterns of git end at a space. */
function patternOf(folder: string): string {
  const pattern = `${folder}/**`;
  return /\s/.test(pattern) ? `"${pattern}"` : pattern;
}
