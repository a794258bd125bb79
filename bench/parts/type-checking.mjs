import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inTurns } from "../measure/rounds.mjs";
import { usageOf } from "../measure/usage.mjs";
import { atMost } from "../report/budget.mjs";
import { megabytes, more, seconds } from "../report/figures.mjs";
import { graphOutput } from "../subjects/tool.mjs";

const compilers = { 5.9: "typescript", "6.0": "typescript-6.0", "7.0": "typescript-7.0" };
const programs = ["empty", "types-only", "client-and-validator"];

/** What the output costs an app whenever it is compiled, over a program of nothing. */
export function typeChecking(context) {
  const folder = projects(context);
  const measured = Object.entries(compilers).map(([version, name]) => ({
    version,
    usages: inTurns(subjects(folder, name), 3),
  }));
  return {
    title: "f. What the output costs the compiler",
    text: "`tsc` on an app that imports the type `User` from `types.js`, and on one that imports client and a validator from `index.js`, over an empty program; the output for the whole of Graph as `.ts`, strict. User CPU, 3 rounds.",
    head: ["TypeScript", "program", "user CPU", "over empty", "peak memory", "errors"],
    rows: measured.flatMap(({ version, usages }) => programs.map((program) => row(version, program, usages))),
    budgets: measured
      .filter(({ version }) => version === "5.9")
      .flatMap(({ usages }) => [
        atMost("tsc 5.9 of an app on the types, over an empty program", 0.8, over(usages, "types-only"), more),
        atMost(
          "tsc 5.9 of an app on client and validators, over an empty program",
          1.5,
          over(usages, "client-and-validator"),
          more,
        ),
      ]),
  };
}

function projects(context) {
  const folder = join(context.folder, "type-checking");
  cpSync(graphOutput(context), join(folder, "graph"), { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  for (const program of programs) {
    cpSync(fileURLToPath(new URL(`../apps/${program}.ts`, import.meta.url)), join(folder, `${program}.ts`));
    mkdirSync(join(folder, program));
    writeFileSync(
      join(folder, program, "tsconfig.json"),
      JSON.stringify({ compilerOptions, files: [`../${program}.ts`] }),
    );
  }
  return folder;
}

const compilerOptions = {
  target: "es2022",
  lib: ["es2022"],
  types: [],
  module: "nodenext",
  moduleResolution: "nodenext",
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  skipLibCheck: true,
  noEmit: true,
};

function subjects(folder, compiler) {
  const tsc = fileURLToPath(new URL(`../node_modules/${compiler}/bin/tsc`, import.meta.url));
  return Object.fromEntries(
    programs.map((program) => [program, () => usageOf([tsc, "-p", join(folder, program), "--pretty", "false"])]),
  );
}

function over(usages, program) {
  return usages[program].user - usages.empty.user;
}

function row(version, program, usages) {
  const { user, peak, said } = usages[program];
  const errors = said.split("\n").filter((line) => line.includes("error TS"));
  return [
    version,
    program,
    seconds(user),
    program === "empty" ? "" : more(over(usages, program)),
    megabytes(peak),
    `${errors.length}`,
  ];
}
