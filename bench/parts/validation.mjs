import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { jsonSchema } from "../inputs/equal-schemas.mjs";
import { median } from "../measure/rounds.mjs";
import { atLeast } from "../report/budget.mjs";
import { count, times } from "../report/figures.mjs";
import { graphOutput, schemaAsJson } from "../subjects/tool.mjs";

const USER = "microsoft.graph.user";
const PROPERTIES = 60;
// How the engine compiles a validator differs by a tenth from process to process.
const PROCESSES = 5;
const subject = fileURLToPath(new URL("../subjects/validators.mjs", import.meta.url));

/** How fast a user of sixty properties is checked. */
export async function validation(context) {
  await makeValidators(context);
  const runs = Array.from({ length: PROCESSES }, () => ratesIn(context.folder));
  const names = Object.keys(runs[0].valid);
  const ofAll = (kind) => Object.fromEntries(names.map((name) => [name, median(runs.map((run) => run[kind][name]))]));
  const rates = { valid: ofAll("valid"), invalid: ofAll("invalid") };
  const ours = rates.valid["userSchema.validate"];
  const { "userSchema.validate": invalidOurs, "ajv standalone, allErrors": invalidTheirs } = rates.invalid;
  return {
    title: "h. Validating",
    text: `A user with ${PROPERTIES} properties, what they hold complete, against schemas for zod 4 and ajv 8 (as standalone code) that say the same; related entities, absent here, need only be objects. Validations per CPU second, in turns within one process, medians of 7 windows, and of these the medians of ${PROCESSES} processes. The invalid one has two issues; \`userSchema.is\` and ajv by default stop at the first, the others report both.`,
    head: ["", "valid", "userSchema.validate is", "invalid", "userSchema.validate is"],
    rows: names.map((name) => row(name, rates)),
    budgets: [
      atLeast("validating a user, over zod 4", 8, ours / rates.valid["zod safeParse"], times),
      atLeast("validating a user, over ajv standalone", 1.5, ours / rates.valid["ajv standalone"], times),
      atLeast("validating an invalid user, over ajv with allErrors", 1.5, invalidOurs / invalidTheirs, times),
    ],
  };
}

function row(name, { valid, invalid }) {
  const cells = [valid, invalid].flatMap((rates) => [
    count(Math.round(rates[name])),
    times(rates["userSchema.validate"] / rates[name]),
  ]);
  return [name, ...cells];
}

/** Writes the modules that the subject takes. */
async function makeValidators(context) {
  const { folder } = context;
  const document = schemaAsJson(context);
  await build({
    entryPoints: [join(graphOutput(context), "validators.ts")],
    bundle: true,
    format: "esm",
    target: "es2022",
    outfile: join(folder, "validators.mjs"),
  });
  const schema = jsonSchema(document, USER);
  writeStandalone(schema, false, join(folder, "ajv-first.mjs"));
  writeStandalone(schema, true, join(folder, "ajv-all.mjs"));
}

function writeStandalone(schema, allErrors, file) {
  const ajv = new Ajv.default({ allErrors, allowUnionTypes: true, code: { source: true, esm: true } });
  writeFileSync(file, standaloneCode.default(ajv, ajv.compile(schema)));
}

function ratesIn(folder) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [subject, folder, String(PROPERTIES)], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The validators cannot be measured:\n${stderr}`);
  return JSON.parse(stdout);
}
