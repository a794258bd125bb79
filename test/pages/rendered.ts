import { plainText } from "../../src/pages/inline-text.js";

/**
 * What a browser shows of a page, copied as text: no front matter, marks, links, fences or comments; a table's
 * cells one blank apart; the texts that includes bring in only where they are known.
 */
export function rendered(markdown: string): string {
  const body = markdown
    .replace(/\r\n?/g, "\n")
    .replace(/^\ufeff?--- *\n[\s\S]*?^--- *\n/m, "")
    .replace(/<!--[\s\S]*?(?:-->|$)\n?/g, "");
  const lines: string[] = [];
  let fence: string | undefined;
  let table = false;
  let tab = "";
  for (const line of body.split("\n")) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    const wasTable: boolean = table;
    table = false;
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence))) {
      fence = fence === undefined ? mark : undefined;
      lines.push("");
    } else if (fence !== undefined) lines.push(line);
    else if (/^\s*#+ .*\]\(#tabs?\//.test(line)) tab = "\n";
    else if (/^#+ /.test(line)) lines.push("", plainText(line.replace(/^#+ /, "")), "");
    else if (/^\s*\|?[\s:|-]*-[\s:|-]*\|?\s*$/.test(line) && line.includes("|")) table = true;
    else if (/^\s*\|/.test(line)) {
      table = true;
      if (!wasTable && lines.at(-1) !== "") lines.push("");
      lines.push(cells(line));
    } else if (line.includes("national-cloud-support"))
      lines.push("Global service US Government L4 US Government L5 (DOD) China operated by 21Vianet");
    else if (/^\s*(?:\[!INCLUDE|---\s*$|\[[^[\]]+\]: )/i.test(line)) lines.push("");
    else {
      if (wasTable && line.trim() !== "") lines.push("");
      lines.push(plainText(line.replace(/^\s*> ?(?:\[!(\w+)\])?/, "$1").replace(/^\s*[-*+] /, "")));
    }
    if (tab !== "") {
      lines.push("");
      tab = "";
    }
  }
  return `${lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()}\n`;
}

/** The cells of a row as they are copied: a bare URL and an escaped pipe stay as they are shown. */
function cells(line: string): string {
  const shown = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "")
    .split(/(?<!\\)\|/)
    .map(plainText);
  return shown.filter((cell) => cell !== "").join(" ");
}
