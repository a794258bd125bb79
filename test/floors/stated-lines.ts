/** Reads pages for the scores by rules of its own, simpler than those that are scored. */
import { at, type At, type Source } from "../../src/diagnostics/position.js";

export interface Stated {
  readonly at: At;
  readonly text: string;
}

interface Fence extends Stated {
  readonly heading: string;
}

/** The content of every fence, with the heading above it in lower case. */
function fencesOf(source: Source): readonly Fence[] {
  const fences: Fence[] = [];
  let heading = "";
  let open: { offset: number; text: string } | undefined;
  let offset = 0;
  for (const line of source.text.split("\n")) {
    const next = offset + line.length + 1;
    if (/^\s*`{3,}/.test(line)) {
      if (open !== undefined) fences.push({ at: at(source, open.offset), text: open.text, heading });
      open = open === undefined ? { offset: next, text: "" } : undefined;
    } else if (open !== undefined) open.text += `${line}\n`;
    else if (/^#+\s/.test(line) && !line.includes("](#tab")) heading = line.replace(/^#+\s*/, "").toLowerCase();
    offset = next;
  }
  return fences;
}

/** The lines of a method and a path in the first fences below a heading of HTTP requests, each text once a page. */
export function readStatedLines(source: Source): readonly Stated[] {
  const lines = new Map<string, Stated>();
  let inSection = false;
  for (const fence of fencesOf(source)) {
    if (fence.heading.startsWith("http request")) inSection = true;
    else if (/^(?:examples?|request|response|optional|request .*|path .*|query .*|function .*)\b/.test(fence.heading))
      inSection = false;
    if (!inSection) continue;
    let offset = 0;
    for (const line of fence.text.split("\n")) {
      const text = line.trim();
      const key = text.replace(/\?.*$/, "").replace(/\/$/, "");
      if (/^(?:GET|POST|PATCH|PUT|DELETE)\b/.test(text) && !lines.has(key)) {
        lines.set(key, { at: (fence.at + offset + line.indexOf(text)) as At, text }); // an offset further on in the same source
      }
      offset += line.length + 1;
    }
  }
  return [...lines.values()];
}

/** Where a body of JSON starts in a fence that shows a request or a response. */
export function readStatedBodies(source: Source): readonly Stated[] {
  return fencesOf(source).flatMap((fence) => {
    if (!/^\s*(?:HTTP\/|(?:GET|POST|PATCH|PUT|DELETE)\b)/.test(fence.text)) return [];
    const body = /^[ \t]*([{[](?!\s*[A-Za-z][\w .,'-]*[}\]])[^]*)/m.exec(fence.text);
    if (body === null) return [];
    return [{ at: (fence.at + body.index + body[0].length - (body[1] ?? "").length) as At, text: body[1] ?? "" }]; // the same
  });
}
