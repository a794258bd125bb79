import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeCsdlJson } from "../../src/csdl/write-json.js";
import { writeCsdlXml } from "../../src/csdl/write-xml.js";
import type { CsdlDocument } from "../../src/edm/document.js";
import { plain, readJsonText, readXmlText } from "../csdl/reading.js";
import { compile } from "../support/compile.js";
import { fill, temporaryFolder } from "../support/temporary-folder.js";
import { documents } from "./document.js";
import { modelText, outputOf } from "./output.js";
import { shuffled } from "./shuffle.js";
import { printTree } from "./xml-tree.js";

const runtime = fileURLToPath(new URL("../../src/runtime", import.meta.url));

/** The seed is fixed, so that a failure is one for everybody; fast-check prints it with the smallest case it finds. */
const runs = (numRuns: number) => ({ seed: 20_260_801, numRuns });

function documentOf({ document, said }: ReturnType<typeof readXmlText>): CsdlDocument {
  expect(said).toEqual([]);
  if (document === undefined) throw new Error("nothing was read");
  return document;
}

function jsonOf(xml: string): string {
  return writeCsdlJson(documentOf(readXmlText(xml)));
}

const texts = documents.map((tree) => printTree(tree));

/** CSDL JSON has to state whether items of a collection may be null; CSDL XML may leave it open (CSDL 4.01 §7.2.1). */
function withStatedItems(xml: string): string {
  return xml.replaceAll(/<(?:Property|Parameter|ReturnType)\b[^>]*? Type="Collection\([^>]*?(?=\/?>)/g, (tag) =>
    tag.includes(" Nullable=") ? tag : `${tag} Nullable="false"`,
  );
}

describe("whatever the model", () => {
  it("it is the same after it is written as CSDL XML", () => {
    fc.assert(
      fc.property(texts, (xml) => {
        const document = documentOf(readXmlText(xml));
        const printed = writeCsdlXml(document);
        const again = documentOf(readXmlText(printed));
        expect(plain(again)).toEqual(plain(document));
        expect(writeCsdlXml(again)).toBe(printed);
      }),
      runs(60),
    );
  });

  it("it is the same after it is written as CSDL JSON", () => {
    fc.assert(
      fc.property(texts, (xml) => {
        const json = jsonOf(xml);
        const document = documentOf(readJsonText(json));
        const again = documentOf(readJsonText(writeCsdlJson(document)));
        expect(plain(again)).toEqual(plain(document));
        expect(writeCsdlJson(document)).toBe(json);
      }),
      runs(60),
    );
  });

  it("XML, JSON, XML and JSON again are the same JSON", () => {
    fc.assert(
      fc.property(texts, (xml) => {
        const json = jsonOf(xml);
        expect(jsonOf(writeCsdlXml(documentOf(readJsonText(json))))).toBe(json);
      }),
      runs(60),
    );
  });

  it("XML and JSON give the same model, and the same output", async () => {
    await fc.assert(
      fc.asyncProperty(texts.map(withStatedItems), async (xml) => {
        const json = jsonOf(xml);
        expect(modelText(json)).toBe(modelText(xml));
        expect(await outputOf(json)).toEqual(await outputOf(xml));
      }),
      runs(40),
    );
  });

  it("the order of declarations does not matter", async () => {
    await fc.assert(
      fc.asyncProperty(documents, fc.integer(), async (tree, order) => {
        const [one, other] = [printTree(tree), printTree(shuffled(tree, order))];
        expect(modelText(other)).toBe(modelText(one));
        expect(await outputOf(other)).toEqual(await outputOf(one));
      }),
      runs(40),
    );
  });

  it("the output compiles", async () => {
    const folder = temporaryFolder();
    for (const [number, xml] of fc.sample(texts, runs(25)).entries()) {
      fill(join(folder, `model-${number}`), { ...(await outputOf(xml)), "metadata.xml": xml });
    }
    expect(compile(folder, "typescript-7.0", { paths: { "@odata-codegen/runtime/*": [`${runtime}/*.ts`] } })).toBe("");
  });
});
