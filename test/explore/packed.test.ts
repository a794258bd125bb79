import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { ModelData } from "../../src/explore/data/format.js";
import type { PageData } from "../../src/explore/file/page-data.js";
import { packed, unpack } from "../../src/explore/file/packed.js";
import { isPageFile, pageFile } from "../../src/explore/file/page-file.js";
import { graphPage } from "./graph-page.js";
import { exploredTexts } from "./explored.js";

const parts = { program: "/* program */", styles: "/* styles */" };

/** The data in a page, as the program of the page has it. */
function dataIn(page: string): PageData {
  const [, text = ""] = /id="data">([^<]*)</.exec(page) ?? [];
  return unpack(JSON.parse(gunzipSync(Buffer.from(text, "base64")).toString()) as PageData);
}

describe("the page of the data", () => {
  it("has all of the data, with names that do not follow from others, too", async () => {
    const data = await exploredTexts(graphPage, { names: { "microsoft.graph.lamp": "Light" } });
    const [type, ...types] = data.types;
    const { update: _, ...odder } = { update: "", ...type, create: "Other" };
    const odd = { ...data, types: [odder, ...types] } as ModelData;
    for (const one of [data, odd]) {
      const { texts, ...rest } = dataIn(pageFile(one, parts));
      expect(rest).toEqual(one);
      expect(texts.counts).toMatch(/^1 type/);
    }
  });

  it("leaves out what follows", async () => {
    const data = await exploredTexts(graphPage);
    const { types } = JSON.parse(JSON.stringify(packed(data))) as ModelData;
    expect(types.flatMap((type) => Object.keys(type))).not.toContain("schema");
  });

  it("is the same text again, with the same data", async () => {
    const [first, second] = [await exploredTexts(graphPage), await exploredTexts(graphPage)];
    expect(pageFile(first, parts)).toBe(pageFile(second, parts));
  });

  it("allows its own program and styles, and no address", async () => {
    const page = pageFile(await exploredTexts(graphPage), parts);
    expect(page).toContain("default-src 'none'");
    expect(page.match(/sha256-[\w+/]{43}=/g)).toHaveLength(2);
  });

  it("is known by its beginning, as is the data in JSON", async () => {
    const data = await exploredTexts(graphPage);
    for (const own of [pageFile(data, parts), JSON.stringify(data), JSON.stringify(data, undefined, 2), ""])
      expect(isPageFile(own)).toBe(true);
    for (const other of ["<!doctype html><p>mine</p>", '{ "format": "other/1" }', "# notes"])
      expect(isPageFile(other)).toBe(false);
  });
});
