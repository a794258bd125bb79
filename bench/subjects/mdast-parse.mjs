// What the usual parser of markdown takes for the pages of a folder: a whole process that makes a tree of each page,
// with tables and front matter, and does nothing with it.
import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfm } from "micromark-extension-gfm";
import { readFileSync } from "node:fs";
import process from "node:process";
import { pagesBelow } from "../inputs/pages.mjs";

const options = {
  extensions: [gfm(), frontmatter()],
  mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown()],
};
for (const path of pagesBelow(process.argv[2])) fromMarkdown(readFileSync(path, "utf8"), options);
