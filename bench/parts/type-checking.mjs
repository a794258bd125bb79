import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bareInterfaces } from "../inputs/bare-interfaces.mjs";
import { inTurns } from "../measure/rounds.mjs";
import { usageOf } from "../measure/usage.mjs";
import { atMost } from "../report/budget.mjs";
import { megabytes, more, seconds, times } from "../report/figures.mjs";
import { modules, project, selected, writeConfig } from "../subjects/projects.mjs";
import { generate, graphOutput, schemaAsJson } from "../subjects/tool.mjs";

const compilers = { 5.9: "typescript", "6.0": "typescript-6.0", "7.0": "typescript-7.0" };
const FORMATS = { "d.ts": "js", ts: "ts" };

/**
 * The programs on the output: the app, the pattern that the output is selected with, the most that it may take of
 * user CPU in each form and of memory in `.d.ts`, as multiples of the bare interfaces, both over the empty program.
 */
const programs = [
  { title: "types", app: "types", cpu: { "d.ts": 1.6, ts: 2.2 }, memory: 1.5 },
  { title: "client", app: "client", cpu: { "d.ts": 3.2, ts: 4.2 }, memory: 2.9 },
  { title: "client and one schema", app: "client-and-schema", cpu: { "d.ts": 4, ts: 9.5 }, memory: 4 },
  { title: "the same of `/users/**`", app: "client-and-schema", include: "/users/**", cpu: { "d.ts": 2, ts: 4 } },
];

/** Programs of other packages that do the same. */
const peers = [
  { title: "@microsoft/microsoft-graph-types: types", app: "microsoft-types" },
  { title: "@microsoft/msgraph-sdk with -users: client", app: "microsoft-client" },
];

const EMPTY = "empty program";
const BARE = "bare interfaces";

/** What the output costs an app whenever it is compiled, over a program of nothing. */
export function typeChecking(context) {
  const folders = projects(context);
  const measured = ["5.9", "7.0"].map((version) => ({ version, usages: inTurns(subjects(folders, version), 9) }));
  return {
    title: "f. What the output costs the compiler",
    text: "`tsc` on apps over the whole of Graph, strict, with `skipLibCheck`; each form of the output as it is written by default. Bare interfaces are the floor: the same types as nothing but interfaces and unions of literals, with their descriptions, in one `.d.ts`. User CPU and peak memory over the empty program, and as multiples of the floor. Medians of 9 rounds. Below, the errors that the whole output has with `--ts-nocheck never` and without `skipLibCheck`.",
    head: ["TypeScript", "program", "form", "user CPU", "over empty", "× floor", "memory over empty", "× floor"],
    rows: [
      ...measured.flatMap(({ version, usages }) => Object.keys(usages).map((name) => row(version, name, usages))),
      ...Object.keys(compilers).map((version) => errorsRow(version, context)),
    ],
    budgets: budgetsOf(measured.find(({ version }) => version === "5.9").usages),
  };
}

function budgetsOf(usages) {
  return programs.flatMap(({ title, cpu, memory }) => [
    ...Object.entries(cpu).map(([form, limit]) =>
      atMost(`tsc 5.9, ${title} (.${form}), over bare interfaces`, limit, cpuRatio(usages, name(title, form)), times),
    ),
    ...(memory === undefined
      ? []
      : [
          atMost(
            `tsc 5.9, ${title} (.d.ts), memory over bare interfaces`,
            memory,
            memoryRatio(usages, name(title, "d.ts")),
            times,
          ),
        ]),
  ]);
}

function name(title, form) {
  return `${title} (.${form})`;
}

/** A folder for each program, by its name. */
function projects(context) {
  const own = programs.flatMap(({ title, app, include }) =>
    Object.entries(FORMATS).map(([form, format]) => [
      name(title, form),
      project(context, app, include === undefined ? graphOutput(context, format) : selected(context, format, include)),
    ]),
  );
  const bare = project(context, "bare-interfaces");
  writeFileSync(join(bare, "bare.d.ts"), bareInterfaces(schemaAsJson(context)));
  return Object.fromEntries([
    [EMPTY, project(context, "empty")],
    [BARE, bare],
    ...own,
    ...peers.map(({ title, app }) => [title, project(context, app)]),
  ]);
}

function subjects(folders, version) {
  return Object.fromEntries(
    Object.entries(folders).map(([program, folder]) => [program, () => compile(folder, version)]),
  );
}

function compile(folder, version) {
  return usageOf([join(modules, compilers[version], "bin/tsc"), "-p", folder, "--pretty", "false"]);
}

function cpuOver(usages, program) {
  return usages[program].user - usages[EMPTY].user;
}

function memoryOver(usages, program) {
  return usages[program].peak - usages[EMPTY].peak;
}

function cpuRatio(usages, program) {
  return cpuOver(usages, program) / cpuOver(usages, BARE);
}

function memoryRatio(usages, program) {
  return memoryOver(usages, program) / memoryOver(usages, BARE);
}

function row(version, program, usages) {
  const [, title, form] = /^(.*?)(?: \((\.(?:d\.)?ts)\))?$/.exec(program);
  const { user, said } = usages[program];
  if (said.includes("error TS")) throw new Error(`${program} does not compile:\n${said}`);
  if (program === EMPTY) return [version, title, "", seconds(user), "", "", "", ""];
  return [
    version,
    title,
    form ?? "",
    seconds(user),
    more(cpuOver(usages, program)),
    times(cpuRatio(usages, program)),
    megabytes(memoryOver(usages, program)),
    // Of TypeScript 7 the floor is within the noise.
    memoryOver(usages, BARE) < 1 ? "" : times(memoryRatio(usages, program)),
  ];
}

/** Compiles every file of the output unabridged. */
function errorsRow(version, context) {
  const folder = join(context.folder, `checked-${version}`);
  mkdirSync(folder, { recursive: true });
  generate(context.tool, context.schema, join(folder, "graph"), ["--ts-nocheck", "never"]);
  writeConfig(folder, { include: ["graph"] }, { skipLibCheck: false, skipDefaultLibCheck: true });
  const { user, said } = compile(folder, version);
  const errors = said.split("\n").filter((line) => line.includes("error TS"));
  return [version, "all of the output, checked", ".ts", seconds(user), `${errors.length} errors`, "", "", ""];
}
