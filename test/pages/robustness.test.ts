import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { readPage } from "../../src/pages/read-page.js";
import { corpus, describeWithCorpus } from "../support/corpus.js";
import { apiPage, enums, propertyTable, read, structured } from "./read.js";

const folder = fileURLToPath(new URL("../../schemas/intune-enrollment/pages/", import.meta.url));
const markdown = readFileSync(join(folder, "api/intune-enrollment-importeddeviceidentity-update.md"), "utf8");
const plain = readFileSync(join(folder, "api/intune-enrollment-importeddeviceidentityresult-create.txt"), "utf8");

function placesOf(text: string): readonly string[] {
  const page = read(text);
  const members = enums(page).flatMap((type) => type.members.map(({ name, at }) => `${name} ${page.place(at)}`));
  const properties = structured(page, "apiList").flatMap((type) =>
    type.properties.map(({ name, at }) => `${name} ${page.place(at)}`),
  );
  const shown = structured(page, "example").flatMap((type) =>
    type.properties.map(({ name, at }) => `${name} ${page.place(at)}`),
  );
  return [...members, ...properties, ...shown];
}

describe("bytes", () => {
  it.each([
    ["markdown", markdown],
    ["plain text", plain],
  ])("CRLF and tabs move no fact to another line or column: %s", (_, text) => {
    expect(placesOf(text.replaceAll("\n", "\r\n"))).toEqual(placesOf(text));
    expect(placesOf(text).length).toBeGreaterThan(30);
    expect(read(text.replaceAll("\n", "\r\n")).reported).toEqual(read(text).reported);
  });

  it("a byte order mark changes nothing but the first column", () => {
    expect(placesOf(`\ufeff${markdown}`)).toEqual(placesOf(markdown));
    expect(placesOf(`\ufeff${plain}`)).toEqual(placesOf(plain));
  });

  it("a tab counts as one column", () => {
    const page = read(apiPage(["|\ta\t|\tString\t|\tx\ty\t|"]));
    const [property] = structured(page, "apiList")[0]?.properties ?? [];
    expect(property?.name).toBe("a");
    expect(page.place(property?.at ?? 0)).toBe("15:3");
    expect(property?.annotations?.[0]?.value).toMatchObject({ value: "x y" });
  });

  it.each([
    ["markdown", markdown],
    ["plain text", plain],
  ])("a page cut anywhere is read as far as it goes: %s", (_, text) => {
    for (let end = 0; end <= text.length; end += 17) {
      const sources = new Sources();
      const report = new Report();
      readPage(sources.add("cut.md", text.slice(0, end)), report);
      for (const { place } of report.diagnostics)
        expect(typeof place === "number" && sources.locate(place).line).toBeGreaterThan(0);
    }
  });
});

describe("blocks that are not closed", () => {
  it("a fence ends at the next heading", () => {
    const page = read(apiPage(["|a|String|x|"]).replace("POST /things\n```", "POST /things"));
    expect(page.reported).toEqual(["6:1 page-block-unclosed"]);
    expect(propertyTable(structured(page, "apiList")[0])).toEqual({ a: "Edm.String?" });
  });

  it("a fence ends where another one opens", () => {
    const page = read(apiPage(["|a|String|x|"]).replace("``` http\nPOST", "```http\nSome prose\n```http\nPOST"));
    expect(page.reported).toContain("6:1 page-block-unclosed");
    expect(page.document.requests[0]?.template).toBe("/things");
  });

  it("a comment of metadata ends at the next heading", () => {
    const page = read(
      `# thing resource type\n\nNamespace: a.b\n\n<!-- {\n "blockType": "resource",\n "@odata.type": "a.b.thing"\n}\n\n## Properties\n|Property|Type|\n|:-|:-|\n|a|String|\n`,
    );
    expect(page.reported).toEqual(["5:1 page-block-unclosed"]);
    expect(page.document.types[0]).toMatchObject({ name: "a.b.thing", properties: [{ name: "a" }] });
  });

  it("a cell, a list and brackets without end don't stop the reader", () => {
    const deep = `${"- ".repeat(3000)}x\n\n${"> ".repeat(3000)}x\n\n${"[".repeat(50_000)}\n\n`;
    const json = `## Example\n\`\`\`http\nPOST /things\n\n${"[".repeat(20_000)}\n\`\`\`\n`;
    const page = read(`${apiPage(["|a|String|x|"])}\n${deep}${json}`);
    expect(propertyTable(structured(page, "apiList")[0])).toEqual({ a: "Edm.String?" });
    expect(page.reported.map((line) => line.split(" ")[1])).toEqual(["page-json-unreadable"]);
  });

  it("tables in lists are read", () => {
    const rows = apiPage(["|a|String|x|"]).replace(/^\|/gm, "     |");
    expect(propertyTable(structured(read(rows), "apiList")[0])).toEqual({ a: "Edm.String?" });
  });

  it("front matter that is not YAML is read by line", () => {
    const page = read(
      `---\ntitle: "x"\nms.date: 02/30/2024\ndescription: a: b: c\nms.subservice: y\n---\n${apiPage([])}`,
    );
    expect(page.reported).toEqual(["4:14 page-front-matter-faulty", "3:10 page-date-unreadable"]);
    expect(page.document.age).toEqual({ generation: 3 });
  });
});

describeWithCorpus("hostile pages", () => {
  it("lose every broken row, reported with its line, and nothing else", () => {
    const page = read(readFileSync(join(corpus, "hostile/s24-graph-doc-hostile.md"), "utf8"));
    expect(page.document).not.toHaveProperty("namespace");
    expect(page.document.types).toMatchObject([
      { name: { short: "evil" }, properties: [{ name: "__proto__", type: { type: { short: "x" } } }] },
    ]);
    expect(page.reported).toEqual([
      "17:79 page-metadata-faulty",
      "7:12 page-namespace-illegal",
      "17:49 page-name-illegal",
      "12:2 page-name-illegal",
      "14:15 page-type-unreadable",
      "12:50 page-row-too-long",
    ]);
  });
});

function readAll(
  path: string,
  keep: (name: string) => boolean,
): { readonly read: number; readonly types: number; readonly requests: number; readonly lost: number } {
  let [read, types, requests, lost] = [0, 0, 0, 0];
  for (const name of readdirSync(join(corpus, path)).filter(keep)) {
    const report = new Report();
    const document = readPage(new Sources().add(name, readFileSync(join(corpus, path, name), "utf8")), report);
    if (document === undefined) continue;
    read++;
    types += document.types.length;
    requests += document.requests.length;
    lost += report.diagnostics.filter(({ severity }) => severity === "warning").length;
  }
  return { read, types, requests, lost };
}

describeWithCorpus("the pages of the documentation", () => {
  it("reads every Intune resource page", () => {
    const all = readAll("docs/api-reference/beta/resources", (name) => name.startsWith("intune-"));
    expect(all.read).toBeGreaterThan(1400);
    expect(all.types).toBeGreaterThanOrEqual(all.read - 10);
    expect(all.lost / all.read).toBeLessThan(0.02);
  });

  it("reads the modern pages", () => {
    expect(readAll("docs/modern/api-reference/beta/api", () => true)).toEqual({
      read: 6,
      types: 15,
      requests: 6,
      lost: 1,
    });
    expect(readAll("docs/modern/api-reference/beta/resources", () => true)).toMatchObject({
      read: 10,
      requests: 0,
      lost: 0,
    });
  });
});
