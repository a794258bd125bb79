import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { median } from "../measure/rounds.mjs";
import { atMost } from "../report/budget.mjs";
import { kilobytes, milliseconds, preciseMilliseconds } from "../report/figures.mjs";
import { generate } from "../subjects/tool.mjs";

const subject = fileURLToPath(new URL("../subjects/mock.mjs", import.meta.url));

/** The mock of the whole of Graph v1.0: its code, and what it takes to start and to answer. */
export async function mocks({ tool, schema, folder }) {
  const output = join(folder, "mock-graph");
  generate(tool, schema, output, ["--emit", "mock", "--emit-format", "js"]);
  const runs = Array.from({ length: 5 }, () => run(output));
  const start = median(runs.map((one) => one.start));
  const request = median(runs.map((one) => one.request));
  const runtime = join(dirname(tool), "../dist/runtime");
  const [size, sizeOfV2] = [await sizeOf(join(runtime, "mock.js")), await sizeOf(join(runtime, "mock-v2.js"))];
  return {
    title: "o. The mock",
    text: "Microsoft Graph v1.0 as a mock in JavaScript: the CPU from loading `mock.js` to the answer to the first request, and of a request for `/users` with `$filter`, `$select` and `$top` (2,000 after 500); medians of 5 processes. The code of the runtime is bundled and minified, without what the client brings along.",
    head: ["", "measured"],
    rows: [
      ["code, by gzip", kilobytes(size)],
      ["of a service of OData 2.0", kilobytes(sizeOfV2)],
      ["start, CPU", milliseconds(start)],
      ["a request, CPU", preciseMilliseconds(request)],
    ],
    budgets: [
      atMost("the code of the mock, by gzip", 8_000, size, kilobytes),
      atMost("the start of the mock of Graph", 0.3, start, milliseconds),
      atMost("a request to it", 0.0005, request, preciseMilliseconds),
    ],
  };
}

function run(folder) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [subject, folder], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the mock ended with ${status}:\n${stderr}`);
  return JSON.parse(stdout);
}

async function sizeOf(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
  });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length;
}
