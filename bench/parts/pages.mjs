import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pageFolders } from "../inputs/corpus.mjs";
import { megabytesBelow, pagesBelow } from "../inputs/pages.mjs";
import { inTurns } from "../measure/rounds.mjs";
import { usageOf } from "../measure/usage.mjs";
import { atLeast } from "../report/budget.mjs";
import { count, megabytes, megabytesPerSecond, seconds, times } from "../report/figures.mjs";
import { convert } from "../subjects/tool.mjs";

const mdastParse = fileURLToPath(new URL("../subjects/mdast-parse.mjs", import.meta.url));

/**
 * The reference pages of Graph, read, merged and converted to CSDL, beside what a parser of markdown takes for them. It
 * takes as much for each page, so it is given those of one version.
 */
export function referencePages({ tool, folder }) {
  const sizes = mapped(pageFolders, megabytesBelow);
  const used = inTurns(
    {
      ...mapped(pageFolders, (pages, version) => () => convert(tool, pages, join(folder, `${version}.xml`))),
      mdast: () => usageOf([mdastParse, pageFolders["v1.0"]]),
    },
    3,
  );
  const row = (name, version, { cpu, peak }) => [
    name,
    `${version}, ${sizes[version].toFixed(1)} MB`,
    seconds(cpu),
    megabytesPerSecond(sizes[version] / cpu),
    megabytes(peak),
  ];
  const pages = sum(Object.values(pageFolders).map((pages) => pagesBelow(pages).length));
  const size = sum(Object.values(sizes));
  const ratio = used.mdast.cpu / sizes["v1.0"] / (ours(used) / size);
  return {
    title: "i. Reference pages",
    text: `The ${count(pages)} pages of Graph (${size.toFixed(1)} MB of markdown), v1.0 and beta each to a model and that to CSDL, against a process that makes a tree of each page with mdast (CommonMark and tables), and nothing else. For as much text, mdast takes ${times(ratio)} as long. 3 rounds.`,
    head: ["", "pages", "CPU", "pages per second of CPU", "peak memory"],
    rows: [
      ...Object.keys(pageFolders).map((version) => row("odata-codegen: read, merge, convert", version, used[version])),
      row("mdast: parse", "v1.0", used.mdast),
    ],
    budgets: [atLeast("all reference pages, over mdast for as much text", 6, ratio, times)],
  };
}

function ours(used) {
  return sum(Object.keys(pageFolders).map((version) => used[version].cpu));
}

function sum(values) {
  return values.reduce((all, value) => all + value, 0);
}

function mapped(object, change) {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value, name)]));
}
