/** Kinds for the tests of loading, which does not know the real ones. */
export function recognise(text: string): "csdl" | "page" | undefined {
  if (/<(edmx:)?Edmx\b/.test(text)) return "csdl";
  return text.startsWith("# ") ? "page" : undefined;
}
