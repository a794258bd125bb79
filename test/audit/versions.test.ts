import { expect, it } from "vitest";
import { auditInputs } from "../../src/audit.js";
import { auditOf } from "../../src/audit/audit.js";
import { findingData } from "../../src/audit/report/audit-report.js";
import { versionIn } from "../../src/audit/versions.js";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { parse } from "../support/model.js";
import { csdl, pages } from "./inputs.js";

/** Pages about types that the CSDL lacks. */
const isNew = (name: string) =>
  `# ${name} resource type\n\nNamespace: n\n\n## Properties\n|Property|Type|Description|\n|:---|:---|:---|\n|a|String|x|\n`;

function audited(csdlName: string, files: Readonly<Record<string, string>>) {
  const sources = new Sources();
  const report = new Report();
  const documents = Object.entries({ ...files, [csdlName]: csdl }).flatMap(
    ([name, text]) => parse(sources.add(name, text), report) ?? [],
  );
  const findings = auditOf(auditInputs(documents, report)).map((finding) => findingData(finding, sources));
  return findings.map(({ cause, element, message, version, page }) =>
    cause === "version-differs" ? `${page?.path}: ${message}` : `${cause} ${element} ${version ?? ""}`.trim(),
  );
}

const inFolder = (folder: string, files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));

it("names pages of beta beside the CSDL of v1.0, and marks their findings", () => {
  const files = { ...inFolder("docs/beta", { ...pages, "torch.md": isNew("torch") }), "own.md": isNew("spark") };
  const count = Object.keys(pages).length + 1;
  expect(audited("graph/v1.0-2021-07.xml", files)).toEqual([
    `docs/beta/${Object.keys(pages)[0]}: ${count} pages document beta, and the CSDL is of v1.0; that may be the only reason of 1 finding on them`,
    "type-not-in-csdl n.torch beta",
    "type-not-in-csdl n.spark",
  ]);
});

it("does not name pages that the CSDL has, nor pages of its own version", () => {
  expect(audited("v1.0.xml", inFolder("docs/beta", pages))).toEqual([]);
  expect(audited("beta.xml", inFolder("docs/beta", { ...pages, "torch.md": isNew("torch") }))).toEqual([
    "type-not-in-csdl n.torch",
  ]);
});

it("takes a CSDL without a version for another one if it lacks what many pages are about", () => {
  const files = (...names: readonly string[]) =>
    inFolder("docs/beta", Object.fromEntries(names.map((name) => [`${name}.md`, isNew(name)])));
  expect(audited("n.xml", files("torch", "spark"))[0]).toBe("type-not-in-csdl n.torch");
  expect(audited("n.xml", files("torch", "spark", "flame"))[0]).toBe(
    "docs/beta/torch.md: 3 pages document beta, and the CSDL seems to be of another version; that may be the only reason of 3 findings on them",
  );
});

it("knows the version of a page by its examples and by the note of beta", () => {
  const example = `${isNew("torch")}\n## Example\n`;
  const note = isNew("torch").replace(
    "Namespace",
    "[!INCLUDE [beta-disclaimer](../../includes/beta-disclaimer.md)]\n\nNamespace",
  );
  const isNamed = (text: string) =>
    audited("v1.0.xml", { "torch.md": text }).some((line) => line.includes("1 page documents beta"));
  expect([example, note].map(isNamed)).toEqual([false, true]);
  const request = pages["lamp-get.md"].replace("/lamps/{id}", "/torches/{id}");
  const shown = (url: string) => `${request}\n## Example\n\`\`\`http\nGET ${url}\n\`\`\`\n`;
  expect(isNamed(shown("https://graph.microsoft.com/beta/torches/1"))).toBe(true);
  expect(isNamed(shown("https://graph.microsoft.com/v1.0/torches/1"))).toBe(false);
});

it.each([
  ["graph/v1.0-2021-07.csdl", "v1.0"],
  ["https://graph.microsoft.com/beta/$metadata", "beta"],
  ["beta/v1.0.xml", "v1.0"],
  ["betamax.xml", undefined],
  ["schema-v2.xml", undefined],
])("reads the version in %s", (name, version) => expect(versionIn(name)).toBe(version));
