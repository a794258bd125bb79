import { plainText } from "../../src/pages/inline-text.js";

/** What a browser shows of a page, as text: no front matter, marks, links, pipes, fences or comments. */
export function rendered(markdown: string): string {
  const body = markdown.replace(/^---\n[\s\S]*?^---\n/m, "").replace(/<!--[\s\S]*?-->\n?/g, "");
  const lines: string[] = [];
  let fenced = false;
  for (const line of body.split("\n")) {
    if (line.startsWith("```")) {
      fenced = !fenced;
      lines.push("");
    } else if (fenced) lines.push(line);
    else if (/^#+ /.test(line)) lines.push("", plainText(line.replace(/^#+ /, "")), "");
    else if (/^\|[\s:|-]+\|$/.test(line)) continue;
    else if (line.startsWith("|")) lines.push(plainText(line.slice(1, -1).replaceAll("|", " ")));
    else if (line.includes("national-cloud-support"))
      lines.push("Global service US Government L4 US Government L5 (DOD) China operated by 21Vianet");
    else if (line.startsWith("[!INCLUDE")) continue;
    else lines.push(plainText(line.replace(/^> ?/, "")));
  }
  return `${lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()}\n`;
}
