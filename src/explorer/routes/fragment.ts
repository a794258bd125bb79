/** The parts of a fragment: a text of any characters, there and back. */

/** A part as it stands between two slashes. What is no Unicode scalar value has no percent-encoding: it becomes `%uD800`. */
export function encodedPart(part: string): string {
  return part.replace(/\p{Cs}+|\P{Cs}+/gu, (run) =>
    /^\p{Cs}/u.test(run) ? surrogatesOf(run) : encodeURIComponent(run).replace(/%(?:7B|7D|24|40|3A|2C)/g, readable),
  );
}

/** The text of a part; one that is encoded wrongly stands for itself. */
export function decodedPart(part: string): string {
  try {
    return part
      .split(/%u([0-9A-Fa-f]{4})/)
      .map((piece, index) => (index % 2 === 0 ? decodeURIComponent(piece) : String.fromCharCode(parseInt(piece, 16))))
      .join("");
  } catch {
    return part;
  }
}

/** Characters that stand for themselves in a fragment (RFC 3986 §3.5) and, of braces, in those of browsers. */
function readable(encoded: string): string {
  return decodeURIComponent(encoded);
}

function surrogatesOf(run: string): string {
  return [...run].map((one) => `%u${one.charCodeAt(0).toString(16).toUpperCase()}`).join("");
}
