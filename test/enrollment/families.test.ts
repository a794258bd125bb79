import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compile } from "../support/compile.js";
import { describeWithCorpus } from "../support/corpus.js";
import { generateTo } from "../support/generate.js";
import { enumTypes, familyPages, requestLines, resourceTypes, shownBodies, type RequestLine } from "./family-pages.js";
import { faultOf, type Schemas } from "./family-schemas.js";
import { seedsFolder } from "./inputs.js";

/** Pages with an example of properties that the page of the type has no row for; nothing else is wrong with it. */
const withoutRow = [
  "intune-shared-devicemanagementderivedcredentialsettings-list.md",
  "intune-shared-devicemanagementscript-get.md",
  "intune-shared-devicemanagementscript-list.md",
];

describeWithCorpus("the enrollment service with all pages of its two families", () => {
  const out = mkdtempSync(join(tmpdir(), "odata-codegen-families-"));
  const pages = familyPages();
  let said: readonly string[];
  let schemas: Schemas;

  beforeAll(async () => {
    const inputs = [seedsFolder, ...Object.keys(pages)];
    const emit = ["types", "validators", "client", "examples"] as const;
    said = await generateTo(join(out, "output"), inputs, { emit });
    writeFileSync(join(out, "paths.ts"), pathsFile(requestLines(pages)));
    await generateTo(join(out, "js"), inputs, { emit, emitFormat: "js" });
    schemas = (await import(pathToFileURL(join(out, "js/validators.js")).href)) as Schemas;
  }, 120_000);
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  const textOf = (file: string) => readFileSync(join(out, "output", file), "utf8");

  it("is read without an error", () => {
    expect(said.filter((line) => line.includes(" error "))).toEqual([]);
    expect(Object.keys(pages)).toHaveLength(356);
  });

  it("has every entity and complex type, and none of them is inferred from examples", () => {
    const typeMap = textOf("type-map.ts");
    const described = resourceTypes(pages);
    expect(described.length).toBeGreaterThan(70);
    expect(described.filter(({ name }) => !typeMap.includes(`  "${name}":`))).toEqual([]);
    const inferred = said.filter((line) => line.includes("type-from-examples"));
    expect(described.filter(({ name }) => inferred.some((line) => line.includes(` ${name} is`)))).toEqual([]);
    expect(described.map(({ name }) => name)).toContain("microsoft.graph.importedWindowsAutopilotDeviceIdentityState");
  });

  it("has every enum with the members of its page", () => {
    const arrays = textOf("values.ts");
    const described = enumTypes(pages);
    expect(described).toHaveLength(48);
    for (const { name, members } of described) {
      const [, values = ""] = new RegExp(`export const ${name}Values:[^=]* = \\[([^\\]]*)\\]`).exec(arrays) ?? [];
      expect(values.match(/\w+/g) ?? [], name).toEqual(expect.arrayContaining([...members]));
    }
  });

  it("has every action, function and path, and compiles", () => {
    expect(requestLines(pages).length).toBeGreaterThan(250);
    expect(compile(out, "typescript-7.0")).toBe("");
  });

  it("validates every example body", () => {
    const bodies = shownBodies(pages);
    expect(bodies.length).toBeGreaterThan(260);
    const faults = bodies.flatMap((body) => {
      const fault = faultOf(body, schemas);
      return fault === undefined ? [] : [`${basename(body.page)} ${body.side}: ${fault}`];
    });
    expect(faults).toEqual([]);
    expect(pagesNamed("example-unsound")).toEqual(withoutRow);
  });

  it("names the pages that show an entity in a value, as no service sends it", () => {
    const wrapped = shownBodies(pages).filter(({ side, value: { value } }) => {
      return side === "response" && typeof value === "object" && value !== null && !Array.isArray(value);
    });
    expect(wrapped.length).toBeGreaterThan(40);
    const unsound = pagesNamed("example-unsound");
    const names = wrapped.map(({ page }) => basename(page)).filter((name) => !unsound.includes(name));
    expect(pagesNamed("example-wrapped")).toEqual(names.toSorted());
  });

  function pagesNamed(code: string): readonly string[] {
    const lines = said
      .filter((line) => line.includes(` ${code}: `))
      .map((line) => /[\w-]+\.md/.exec(line)?.[0] ?? line);
    return lines.toSorted();
  }
});

/** One expression for each request line, which compiles only if the client has the path and can send the request there. */
function pathsFile(lines: readonly RequestLine[]): string {
  const expressions = new Set(lines.map(expressionOf));
  return [
    'import { createClient } from "./output/index.js";',
    "declare function called<T>(method: (...parameters: never) => T): T;",
    'const client = createClient({ baseUrl: "http://localhost", credential: () => "token" });',
    ...[...expressions].map((expression) => `void ${expression};`),
  ].join("\n");
}

function expressionOf({ method, segments, operation }: RequestLine): string {
  let place = "client";
  for (const [index, segment] of segments.entries()) {
    const name = segment.replace(/\(.*$/, "");
    if (segment.startsWith("{")) place += '.byId("1")';
    else if (name.includes(".")) place += `.as("${name}")`;
    else if (index === segments.length - 1 && operation === name && method === "GET")
      place = `called(${place}.${name})`;
    else place += `.${name}`;
  }
  return `${place}.${method.toLowerCase()}`;
}
