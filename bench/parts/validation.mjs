import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import Ajv from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { jsonSchema, sampleOf, zodSchema } from "../inputs/equal-schemas.mjs";
import { throughput } from "../measure/throughput.mjs";
import { atLeast } from "../report/budget.mjs";
import { count, times } from "../report/figures.mjs";
import { graphOutput, schemaAsJson } from "../subjects/tool.mjs";

const USER = "microsoft.graph.user";
const PROPERTIES = 60;

/** How fast a user of sixty properties is checked. */
export async function validation(context) {
  const document = schemaAsJson(context);
  const checks = await validators(context, document);
  const valid = sampleOf(document, USER, PROPERTIES);
  const invalid = { ...valid, displayName: 42, birthday: "tomorrow" };
  for (const [name, check] of Object.entries(checks)) {
    if (!check(valid) || check(invalid)) throw new Error(`${name} does not tell a user from another value.`);
  }
  const rates = { valid: throughput(bound(checks, valid)), invalid: throughput(bound(checks, invalid)) };
  const ours = rates.valid["userSchema.validate"];
  const { "userSchema.validate": invalidOurs, "ajv standalone, allErrors": invalidTheirs } = rates.invalid;
  return {
    title: "h. Validating",
    text: `A user with ${PROPERTIES} properties, what they hold complete, against schemas for zod 4 and ajv 8 (as standalone code) that say the same; related entities, absent here, need only be objects. Validations per CPU second, in turns within one process, medians of 7 windows. The invalid one has two issues; \`userSchema.is\` and ajv by default stop at the first, the others report both.`,
    head: ["", "valid", "userSchema.validate is", "invalid", "userSchema.validate is"],
    rows: Object.keys(checks).map((name) => row(name, rates)),
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

function bound(checks, value) {
  return Object.fromEntries(Object.entries(checks).map(([name, check]) => [name, () => check(value)]));
}

async function validators(context, document) {
  const { userSchema } = await generatedSchemas(context);
  const zod = zodSchema(document, USER);
  const schema = jsonSchema(document, USER);
  return {
    "userSchema.validate": (value) => userSchema.validate(value).ok,
    "userSchema.is": userSchema.is,
    "zod safeParse": (value) => zod.safeParse(value).success,
    "ajv standalone": await standalone(schema, { allErrors: false, folder: context.folder }),
    "ajv standalone, allErrors": await standalone(schema, { allErrors: true, folder: context.folder }),
  };
}

async function generatedSchemas(context) {
  const outfile = join(context.folder, "validators.mjs");
  const entry = join(graphOutput(context), "validators.ts");
  await build({ entryPoints: [entry], bundle: true, format: "esm", target: "es2022", outfile });
  return import(pathToFileURL(outfile).href);
}

async function standalone(schema, { allErrors, folder }) {
  const ajv = new Ajv.default({ allErrors, allowUnionTypes: true, code: { source: true, esm: true } });
  const file = join(folder, `ajv-${allErrors ? "all" : "first"}.mjs`);
  writeFileSync(file, standaloneCode.default(ajv, ajv.compile(schema)));
  return (await import(pathToFileURL(file).href)).validate;
}
