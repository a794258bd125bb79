import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { corpus, graphSchema, missingInputs } from "./inputs/corpus.mjs";
import { countsAllProcesses, usageOf } from "./measure/usage.mjs";
import { parts } from "./parts/parts.mjs";
import { budgetTable, page, section } from "./report/page.mjs";
import { buildTool } from "./subjects/tool.mjs";

const documentation = new URL("../docs/benchmarks.md", import.meta.url);

const { values } = parseArgs({ options: { only: { type: "string" } } });
const chosen = values.only?.split(",") ?? Object.keys(parts);
const unknown = chosen.filter((letter) => !Object.hasOwn(parts, letter));
const missing = missingInputs();

if (unknown.length > 0) end(`There is no part ${unknown.join(", ")}; the parts are ${Object.keys(parts).join(", ")}.`);
else if (missing.length > 0)
  end(`Nothing is measured: the corpus at ${corpus} lacks ${missing.join(", ")} (set ODATA_CODEGEN_CORPUS).`);
else await bench();

async function bench() {
  const folder = mkdtempSync(join(tmpdir(), "odata-codegen-bench-"));
  try {
    const context = { tool: buildTool(join(folder, "node_modules/odata-codegen")), schema: graphSchema, folder };
    const sections = [];
    for (const letter of chosen) sections.push(await measured(letter, context));
    process.stdout.write(`${budgetTable(sections.flatMap(({ budgets }) => budgets))}\n`);
    // The page is of one run: parts of several would not stand side by side.
    if (values.only === undefined) writeFileSync(documentation, page(sections, machine()));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measured(letter, context) {
  process.stderr.write(`measuring ${letter} …\n`);
  const result = await parts[letter](context);
  process.stdout.write(`${section(result)}\n\n`);
  return result;
}

function machine() {
  return {
    cores: availableParallelism(),
    node: process.versions.node,
    platform: process.platform,
    start: usageOf(["-e", "0"], { times: 10 }).cpu,
    complete: countsAllProcesses(),
  };
}

function end(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
