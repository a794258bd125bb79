import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { sampleOf, zodSchema } from "../inputs/equal-schemas.mjs";
import { throughput } from "../measure/throughput.mjs";

// Prints how often a valid and an invalid user are checked in a CPU second, by each of the validators in a folder:
// `validators.mjs`, `ajv-first.mjs`, `ajv-all.mjs`, and the schema of zod that follows from `graph.json`.

const USER = "microsoft.graph.user";

const [folder, properties] = process.argv.slice(2);
const document = JSON.parse(readFileSync(join(folder, "graph.json"), "utf8"));
const [{ userSchema }, first, all] = await Promise.all(["validators", "ajv-first", "ajv-all"].map(moduleOf));
const zod = zodSchema(document, USER);
const checks = {
  "userSchema.validate": (value) => userSchema.validate(value).ok,
  "userSchema.is": userSchema.is,
  "zod safeParse": (value) => zod.safeParse(value).success,
  "ajv standalone": first.validate,
  "ajv standalone, allErrors": all.validate,
};

const valid = sampleOf(document, USER, Number(properties));
const invalid = { ...valid, displayName: 42, birthday: "tomorrow" };
for (const [name, check] of Object.entries(checks)) {
  if (!check(valid) || check(invalid)) throw new Error(`${name} does not tell a user from another value.`);
}
process.stdout.write(JSON.stringify({ valid: throughput(bound(valid)), invalid: throughput(bound(invalid)) }));

function moduleOf(name) {
  return import(pathToFileURL(join(folder, `${name}.mjs`)).href);
}

function bound(value) {
  return Object.fromEntries(Object.entries(checks).map(([name, check]) => [name, () => check(value)]));
}
