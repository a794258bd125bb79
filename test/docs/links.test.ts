/** Every relative link of the documentation leads to a file and, with `#`, to a heading of it. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { marked, type Tokens } from "marked";
import { expect, it } from "vitest";
import { blocksOf, root, textOf, withContents } from "./page-blocks.js";

const pages = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "test/peers/README.md",
  ...readdirSync(`${root}docs`).flatMap((name) => (name.endsWith(".md") ? [`docs/${name}`] : [])),
];

interface Link {
  readonly href: string;
  readonly isImage: boolean;
}

function linksOf(page: string): readonly Link[] {
  const links: Link[] = [];
  marked.walkTokens(marked.lexer(textOf(page)), (token) => {
    if (token.type === "link" || token.type === "image")
      links.push({ href: (token as Tokens.Link).href, isImage: token.type === "image" });
  });
  return links.filter(({ href }) => !/^[a-z]+:/.test(href));
}

/** The anchors of a page, as GitHub makes them of its headings. */
function anchorsOf(page: string): ReadonlySet<string> {
  const text = textOf(page);
  const prose = withContents(text, new Map(blocksOf(text).map((block) => [block, ""])));
  const seen = new Map<string, number>();
  return new Set(
    [...prose.matchAll(/^#{1,6} (.*)$/gm)].map(([, heading = ""]) => {
      const plain = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase();
      const anchor = plain.replaceAll(/[^\p{L}\p{N}\s_-]/gu, "").replaceAll(" ", "-");
      const count = seen.get(anchor) ?? 0;
      seen.set(anchor, count + 1);
      return count === 0 ? anchor : `${anchor}-${count}`;
    }),
  );
}

/** What is wrong with a link of a page, or nothing. */
function faultOf(page: string, { href, isImage }: Link): string | undefined {
  const [path = "", anchor] = href.split("#");
  const target = path === "" ? page : normalize(join(dirname(page), path));
  if (target.startsWith("..") || !existsSync(`${root}${target}`)) return `${page}: ${href} leads to no file`;
  if (isImage || anchor === undefined || statSync(`${root}${target}`).isDirectory()) return undefined;
  return anchorsOf(target).has(anchor) ? undefined : `${page}: ${href} leads to no heading`;
}

it.each(pages)("the links of %s lead somewhere", (page) => {
  expect(linksOf(page).flatMap((link) => faultOf(page, link) ?? [])).toEqual([]);
});

it("every page of docs is in the index", () => {
  const index = new Set(linksOf("docs/README.md").map(({ href }) => href));
  const missing = readdirSync(`${root}docs`).filter(
    (name) => name.endsWith(".md") && name !== "README.md" && !index.has(name),
  );
  expect(missing).toEqual([]);
});

it("links of the README and of docs lead to what the package holds", () => {
  const { files } = JSON.parse(textOf("package.json")) as { readonly files: readonly string[] };
  // The repository has these alone: npm's page links to it.
  const held = new Set([...files, "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "examples"]);
  const packed = pages.filter((page) => page === "README.md" || page.startsWith("docs/"));
  const targets = packed.flatMap((page) =>
    linksOf(page).map(({ href }) => normalize(join(dirname(page), href.split("#")[0] ?? ""))),
  );
  expect(targets.filter((target) => !held.has(target) && !held.has(target.split("/")[0] ?? ""))).toEqual([]);
});
