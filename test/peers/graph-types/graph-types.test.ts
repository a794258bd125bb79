import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { propertiesOfGraph } from "../../docs/side-by-side.js";
import { corpus, describeWithCorpus } from "../../support/corpus.js";
import { generateTo } from "../../support/generate.js";
import { causes, compareTypes, type Comparison, STREAM, type Primitives, tableOf } from "./compare.js";
import { readCsdl } from "./read-csdl.js";
import { readTypes, type TypesFile } from "./read-types.js";

const csdlFile = join(corpus, "graph/v1.0-2026-08.csdl");
const ROOT = "microsoft.graph";

/** The types of this tool: exact, and `number | string` for numbers that JSON cannot hold. */
const ours: Primitives = (type) => {
  switch (type) {
    case "Edm.String":
      return ["string"];
    case "Edm.Boolean":
      return ["boolean"];
    case "Edm.Byte":
    case "Edm.SByte":
    case "Edm.Int16":
    case "Edm.Int32":
      return ["number"];
    case "Edm.Untyped":
      return ["unknown"];
    default:
      return [type.replace("Edm.", "edm.")];
  }
};

/** Microsoft's types have plain strings and numbers; a number for Int64, Decimal and Double counts as equal. */
const theirs: Primitives = (type) => {
  if (type === "Edm.Boolean") return ["boolean"];
  if (/^Edm\.(?:S?Byte|Int\d\d|Decimal|Double|Single)$/.test(type)) return ["number"];
  return type === "Edm.Untyped" || type === "Edm.Stream" ? ["any"] : ["string"];
};

/** `partners.billing` → `partnersBilling`, the name of our file and module. */
function moduleOf(namespace: string): string {
  const [first = "", ...others] = namespace.slice(ROOT.length + 1).split(".");
  return first + others.map(capital).join("");
}

/** `partners.billing` → `Partners.Billing`, in the package with `Namespace` where a type has the name. */
function packageNamesOf(namespace: string): readonly string[] {
  const name = namespace
    .slice(ROOT.length + 1)
    .split(".")
    .map(capital)
    .join(".");
  return [name, `${name}Namespace`];
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

describeWithCorpus("types of Microsoft Graph v1.0, held against its CSDL", () => {
  const out = mkdtempSync(join(tmpdir(), "odata-codegen-graph-types-"));
  afterAll(() => rmSync(out, { recursive: true, force: true }));
  const comparisons: Record<string, Comparison> = {};

  beforeAll(async () => {
    const text = readFileSync(csdlFile, "utf8");
    const csdl = readCsdl(text);
    const namespaces = [...new Set([...csdl.structured.keys(), ...csdl.enums.keys()].map(namespaceOf))];
    const below = namespaces.filter((namespace) => namespace !== ROOT);
    await generateTo(out, [csdlFile], { emit: ["types"] });
    const inOurs = new Map([["graph", ROOT], ...below.map((one) => [moduleOf(one), one] as const)]);
    const files = readdirSync(join(out, "types")).map((name): TypesFile => ({
      text: readFileSync(join(out, "types", name), "utf8"),
      namespace: inOurs.get(name.replace(/\.ts$/, "")) ?? name,
      namespaces: inOurs,
    }));
    const flat = { text: readFileSync(join(out, "types.ts"), "utf8"), namespace: ROOT, namespaces: inOurs };
    comparisons["odata-codegen"] = compareTypes(csdl, readTypes([flat, ...files]), ours, true);
    const manifest = createRequire(import.meta.url).resolve("@microsoft/microsoft-graph-types/package.json");
    const packageText = readFileSync(join(manifest, "../microsoft-graph.d.ts"), "utf8");
    const inPackage = new Map([
      ["", ROOT],
      ["microsoftgraph", ROOT],
      ...below.flatMap((one) => packageNamesOf(one).map((name) => [name, one] as const)),
    ]);
    const file = { text: packageText, namespace: ROOT, namespaces: inPackage };
    comparisons["microsoft-graph-types"] = compareTypes(csdl, readTypes([file]), theirs, false);
    process.stdout.write(`${tableOf(comparisons)}\n`);
  });

  it("are ours without a difference, but that streams are left out, and Json is any value", () => {
    const { differences, ...figures } = comparisons["odata-codegen"] ?? expect.fail("nothing was compared");
    const others = causes.filter((cause) => cause !== STREAM && differences[cause].length > 0);
    expect(others.map((cause) => [cause, differences[cause]])).toEqual([["type missing", ["microsoft.graph.Json"]]]);
    const { structured, enums } = readCsdl(readFileSync(csdlFile, "utf8"));
    const properties = [...structured.values()].flatMap((type) => [...type.properties.values()]);
    const inTypes = properties.filter(({ type }) => type !== "Edm.Stream").length;
    expect(inTypes).toBeGreaterThan(11_000);
    expect(figures).toEqual({ types: structured.size - 1, properties: inTypes, equal: inTypes, enums: enums.size });
  });

  it("are those of Microsoft's package for the most part: the reading of TypeScript finds them", () => {
    const { properties, equal } = comparisons["microsoft-graph-types"] ?? expect.fail("nothing was compared");
    expect(properties).toBeGreaterThan(10_000);
    expect(equal / properties).toBeGreaterThan(0.95);
  });

  it("are compared by figures that the README has", () => {
    const share = ({ equal = 0, properties = 0 }: Partial<Comparison> = {}) =>
      `${equal.toLocaleString("en-US")} of ${properties.toLocaleString("en-US")}`;
    expect(propertiesOfGraph).toEqual({
      ours: share(comparisons["odata-codegen"]),
      theirs: share(comparisons["microsoft-graph-types"]),
    });
  });
});

function namespaceOf(name: string): string {
  return name.slice(0, name.lastIndexOf("."));
}
