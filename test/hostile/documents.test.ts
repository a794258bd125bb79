import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { compile } from "../support/compile.js";
import { corpus, describeWithCorpus } from "../support/corpus.js";
import { scan } from "../support/code-scan.js";
import { generateTo } from "../support/generate.js";

const out = mkdtempSync(join(tmpdir(), "odata-codegen-hostile-"));
afterAll(() => rmSync(out, { recursive: true, force: true }));

async function run(
  file: string,
): Promise<{ readonly folder: string; readonly files: readonly string[]; readonly said: readonly string[] }> {
  const folder = join(out, file.slice(0, 3));
  const said = await generateTo(folder, [join(corpus, "hostile", file)]);
  const files = readable(folder);
  return { folder, files, said: said.map((line) => line.slice(line.indexOf(file) + file.length + 1)) };
}

function readable(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
  } catch {
    return []; // nothing was written
  }
}

function textOf(folder: string, path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

/** A run is over within five seconds, whatever the input (the corpus' MANIFEST). */
const LIMIT = 5_000;

/** Inputs that give output, and a text of theirs that it keeps. */
const safe = [
  ["s01-description-closes-comment.xml", "types.ts", "before *\\/ globalThis.PWNED=1; /* after"],
  ["s02-description-template-newline.xml", "types.ts", "`+(globalThis.PWNED=1)+` ${globalThis.PWNED=1}"],
  ["s06-prototype-names.xml", "types.ts", '["__proto__"]?: string | null;'],
  ["s07-reserved-words.xml", "types.ts", "export interface Function"],
  ["s09-windows-device-names.xml", "types.ts", "export interface"],
  ["s10-case-collisions.xml", "types.ts", "export interface User___"],
  ["s14-cyclic-reference-a.xml", "types.ts", "B?: hB.B | null;"],
  ["s18-utf16le-bom.xml", "types.ts", "export interface"],
  ["s20-reference-ssrf.xml", "types.ts", "export interface Thing"],
  ["s23-defaults-and-numbers.xml", "types.ts", "9223372036854775807"],
] as const;

/** Inputs that give none, and the errors that say why. */
const refused: readonly (readonly [string, readonly string[]])[] = [
  ["s03-type-name-injection.xml", ["4:13 - error illegal-name"]],
  [
    "s04-property-name-injection.xml",
    [
      "4:126 - error illegal-name",
      "4:219 - warning name-nonstandard",
      "4:259 - warning name-nonstandard",
      "4:299 - error illegal-name",
    ],
  ],
  [
    "s05-enum-injection.xml",
    [
      "4:28 - error illegal-name",
      "4:96 - error illegal-enum-value",
      "4:147 - error illegal-enum-value",
      "4:177 - error illegal-enum-value",
    ],
  ],
  ["s08-namespace-traversal.xml", ["3:57 - error illegal-namespace", "5:60 - error illegal-name"]],
  ["s11-billion-laughs.xml", ["1:22 - error doctype-refused"]],
  ["s12-external-entity.xml", ["1:22 - error doctype-refused"]],
  ["s13-cyclic-base-types.xml", ["4:1 - error cyclic-base", "4:121 - error cyclic-base"]],
  ["s15-deep-nesting.xml", ["4:2176 - error nesting-too-deep"]],
  ["s16-truncated-in-attribute.xml", ["4:61 - error xml-malformed"]],
  ["s17-mismatched-close.xml", ["4:165 - error xml-malformed"]],
  [
    "s21-duplicates.xml",
    ["4:154 - error duplicate-name", "4:280 - error duplicate-name", "4:356 - error duplicate-name"],
  ],
];

describeWithCorpus("hostile CSDL", () => {
  it("has a case for each input", () => {
    const cases = [
      ...safe.map(([file]) => file),
      ...refused.map(([file]) => file),
      "s19-invalid-utf8.xml",
      "s22-pattern-redos.xml",
    ];
    const shown = new Set(cases.map((file) => file.slice(0, 3)));
    const files = readdirSync(join(corpus, "hostile")).filter((file) => /^s\d\d-.*\.xml$/.test(file));
    expect(files.filter((file) => !shown.has(file.slice(0, 3)))).toEqual([]);
  });

  describe("comes out as safe code:", () => {
    it.each(safe)("%s", { timeout: LIMIT }, async (file, path, text) => {
      const { folder, files } = await run(file);
      expect(files.flatMap((name) => scan(name, textOf(folder, name)))).toEqual([]);
      expect(textOf(folder, path)).toContain(text);
    });

    it("all of it compiles", async () => {
      for (const [file] of safe) await run(file);
      expect(compile(out, "typescript-7.0")).toBe("");
    });
  });

  it("s22-pattern-redos.xml: a pattern that never ends or is none is not used, one that looks like code is a string", async () => {
    const { folder, files, said } = await run("s22-pattern-redos.xml");
    expect(said.map((line) => line.split(":").slice(0, 2).join(":"))).toEqual([
      "4:153 - warning pattern-unsafe",
      "4:257 - warning pattern-invalid",
    ]);
    expect(files.flatMap((name) => scan(name, textOf(folder, name)))).toEqual([]);
    expect(textOf(folder, "validators/checks.ts").match(/v\.pattern.*/g)).toEqual([
      'v.pattern(o["C"], c, "C", "a/;globalThis.PWNED=1;/");',
    ]);
    expect(compile(folder, "typescript-7.0", { emit: true })).toBe("");
    const { thingCreateSchema } = (await import(pathToFileURL(join(folder, "js/validators.js")).href)) as {
      thingCreateSchema: { validate: (value: object) => object };
    };
    expect(thingCreateSchema.validate({ Id: 1, A: `${"a".repeat(40)}!`, B: "(" })).toMatchObject({ ok: true });
    expect(thingCreateSchema.validate({ Id: 1, C: "x" })).toMatchObject({ issues: [{ path: ["C"], code: "format" }] });
  });

  describe("is refused with positions, and nothing is written:", () => {
    it.each(refused)("%s", { timeout: LIMIT }, async (file, expected) => {
      const { files, said } = await run(file);
      expect(files).toEqual([]);
      expect(said.map((line) => line.split(":").slice(0, 2).join(":"))).toEqual(expected);
    });

    it("s19-invalid-utf8.xml, by the offset of the byte", { timeout: LIMIT }, async () => {
      const { files, said } = await run("s19-invalid-utf8.xml");
      expect(files).toEqual([]);
      expect(said).toEqual([expect.stringContaining("unsupported-encoding: The byte at offset 765")]);
    });
  });

  it("keeps all of its odd names apart: a type called Object, one called constructor, a property __proto__", async () => {
    const { folder } = await run("s06-prototype-names.xml");
    const types = textOf(folder, "types.ts");
    for (const name of [
      "Constructor",
      "Object",
      "Array",
      "Promise",
      "String",
      "Record",
      "Partial",
      "Date",
      "ToString",
    ]) {
      expect(types).toContain(`export interface ${name} {`);
    }
    for (const name of [
      "constructor",
      "prototype",
      "toString",
      "hasOwnProperty",
      "valueOf",
      "isPrototypeOf",
      "__defineGetter__",
    ]) {
      expect(types).toMatch(new RegExp(`^ {2}${name}\\?: string \\| null(;| \\| edm\\.Inherited<"${name}">;)$`, "m"));
    }
  });
});

describeWithCorpus("a hostile page", () => {
  it("loses what is broken, row by row, and the rest is safe code that compiles", async () => {
    const { folder, files, said } = await run("s24-graph-doc-hostile.md");
    expect(said.map((line) => line.split(":").slice(0, 2).join(":")).toSorted()).toEqual([
      "12:2 - warning page-name-illegal",
      "12:50 - warning page-row-too-long",
      "13:2 - warning type-not-described",
      "14:15 - warning page-type-unreadable",
      "17:49 - warning page-name-illegal",
      "17:79 - warning page-metadata-faulty",
      "7:12 - warning page-namespace-illegal",
    ]);
    expect(files.flatMap((name) => scan(name, textOf(folder, name)))).toEqual([]);
    expect(textOf(folder, "types.ts")).toContain('["__proto__"]?: unknown;');
    expect(compile(folder, "typescript-7.0")).toBe("");
  });
});
