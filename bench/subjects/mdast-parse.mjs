// What the usual parser of markdown takes for the pages of a folder: a whole process that makes a tree of each page,
// with tables, and does nothing with it.
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { readFileSync } from "node:fs";
import process from "node:process";
import { pagesBelow } from "../inputs/pages.mjs";

const options = {
  extensions: [gfmTable()],
  mdastExtensions: [gfmTableFromMarkdown()],
};
for (const path of pagesBelow(process.argv[2])) fromMarkdown(readFileSync(path, "utf8"), options);
