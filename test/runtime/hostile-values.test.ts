/** That each check ends, and how; the bench has the time and memory that it takes. */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Issue, Schema } from "../../src/runtime/validation.js";
import { compile } from "../support/compile.js";
import { corpus } from "../support/corpus.js";
import { generateTo } from "../support/generate.js";
import { hostileValues } from "./hostile/values.js";

const payloads = join(corpus, "hostile/payloads");
const values = hostileValues(existsSync(payloads) ? payloads : undefined);

/** What is found: the path and code of up to five issues, else how many there are of each code. */
const outcomes: Readonly<Record<string, string>> = {
  "control-info.json": "valid",
  "deep-5000.json": "(513 names) depth",
  "int64-and-decimal.json": "C range, C2 range, C2 range, D range, E range",
  "pattern-redos.json": "A format",
  "proto-key.json": "__proto__ unknown-property, constructor unknown-property",
  "getter that throws": " unreadable",
  "getter that throws, among unknown properties": " unreadable",
  "getter that throws, in an item": "Parts/1 unreadable, Parts/2/Id type",
  "getter that throws, of an item": "Parts/0/Id type, Parts unreadable",
  "proxy that throws": " unreadable",
  "proxy that throws when its names are read": " unreadable",
  "proxy that throws, of an array": "Names unreadable",
  "revoked proxy": " unreadable",
  "revoked proxy, in an array": "Parts unreadable",
  "revoked proxy, for a text": " unreadable",
  "object that throws as a text": "A type",
  "symbol, function and large integer": "A type, C type, E type",
  "symbol with a long name": "A type",
  "no prototype": "valid",
  "sparse array of texts": "100 missing, 1 more",
  "sparse array of objects": "100 missing, 1 more",
  "sparse array of anything": "100 missing, 1 more",
  "proxy of an array that claims a large length": "100 type, 1 more",
  "1,000,000 texts": "valid",
  "500,000 texts for a pattern": "valid",
  "100,000 objects": "valid",
  "500,000 objects": "valid",
  "500,000 wrong items": "100 type, 1 more",
  "500,000 wrong objects": "100 missing, 1 more",
  "100,000 unknown properties": "100 unknown-property, 1 more",
  "100,000 annotations": "100 unknown-property, 1 more",
  "5,000 levels": "(513 names) depth",
  "5,000 levels of arrays": "Point/coordinates/0/0/0 type, Point/coordinates/0/0 range",
  "value that holds itself": "(513 names) depth",
  "value that holds itself twice": "(513 names) depth",
  "value that holds itself in an array": "(770 names) depth",
  "2^40 ways through shared objects": "valid",
  "2^40 ways through shared objects, with a wrong one": "Other/Other/Id type",
  "50 MB of text": "Short range",
  "5,000,000 emoji": "valid",
  "5,000,001 emoji": "Short range",
  "10 MB of base64": "valid",
  "10 MB of base64, too many bytes": "ShortBytes range",
  "10 MB of digits for every type": "7 format, 1 type, 1 member",
  "10 MB of digits for a duration and a time": "Day format, Moment format, Span format",
  "10 MB of digits for rules": "C2 format, Step format",
  "1,000,000 members": "Colors member",
  "text that a pattern tries from every character": "Trimmed format",
  "10 MB of text for a pattern": "A format",
  "10 MB as the name of a type": "@odata.type odata-type",
};

function summary(issues: readonly Issue[]): string {
  if (issues.length === 0) return "valid";
  const named = issues.map(
    ({ path, code }) => `${path.length > 10 ? `(${path.length} names)` : path.join("/")} ${code}`,
  );
  if (issues.length <= 5) return named.join(", ");
  const counts = new Map<string, number>();
  for (const { code } of issues) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => `${count} ${code}`).join(", ");
}

describe("a check ends", () => {
  const folder = mkdtempSync(join(tmpdir(), "odata-codegen-hostile-values-"));
  let schemas: Readonly<Record<string, Schema<unknown>>> = {};
  beforeAll(async () => {
    await generateTo(folder, [fileURLToPath(new URL("hostile/things.xml", import.meta.url))]);
    expect(compile(folder, "typescript-7.0", { emit: true })).toBe("");
    schemas = (await import(pathToFileURL(join(folder, "js/validators.js")).href)) as typeof schemas;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("for each value with an outcome", () => {
    const made = Object.keys(values).filter((name) => !name.endsWith(".json"));
    expect(made).toEqual(Object.keys(outcomes).filter((name) => !name.endsWith(".json")));
  });

  it.each(Object.keys(values))("%s", (name) => {
    const { schema, make } = values[name] ?? expect.fail();
    const checked = schemas[schema] ?? expect.fail();
    const value = make();
    const { issues = [] } = checked.validate(value);
    expect(summary(issues)).toBe(outcomes[name]);
    expect(checked.is(value)).toBe(issues.length === 0);
    expect(JSON.stringify(issues).length).toBeLessThan(20_000);
  });
});
