import { Ajv } from "ajv";
import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "jsonc-parser";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { checkedConfig } from "../../src/config/check-config.js";
import { programValue } from "../../src/config/config-value.js";
import { configSchema } from "../../src/config/json-schema.js";
import { generateOptions } from "../../src/config/options/generate.js";
import { Report } from "../../src/diagnostics/report.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const matches = new Ajv({ allErrors: true }).compile(configSchema());

function isAccepted(config: unknown): boolean {
  const report = new Report();
  checkedConfig(programValue(config, "c.json"), report);
  return !report.failed;
}

/** The config files in code blocks of the documentation and of tests. */
function writtenConfigs(): readonly (readonly [string, unknown])[] {
  const folders = ["", "docs", "schemas"];
  const pages = folders.flatMap((folder) =>
    readdirSync(join(root, folder)).flatMap((name) => (name.endsWith(".md") ? [join(folder, name)] : [])),
  );
  const blocks = pages.flatMap((page) =>
    [...readFileSync(join(root, page), "utf8").matchAll(/^```jsonc?\n([\s\S]*?)^```/gm)].map(
      ([, text = ""]) => [page, parse(text, [], { allowTrailingComma: true }) as unknown] as const,
    ),
  );
  const files = globSync("**/odata-codegen.config.json", { cwd: root, ignore: ["**/node_modules/**"] });
  const texts = files.map((path) => [path, parse(readFileSync(join(root, path), "utf8")) as unknown] as const);
  const isConfig = (value: unknown) =>
    typeof value === "object" && value !== null && "services" in value && !("lockVersion" in value);
  return [...blocks, ...texts].filter(([, value]) => isConfig(value));
}

describe("the schema of the config file", () => {
  it("takes every config file that is written somewhere", () => {
    const configs = writtenConfigs();
    expect(configs.length).toBeGreaterThan(5);
    for (const [where, config] of configs) expect([where, matches(config) || matches.errors]).toEqual([where, true]);
  });

  it("says of every member what it does, and of every option what is known", () => {
    const { properties } = (configSchema() as { definitions: { service: { properties: object } } }).definitions.service;
    expect(Object.entries(properties).filter(([, { description = "" }]) => description.length < 10)).toEqual([]);
    expect(properties).toMatchObject({
      importExtension: { enum: ["js", "ts", "none"], default: "js", description: generateOptions.importExtension.help },
    });
  });

  it("refuses exactly what the tool refuses, in every option and input", () => {
    const texts = [
      "",
      "x",
      "env:",
      "env:A",
      "types",
      "client",
      "js",
      "notNull",
      "https://h/x",
      "https://me:x@h/",
      "h/x",
    ];
    const scalar = fc.constantFrom<unknown>(...texts, true, false, 0, 1, -1, 1.5, null);
    const list = fc.array(scalar, { maxLength: 3 });
    const map = fc.dictionary(fc.constantFrom("a", "a b", "n.user", "n.*"), scalar, { maxKeys: 2 });
    const keysOf = (names: readonly string[], value: fc.Arbitrary<unknown>) =>
      fc.dictionary(fc.constantFrom(...names, "other"), value, { maxKeys: 4 });
    const remote = keysOf(["url", "headers", "file", "cert", "key", "ca", "passphrase"], fc.oneof(scalar, map));
    const suppressions = fc.array(keysOf(["cause", "reason", "element", "page"], scalar), { maxLength: 2 });
    const input = fc.oneof(scalar, remote, fc.array(fc.oneof(scalar, remote), { maxLength: 2 }));
    const options = fc.dictionary(
      fc.constantFrom(...Object.keys(generateOptions), "other"),
      fc.oneof(scalar, list, map),
      { maxKeys: 1 },
    );
    // One member beside valid ones, so that no other fault hides what is made of it.
    const member = fc.oneof(
      options,
      fc.record({ input }),
      fc.record({ suppressions: fc.oneof(scalar, suppressions) }),
      fc.record({ output: fc.oneof(scalar, list) }),
    );
    const config = fc.oneof(
      member.map((given) => ({ services: { a: { input: "x", output: "o", ...given } } })),
      options.map((defaults) => ({ defaults, services: { a: { input: "x", output: "o" } } })),
    );
    let valid = 0;
    fc.assert(
      fc.property(config, (value) => {
        const isValid = isAccepted(value);
        valid += Number(isValid);
        expect({ value, isValid: matches(value) }).toEqual({ value, isValid });
      }),
      { numRuns: 3000, seed: 18 },
    );
    expect(valid).toBeGreaterThan(600);
  });

  it.each([
    ["services", {}],
    ["input", { services: { a: { output: "a" } } }],
    ["an option", { services: { a: { input: "a", output: "a", runtme: "inline" } } }],
    ["an option of the command line", { services: { a: { input: "a", output: "a", check: true } } }],
    ["a choice", { services: { a: { input: "a", output: "a", emit: ["validator"] } } }],
    ["a certificate for a key", { services: { a: { input: { url: "https://h/x", key: "k" }, output: "a" } } }],
    ["an output for all", { defaults: { output: "a" }, services: { a: { input: "a", output: "a" } } }],
  ])("refuses a config file without, or with a wrong one: %s", (_, config) => {
    expect([matches(config), isAccepted(config)]).toEqual([false, false]);
  });
});
