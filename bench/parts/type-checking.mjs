import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bareInterfaces } from "../inputs/bare-interfaces.mjs";
import { inTurns } from "../measure/rounds.mjs";
import { usageOf } from "../measure/usage.mjs";
import { atMost } from "../report/budget.mjs";
import { megabytes, more, seconds, times } from "../report/figures.mjs";
import { graphOutput, schemaAsJson } from "../subjects/tool.mjs";

const compilers = { 5.9: "typescript", "6.0": "typescript-6.0", "7.0": "typescript-7.0" };
const programs = ["empty", "bare-interfaces", "types-only", "client-and-schema"];

/** How many times the user CPU of the bare interfaces a program may take, both over an empty one, by the form of the output. */
const limits = {
  ts: { "types-only": 2.2, "client-and-schema": 9.5 },
  js: { "types-only": 1.6, "client-and-schema": 4 },
};

const names = { "types-only": "the types", "client-and-schema": "client and one schema" };

/** What the output costs an app whenever it is compiled, over a program of nothing. */
export function typeChecking(context) {
  const folders = Object.keys(limits).map((format) => ({ format, folder: projects(context, format) }));
  const measured = Object.entries(compilers).flatMap(([version, name]) =>
    folders.map(({ format, folder }) => ({ version, format, usages: inTurns(subjects(folder, name), 3) })),
  );
  return {
    title: "f. What the output costs the compiler",
    text: "`tsc` on an app that imports the type `User` from `types.js`, and on one that imports client and a schema from `index.js`, over an empty program; the output for the whole of Graph as `.ts`, and as `.js` with `.d.ts` (`--emit-format js`), strict. `bare-interfaces` is the floor: the same types as nothing but interfaces and unions of literals, with their descriptions, in one file; no write shapes, no lists of members, no client, no schemas. User CPU, 3 rounds.",
    head: ["TypeScript", "output", "program", "user CPU", "over empty", "peak memory", "errors"],
    rows: measured.flatMap(({ version, format, usages }) =>
      programs.map((program) => row(version, format, program, usages)),
    ),
    budgets: measured
      .filter(({ version }) => version === "5.9")
      .flatMap(({ format, usages }) =>
        Object.entries(limits[format]).map(([program, limit]) =>
          atMost(
            `tsc 5.9 of an app on ${names[program]} (.${format}), over bare interfaces`,
            limit,
            over(usages, program) / over(usages, "bare-interfaces"),
            times,
          ),
        ),
      ),
  };
}

function projects(context, format) {
  const folder = join(context.folder, `type-checking-${format}`);
  cpSync(graphOutput(context, format), join(folder, "graph"), { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, format === "ts" ? "bare.ts" : "bare.d.ts"), bareInterfaces(schemaAsJson(context)));
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

function row(version, format, program, usages) {
  const { user, peak, said } = usages[program];
  const errors = said.split("\n").filter((line) => line.includes("error TS"));
  return [
    version,
    `.${format}`,
    program,
    seconds(user),
    program === "empty" ? "" : more(over(usages, program)),
    megabytes(peak),
    `${errors.length}`,
  ];
}
