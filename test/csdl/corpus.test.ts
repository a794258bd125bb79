import { readdirSync, readFileSync, existsSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { isCsdlJson, isCsdlXml } from "../../src/csdl/recognize.js";
import { writeCsdlJson } from "../../src/csdl/write-json.js";
import { writeCsdlXml } from "../../src/csdl/write-xml.js";
import { type CsdlDocument, isBefore4 } from "../../src/edm/document.js";
import { corpus, describeWithCorpus } from "../support/corpus.js";
import { type Outcome, plain, readJsonText, readXmlText } from "./reading.js";

function filesIn(folder: string, extensions: RegExp): readonly string[] {
  // Where there is no corpus the tests are skipped, but still listed.
  if (!existsSync(corpus)) return [];
  const files = readdirSync(path.join(corpus, folder), { recursive: true, encoding: "utf8" });
  return files.filter((file) => extensions.test(file)).sort();
}

function read(folder: string, file: string): Outcome {
  const text = readFileSync(path.join(corpus, folder, file), "utf8");
  return isCsdlJson(text) ? readJsonText(text, file) : readXmlText(text, file);
}

function codesOf({ report }: Outcome): readonly string[] {
  return [...new Set(report.diagnostics.map(({ code }) => code))].sort();
}

describeWithCorpus("real CSDL documents", () => {
  const xml = filesIn("csdl", /\.(?:xml|edmx|csdl|metadata)$/);
  const json = filesIn("csdl", /\.json$/);

  it("are all recognized", () => {
    const strangers = [...xml, ...json].filter((file) => {
      const text = readFileSync(path.join(corpus, "csdl", file), "utf8");
      return isCsdlXml(text) === isCsdlJson(text);
    });
    expect(strangers).toEqual([]);
  });

  it("are read, those of OData 2.0 and 3.0 too", () => {
    const counts = { documents: 0, clean: 0, old: 0, none: 0 };
    for (const file of [...xml, ...json]) {
      const { document, report } = read("csdl", file);
      if (document === undefined) counts.none += 1;
      else if (isBefore4(document.version)) counts.old += 1;
      else counts.documents += 1;
      if (document !== undefined && !report.failed) counts.clean += 1;
    }
    expect(counts).toEqual({ documents: 366, clean: 434, old: 78, none: 0 });
  });

  it("say the same after CSDL XML, and CSDL JSON of them stays as it is when read again", () => {
    for (const file of xml) {
      const { document, report } = read("csdl", file);
      // Those of OData 2.0 and 3.0 are converted to another version, which is tested there.
      if (document === undefined || isBefore4(document.version)) continue;
      // Members without a legal value are numbered when they are written.
      if (report.diagnostics.some(({ code }) => code === "illegal-enum-value")) continue;
      const again = readXmlText(writeCsdlXml(document), file).document;
      expect(plain(withoutUris(again)), file).toEqual(plain(withoutUris(document)));
      const text = writeCsdlJson(document);
      const { document: fromJson } = readJsonText(text, file);
      expect(fromJson === undefined ? undefined : writeCsdlJson(fromJson), file).toBe(text);
    }
  });
});

function withoutUris(document: CsdlDocument | undefined): unknown {
  return document && { ...document, references: document.references.map((reference) => ({ ...reference, uri: "" })) };
}

describeWithCorpus("Microsoft Graph", () => {
  it.each([
    ["v1.0-2021-07.csdl", 2161],
    ["beta-2021-07.csdl", 4744],
    ["v1.0-2026-08.csdl", 5017],
  ])("%s is read without errors", (file, elements) => {
    const outcome = read("graph", file);
    expect(outcome.report.failed).toBe(false);
    expect(outcome.document?.schemas.flatMap((schema) => schema.elements)).toHaveLength(elements);
    expect(codesOf(outcome)).toEqual(["duplicate-annotation", "illegal-qualifier", "shared-name"]);
  });
});

/** What the reader has to say of each; the others are sound CSDL that is hostile to what comes after. */
const HOSTILE: Readonly<Record<string, readonly string[]>> = {
  s03: ["4:13 error illegal-name"],
  s04: [
    "4:126 error illegal-name",
    "4:219 warning name-nonstandard",
    "4:259 warning name-nonstandard",
    "4:299 error illegal-name",
  ],
  s05: [
    "4:28 error illegal-name",
    "4:96 error illegal-enum-value",
    "4:147 error illegal-enum-value",
    "4:177 error illegal-enum-value",
  ],
  s07: ["4:1705 warning shared-name"],
  s08: ["3:57 error illegal-namespace", "5:60 error illegal-name"],
  s11: ["1:22 error doctype-refused"],
  s12: ["1:22 error doctype-refused"],
  s15: ["4:2176 error nesting-too-deep"],
  s16: ["4:61 error xml-malformed"],
  s17: ["4:165 error xml-malformed"],
  s21: ["4:154 error duplicate-name", "4:280 error duplicate-name", "4:356 error duplicate-name"],
};

describeWithCorpus("hostile documents", () => {
  // s18 and s19 are about bytes, which are decoded before they come here.
  it.each(filesIn("hostile", /^s(?!18|19).*\.xml$/))("%s", (file) => {
    expect(read("hostile", file).said).toEqual(HOSTILE[file.slice(0, 3)] ?? []);
  });

  it("every default of s23 keeps its exact text", () => {
    const [type] = read("hostile", "s23-defaults-and-numbers.xml").document?.schemas[0]?.elements ?? [];
    if (type?.kind !== "EntityType") throw new Error("no entity type");
    expect(type.properties.slice(1).map(({ defaultValue }) => defaultValue)).toEqual([
      "1e5",
      "  007 ",
      "9223372036854775807",
      "1.10",
      "true",
    ]);
    expect(type.annotations?.[0]?.value).toEqual({
      kind: "Constant",
      type: "String",
      value: "  two  spaces\ttab\nnew line &#10; ",
    });
  });
});
