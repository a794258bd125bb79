import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { tripPinSchema } from "../inputs/corpus.mjs";
import { median } from "../measure/rounds.mjs";
import { atMost } from "../report/budget.mjs";
import { milliseconds, times } from "../report/figures.mjs";
import { startWatch } from "../subjects/watch.mjs";

const ROUNDS = 15;

/** How long a developer waits for what a change of an input changes. */
export async function watching({ tool, folder }) {
  const project = join(folder, "watch");
  mkdirSync(project);
  const schema = join(project, "people.xml");
  copyFileSync(tripPinSchema, schema);
  const services = { people: { input: "people.xml", output: "people" } };
  writeFileSync(join(project, "odata-codegen.config.json"), JSON.stringify({ services }));
  const watch = await startWatch(tool, project);
  const measured = { node: [], watch: [], tool: [] };
  for (let round = 0; round < ROUNDS; round++) {
    measured.node.push(elapsed(() => spawnSync(process.execPath, ["-e", "0"])));
    measured.watch.push(await watch.change(schema, `Renamed${round}`));
    measured.tool.push(elapsed(() => spawnSync(process.execPath, [tool, "generate"], { cwd: project })));
  }
  await watch.end();
  return result(Object.fromEntries(Object.entries(measured).map(([name, all]) => [name, median(all)])));
}

function result({ node, watch, tool }) {
  const row = (name, time) => [name, milliseconds(time), times(time / node)];
  return {
    title: "m. While the schema changes",
    text: `TripPin (a small service) with \`generate --watch\`: from the moment that a property of the schema has another name to that in which the generated file has it, the wait for further changes included. Beside it \`node -e 0\`, and \`generate\` when nothing changed. Wall time, medians of ${ROUNDS} rounds.`,
    head: ["", "time", "× bare node"],
    rows: [row("node", node), row("watch, from change to written", watch), row("generate, nothing changed", tool)],
    budgets: [atMost("watch, from change to written", 0.3, watch, milliseconds)],
  };
}

function elapsed(run) {
  const start = performance.now();
  run();
  return (performance.now() - start) / 1000;
}
