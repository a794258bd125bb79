/** Kinds for the tests of loading, which does not know the real ones. */
export function recognize(text: string): "csdl" | "page" | undefined {
  if (/<(edmx:)?Edmx\b/.test(text)) return "csdl";
  return text.startsWith("# ") ? "page" : undefined;
}
