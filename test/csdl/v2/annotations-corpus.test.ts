import { expect, it } from "vitest";
import { readXml } from "../../../src/csdl/xml/tree/xml-tree.js";
import { Report } from "../../../src/diagnostics/report.js";
import { partsOf } from "../../../src/edm/find-element.js";
import { isBefore4 } from "../../../src/edm/document.js";
import { describeWithCorpus } from "../../support/corpus.js";
import { readXmlText } from "../reading.js";
import { oldFiles } from "./old-files.js";
import { elementsOf } from "./old-xml.js";
import { useOf } from "./sap-attributes.js";

const prefixes: ReadonlyMap<string, string> = new Map([
  ["http://www.sap.com/Protocols/SAPData", "sap"],
  ["http://www.successfactors.com/edm/sap", "sap"],
  ["http://schemas.microsoft.com/ado/2007/08/dataservices/metadata", "m"],
  ["http://schemas.microsoft.com/ado/2009/02/edm/annotation", "store"],
]);

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function printed(counts: ReadonlyMap<string, number>): string {
  const rows = [...counts].toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
  return rows.map(([key, number]) => `${String(number).padStart(6)} ${key}\n`).join("");
}

describeWithCorpus("markup beside CSDL in documents of earlier versions", () => {
  const files = oldFiles();

  it("is translated, or ignored for a reason", async () => {
    const attributes = new Map<string, number>();
    const roots = files.flatMap(({ path: name, text }) => readXml({ index: 0, name, text }, new Report()) ?? []);
    for (const element of roots.flatMap(elementsOf)) {
      for (const { name, namespace } of element.attributes) {
        const prefix = prefixes.get(namespace);
        if (prefix === undefined) continue;
        const [use, reason] = useOf(element.name, `${prefix}:${name}`);
        count(attributes, `${use} ${element.name}@${prefix}:${name}${reason === undefined ? "" : `: ${reason}`}`);
      }
    }
    await expect(printed(attributes)).toMatchFileSnapshot("annotations-corpus/attributes.txt");
  });

  it("gives annotations", async () => {
    const terms = new Map<string, number>();
    const documents = files.flatMap(({ path, text }) => readXmlText(text, path).document ?? []);
    const schemas = documents.filter(({ version }) => isBefore4(version)).flatMap((document) => document.schemas);
    const elements = schemas.flatMap((schema) => [schema, ...schema.elements]);
    for (const element of elements) {
      const annotated = "kind" in element ? [element, ...partsOf(element)] : [element];
      for (const { term } of annotated.flatMap(({ annotations }) => annotations ?? [])) count(terms, term);
    }
    await expect(printed(terms)).toMatchFileSnapshot("annotations-corpus/terms.txt");
  });
});
