import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const BLOCK = /^[ \t>]*```[^\n]*\n([^]*?)^[ \t>]*```/gm;
const ABSOLUTE = /^GET\s+https:\/\/graph\.microsoft\.com\/v1\.0(\/\S.*?)(?:\s+HTTP\/[\d.]+)?$/i;
const RELATIVE = /^GET\s+(\/\S.*?)(?:\s+HTTP\/[\d.]+)?$/i;

/**
 * The GET requests to v1.0 in the code blocks of the pages in a folder, each once: what follows the service root, as the
 * page writes it, e.g. `/users/{id}?$select=id`.
 */
export function exampleGets(folder: string): readonly string[] {
  const pages = readdirSync(folder).sort();
  const urls = pages.flatMap((page) => urlsOf(readFileSync(join(folder, page), "utf8").replaceAll("\r", "")));
  return [...new Set(urls)];
}

/** Absolute URLs, and below the first heading of an example paths, too: before it, paths are templates. */
function urlsOf(text: string): readonly string[] {
  const examples = text.search(/^#+ .*example/im);
  return [...text.matchAll(BLOCK)].flatMap(({ 1: code = "", index }) => {
    const [first = "", ...more] = code
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
    const inExample = examples !== -1 && index > examples;
    const [, url] = ABSOLUTE.exec(first) ?? (inExample ? RELATIVE.exec(first) : null) ?? [];
    // Lines that start with `?` or `&` continue the URL.
    const end = more.findIndex((line) => !/^[?&]/.test(line));
    return url === undefined ? [] : url + more.slice(0, end === -1 ? undefined : end).join("");
  });
}
