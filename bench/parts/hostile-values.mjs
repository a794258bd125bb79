import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { hostilePayloads } from "../inputs/corpus.mjs";
import { median } from "../measure/rounds.mjs";
import { usageOf } from "../measure/usage.mjs";
import { atMost } from "../report/budget.mjs";
import { megabytes, milliseconds, times } from "../report/figures.mjs";
import { generate } from "../subjects/tool.mjs";

const ROUNDS = 3;
const inputs = new URL("../../test/runtime/hostile/", import.meta.url);
const subject = fileURLToPath(new URL("../subjects/hostile-value.mjs", import.meta.url));

/** What values cost that are meant to make a check run for long or take much memory. */
export async function hostileValues(context) {
  const module = await valuesAndSchemas(context);
  const { hostileValues: values } = await import(module);
  const measured = Object.keys(values(hostilePayloads)).map((name) => ({ name, ...costOf(module, name) }));
  const most = (figure) => Math.max(...measured.map((cost) => cost[figure]));
  return {
    title: "k. Hostile values",
    text: `\`validate\` on values that are meant to make a check run for long or take much memory, with at most 100 issues. Each in a process of its own: the CPU of the first call, and the peak memory of the process beside that of one that only makes the value. Medians of ${ROUNDS} rounds. Tests hold how each ends.`,
    head: ["value", "CPU", "peak memory, made", "made and checked", "×"],
    rows: measured.map(({ name, cpu, made, checked, ratio }) => [
      name,
      milliseconds(cpu),
      megabytes(made),
      megabytes(checked),
      times(ratio),
    ]),
    budgets: [
      atMost("the slowest hostile value", 0.1, most("cpu"), milliseconds),
      atMost("the hostile value of most memory, over making it", 2, most("ratio"), times),
    ],
  };
}

/** The values and the schemas for them as one module; gives its URL. */
async function valuesAndSchemas({ tool, folder }) {
  const work = join(folder, "hostile-values");
  mkdirSync(work);
  generate(tool, fileURLToPath(new URL("things.xml", inputs)), join(work, "things"));
  const values = JSON.stringify(fileURLToPath(new URL("values.ts", inputs)));
  writeFileSync(
    join(work, "entry.ts"),
    `export { hostileValues } from ${values};\nexport * as schemas from "./things/validators.js";\n`,
  );
  const outfile = join(work, "values-and-schemas.mjs");
  await build({
    entryPoints: [join(work, "entry.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "es2022",
    outfile,
  });
  return pathToFileURL(outfile).href;
}

function costOf(module, name) {
  const runs = Array.from({ length: ROUNDS }, () => {
    const made = run(module, name);
    const checked = run(module, name, "validate");
    return { cpu: Number(checked.said), made: made.peak, checked: checked.peak, ratio: checked.peak / made.peak };
  });
  const figure = (key) => median(runs.map((cost) => cost[key]));
  return { cpu: figure("cpu"), made: figure("made"), checked: figure("checked"), ratio: figure("ratio") };
}

function run(module, name, ...call) {
  const usage = usageOf([subject, module, hostilePayloads, name, ...call]);
  if (usage.status !== 0) throw new Error(`${name} ended with ${usage.status}:\n${usage.said}`);
  return usage;
}
