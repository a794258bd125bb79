import { spawnSync } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { atMost } from "../report/budget.mjs";
import { milliseconds } from "../report/figures.mjs";
import { project, selected } from "../subjects/projects.mjs";
import { graphOutput } from "../subjects/tool.mjs";

const subject = fileURLToPath(new URL("../subjects/first-completion.mjs", import.meta.url));
const APP = "first-completion";
const ROUNDS = 5;

/** How long an editor takes to list members for the first time. */
export function editor(context) {
  const rows = ["ts", "js"].flatMap((format) => [
    { title: "the whole of Graph", format, limit: 2000, output: graphOutput(context, format) },
    { title: "`/users/**`", format, limit: 1200, output: selected(context, format, "/users/**") },
  ]);
  const measured = rows.map((row) => ({ ...row, ...firstCompletion(project(context, APP, row.output)) }));
  return {
    title: "j. In the editor",
    text: `CPU of the language service of TypeScript 5.9 from its start to the members after \`client.users.byId("x").\`, medians of ${ROUNDS} processes.`,
    head: ["output", "form", "CPU", "members"],
    rows: measured.map(({ title, format, cpu, members }) => [
      title,
      format === "ts" ? ".ts" : ".d.ts",
      milliseconds(cpu / 1000),
      `${members}`,
    ]),
    budgets: measured.map(({ title, format, limit, cpu }) =>
      atMost(
        `first completion, ${title} (${format === "ts" ? ".ts" : ".d.ts"})`,
        limit / 1000,
        cpu / 1000,
        milliseconds,
      ),
    ),
  };
}

function firstCompletion(folder) {
  const runs = Array.from({ length: ROUNDS }, () => completionIn(folder)).sort((a, b) => a.cpu - b.cpu);
  return runs[(ROUNDS - 1) / 2];
}

function completionIn(folder) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [subject, folder, `${APP}.ts`], { encoding: "utf8" });
  if (status !== 0) throw new Error(`The language service ended with ${status}:\n${stderr}`);
  return JSON.parse(stdout);
}
