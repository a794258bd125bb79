import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pageFolder } from "../inputs/corpus.mjs";
import { megabytesBelow, pagesBelow } from "../inputs/pages.mjs";
import { inTurns } from "../measure/rounds.mjs";
import { usageOf } from "../measure/usage.mjs";
import { atMostSeconds, reference } from "../report/budget.mjs";
import { count, megabytes, megabytesPerSecond, seconds, times } from "../report/figures.mjs";
import { convert } from "../subjects/tool.mjs";

const mdastParse = fileURLToPath(new URL("../subjects/mdast-parse.mjs", import.meta.url));

/** Megabytes of pages that are read, merged and converted in a second of CPU. */
const GOAL = 8;

/** The reference pages of Graph, read, merged and converted to CSDL, beside what a parser of markdown takes for them. */
export function referencePages({ tool, folder }) {
  const size = megabytesBelow(pageFolder);
  const subjects = {
    ours: () => convert(tool, pageFolder, join(folder, "pages.xml")),
    mdast: () => usageOf([mdastParse, pageFolder]),
  };
  const { ours, mdast } = inTurns(subjects, 3);
  const row = (name, { cpu, peak }) => [
    name,
    seconds(cpu),
    megabytesPerSecond(size / cpu),
    times(cpu / ours.cpu),
    megabytes(peak),
  ];
  return {
    title: "i. Reference pages",
    text: `The ${count(pagesBelow(pageFolder).length)} pages of Graph v1.0 (${size.toFixed(1)} MB of markdown) to a model and that to CSDL, against a process that makes a tree of each page with mdast (CommonMark and tables), and nothing else. 3 rounds.`,
    head: ["", "CPU", "pages per second of CPU", "× odata-codegen", "peak memory"],
    rows: [row("odata-codegen: read, merge, convert", ours), row("mdast: parse", mdast)],
    budgets: [
      atMostSeconds(`reference pages, at ${GOAL} MB/s`, size / GOAL, ours.cpu, seconds, {
        here: mdast.cpu,
        there: size / reference.mdast,
      }),
    ],
  };
}
