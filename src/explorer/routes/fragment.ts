/** The parts of a fragment: a text of any characters, there and back. */

/**
 * A part as it stands between two slashes. Characters that stand for themselves in a fragment (RFC 3986 §3.5) and, of
 * braces, in those of browsers stay. What is no Unicode scalar value has no percent-encoding: it becomes `%uD800`.
 */
export function encodedPart(part: string): string {
  return part.replace(/[^\w!$'()*,.:@{}~-]/gu, (one) =>
    /\p{Cs}/u.test(one) ? `%u${one.charCodeAt(0).toString(16).toUpperCase()}` : encodeURIComponent(one),
  );
}

/** The text of a part; one that is encoded wrongly stands for itself. */
export function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part.replace(/%u(\w{4})/g, (_, unit: string) => String.fromCharCode(parseInt(unit, 16))));
  } catch {
    return part;
  }
}
