import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { graphSchema, pageFolders } from "../inputs/corpus.mjs";
import { inTurns } from "../measure/rounds.mjs";
import { usageOf } from "../measure/usage.mjs";
import { atMost } from "../report/budget.mjs";
import { kilobytes, megabytes, milliseconds, more, seconds } from "../report/figures.mjs";
import { inBrowser } from "../subjects/explorer-page.mjs";

/** The page of the whole of Graph v1.0 with its reference pages: what it takes to write, and to look at in Chromium. */
export async function explorer({ tool, folder }) {
  const file = join(folder, "graph.html");
  const inputs = [graphSchema, pageFolders["v1.0"]];
  const used = inTurns(
    {
      convert: () => succeeded([tool, "convert", ...inputs, "-o", join(folder, "graph-pages.json"), "--quiet"]),
      explore: () => succeeded([tool, "explore", ...inputs, "-o", file, "--quiet"]),
    },
    3,
  );
  const size = statSync(file).size;
  const [program, comparing] = ["explorer.js", "explorer-changes.js"].map(
    (name) => gzipSync(readFileSync(join(dirname(tool), name)), { level: 9 }).length,
  );
  const { ready, query, page, heap } = await inBrowser(file, folder);
  const over = used.explore.cpu - used.convert.cpu;
  return {
    title: "n. The page of explore",
    text: "Microsoft Graph v1.0 with its reference pages as one HTML file, in headless Chromium: five new pages until the first is shown, searches for 14 words with their rows laid out (five of each; the median of the slowest word), the page of `user` with its 136 members, and the heap after all that. `explore` and `convert` of the same inputs ran in turns, 3 rounds.",
    head: ["", "measured"],
    rows: [
      ["file", kilobytes(size)],
      ["its program, by gzip", kilobytes(program)],
      ["that of a page that compares two versions", kilobytes(comparing)],
      ["until the first page is shown", milliseconds(ready)],
      ["the slowest search", milliseconds(query)],
      ["the page of `user`", milliseconds(page)],
      ["heap", megabytes(heap)],
      ["CPU of `convert`", seconds(used.convert.cpu)],
      ["CPU of `explore`", seconds(used.explore.cpu)],
    ],
    budgets: [
      atMost("the page of Graph", 1_600_000, size, kilobytes),
      atMost("the program in it, by gzip", 12_000, program, kilobytes),
      atMost("until it is shown", 1, ready, milliseconds),
      atMost("a search in it", 0.016, query, milliseconds),
      atMost("its page of `user`", 0.1, page, milliseconds),
      atMost("its heap", 60, heap, megabytes),
      atMost("CPU of `explore` over `convert`", 1, over, more),
    ],
  };
}

function succeeded(args) {
  const usage = usageOf(args);
  if (usage.status !== 0) throw new Error(`${args[1]} ended with ${usage.status}:\n${usage.said}`);
  return usage;
}
