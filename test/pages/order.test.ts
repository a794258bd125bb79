import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { convert } from "../../src/convert.js";
import { nodeIo } from "../../src/sources/node-io.js";
import { describeWithCorpus } from "../support/corpus.js";
import { pageAt, pagePaths, sampleOf } from "../support/corpus-pages.js";
import { generateTexts, modelOf, type Text } from "../support/memory.js";
import { Random, seedOf } from "../support/random.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const SAMPLE = 200;
const ORDERS = 2;

function resource(name: string, intro: string, row: string): Text {
  const table = `|Property|Type|Description|\n|:-|:-|:-|\n${row}`;
  return {
    name: `${name}.md`,
    text: `# ${name} resource type\n\nNamespace: a.b\n\n${intro}\n\n## Properties\n${table}\n`,
  };
}

describe("the order of two pages", () => {
  it.each([
    [
      "that inherit from a type which no page describes",
      resource("cat", "Inherits from [pet](pet.md).", "|fur|String|x|"),
      resource("dog", "Inherits from [pet](pet.md).", "|bark|String|x|"),
      "base-not-loaded",
    ],
    [
      "that inherit from each other",
      resource("cat", "Inherits from [dog](dog.md).", "|fur|String|x|"),
      resource("dog", "Inherits from [cat](cat.md).", "|bark|String|x|"),
      "cyclic-base",
    ],
    [
      "that link to different pages for a type which none describes",
      resource("cat", "x", "|owner|[human](human.md)|x|"),
      resource("dog", "x", "|owner|[human](person.md)|x|"),
      "type-not-described",
    ],
  ])("does not matter: pages %s", async (_, one, other, code) => {
    const first = await generateTexts([one, other]);
    expect(first.said.join("\n")).toContain(code);
    expect(await generateTexts([other, one])).toEqual(first);
    expect(modelOf([other, one])).toBe(modelOf([one, other]));
  });
});

describeWithCorpus("the order of the pages", () => {
  let random: Random;
  let pages: readonly Text[] = [];

  beforeAll(() => {
    random = new Random(seedOf("Orders of pages"));
    const beta = pagePaths().filter((path) => path.startsWith("beta/"));
    const families = beta.filter((path) => /\/intune-(?:enrollment|shared)-/.test(path));
    const others = sampleOf(
      beta.filter((path) => !families.includes(path)),
      SAMPLE,
      random,
    );
    pages = [...families, ...others].map(pageAt);
  });

  it("changes neither output nor diagnostics", async () => {
    const first = await generateTexts(pages);
    expect(first.files.length).toBeGreaterThan(3);
    expect(first.said.length).toBeGreaterThan(50);
    for (let order = 0; order < ORDERS; order++) {
      const other = await generateTexts(random.shuffled(pages));
      expect(other.said).toEqual(first.said);
      expect(other.files).toEqual(first.files);
    }
  });

  it("changes no byte of the CSDL", () => {
    const model = modelOf(pages);
    for (let order = 0; order < ORDERS; order++) expect(modelOf(random.shuffled(pages))).toBe(model);
  });

  it("is that of their paths, whether a folder or its files are named", async () => {
    const some = pages.slice(0, 120);
    const folder = temporaryFolder();
    const names = some.map(({ name }) => name.replaceAll("/", "-"));
    for (const [index, { text }] of some.entries()) writeFileSync(join(folder, names[index] ?? ""), text);
    const run = async (inputs: readonly string[]) => {
      const { text, report } = await convert({ inputs, to: "csdl-xml" }, nodeIo(folder));
      return { text, said: report.diagnostics };
    };
    const whole = await run(["."]);
    expect(whole.text).toContain("EntityType");
    expect(await run(names)).toEqual(whole);
    expect(await run(random.shuffled(names))).toEqual(whole);
    expect(await run(["*.md"])).toEqual(whole);
  });
});
