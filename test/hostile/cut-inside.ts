/** The block of a markdown page that its end cuts, by a reading of its own; undefined if none shows that it was cut. */
export function cutInside(text: string): "fence" | "comment" | "row" | undefined {
  let open: "fence" | "comment" | undefined;
  for (const line of text.split("\n")) {
    if (open === undefined && /^<!--\s*(?:\{|$)/.test(line)) open = "comment";
    if (open === "comment" && line.includes("-->")) open = undefined;
    else if (open !== "comment" && line.startsWith("```")) open = open === "fence" ? undefined : "fence";
  }
  if (open !== undefined) return open;
  const [last = "", before = ""] = text.split("\n").toReversed();
  return before.startsWith("|") && /\|\s*$/.test(before) && /^\|.*[^|\s]$/.test(last) ? "row" : undefined;
}
