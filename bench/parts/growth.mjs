import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { doubledSchema } from "../inputs/doubled-schema.mjs";
import { inTurns } from "../measure/rounds.mjs";
import { atMost } from "../report/budget.mjs";
import { megabytes, seconds, times } from "../report/figures.mjs";
import { generate } from "../subjects/tool.mjs";

/** What twice the schema costs. */
export function growth({ tool, schema, folder }) {
  const doubled = join(folder, "doubled.csdl");
  writeFileSync(doubled, doubledSchema(readFileSync(schema, "utf8")));
  const output = join(folder, "grown");
  const cold = (input) => () => {
    rmSync(output, { recursive: true, force: true });
    return generate(tool, input, output);
  };
  const { once, twice } = inTurns({ once: cold(schema), twice: cold(doubled) }, 5);
  const ratio = twice.cpu / once.cpu;
  return {
    title: "d. Growth",
    text: "Graph v1.0, and the same with every schema a second time under another namespace, both into an empty folder. 5 rounds.",
    head: ["", "CPU", "×", "peak memory"],
    rows: [
      ["Graph v1.0", seconds(once.cpu), times(1), megabytes(once.peak)],
      ["doubled", seconds(twice.cpu), times(ratio), megabytes(twice.peak)],
    ],
    budgets: [atMost("twice the schema", 2.2, ratio, times)],
  };
}
