/**
 * Turns JSON that was written by hand into JSON of the same length, so that offsets stay. Each repair is for a fault
 * that examples have many times: curly and single quotes, a placeholder `{id}` for a value, an ellipsis for omitted
 * members, a line break inside a string.
 */
export function repairedJson(text: string): string {
  let repaired = "";
  let rest = text;
  while (rest !== "") {
    const [piece, same] = nextPiece(rest);
    repaired += same;
    rest = rest.slice(piece.length);
  }
  return repaired;
}

const PIECES: readonly (readonly [RegExp, (piece: string) => string])[] = [
  // Control characters inside a string, which JSON wants escaped.
  [/^"(?:[^"\\\n]|\\.)*"/, (piece) => piece.replace(/[\t\r]/g, " ")],
  [/^[“”](?:[^"“”\n]*)[“”"]/, quoted],
  [/^"[^"“”\n]*[“”]/, quoted],
  [/^'(?:[^'\n"\\]*)'/, quoted],
  [/^"(?:[^"\\]|\\.)*"(?=\s*[,}\]:])/, (piece) => piece.replace(/[\t\r\n]/g, " ")],
  // A placeholder `{id}` or `<id>` for a value.
  [/^:\s*(?:\{[\w-]+\}|<[\w -]+>)/, (piece) => piece.replace(/[{}<>]/g, '"')],
  [/^(?:\.{3,}|…)/, (piece) => " ".repeat(piece.length)],
  [/^[^"“”':.…]+/, (piece) => piece.replace(/[\u00a0\u200b\u2028\u2029]/g, " ")],
];

function nextPiece(rest: string): readonly [string, string] {
  for (const [pattern, repair] of PIECES) {
    const piece = pattern.exec(rest)?.[0];
    if (piece !== undefined) return [piece, repair(piece)];
  }
  const [first = ""] = rest;
  return [first, first];
}

function quoted(piece: string): string {
  return `"${piece.slice(1, -1).replace(/["\\]/g, "'")}"`;
}
