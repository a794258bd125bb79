import { describe, expect, it } from "vitest";
import { inLaterVersion } from "../../src/csdl/model/later-version.js";
import { withoutSharedNames } from "../../src/csdl/model/json-names.js";
import { writeCsdlJson } from "../../src/csdl/write-json.js";
import { writeCsdlXml } from "../../src/csdl/write-xml.js";
import { Report } from "../../src/diagnostics/report.js";
import { isBefore4 } from "../../src/edm/document.js";
import { readJsonText, readXmlText } from "../csdl/reading.js";
import { oldXml } from "../csdl/v2/old-documents.js";
import { oldFiles } from "../csdl/v2/old-files.js";
import { describeWithCorpus } from "../support/corpus.js";
import { full } from "../support/full.js";

/** The lines that a schema around `children` has in CSDL 4.01, and the message about what it loses. */
function later(children: string) {
  const { document } = readXmlText(oldXml(children));
  if (document === undefined) throw new Error("nothing was read");
  const report = new Report();
  const text = writeCsdlXml(inLaterVersion(document, report));
  const lines = text.split("\n").map((line) => line.trim());
  return {
    version: /Version="([^"]*)"/.exec(text)?.[1],
    lines: lines.slice(lines.findIndex((line) => line.startsWith("<Schema")) + 1, -4),
    said: report.diagnostics.map(({ severity, message }) => `${severity}: ${message}`),
  };
}

const complex = (properties: string) => `<ComplexType Name="C">${properties}</ComplexType>`;

describe("a document of OData 2.0 in CSDL 4.01", () => {
  it("says so, and what it has lost", () => {
    const { version, said } = later(
      complex(`<Property Name="a" Type="Edm.DateTime"/><Property Name="b" Type="Edm.Time"/>`) +
        `<EntityContainer Name="S"><FunctionImport Name="f" m:HttpMethod="PUT"/></EntityContainer>`,
    );
    expect(version).toBe("4.01");
    expect(said).toEqual([
      "notice: The result is CSDL 4.01, without the types Edm.DateTime and Edm.Time (values: 2) and the HTTP methods of actions (1); generate clients from the original, since the service does not talk OData 4.",
    ]);
  });

  it.each([
    ["a point in time", `Type="Edm.DateTime" Precision="3"`, `Type="Edm.DateTimeOffset" Precision="3"`],
    ["a time of day", `Type="Edm.Time" Precision="0"`, `Type="Edm.TimeOfDay" Precision="0"`],
    ["several", `Type="Collection(Edm.DateTime)"`, `Type="Collection(Edm.DateTimeOffset)"`],
    ["another type", `Type="Edm.DateTimeOffset"`, `Type="Edm.DateTimeOffset"`],
    [
      "a default in ticks",
      `Type="Edm.DateTime" DefaultValue="/Date(1577836800000)/"`,
      `Type="Edm.DateTimeOffset" DefaultValue="2020-01-01T00:00:00.000Z"`,
    ],
    [
      "a default without a zone",
      `Type="Edm.DateTime" DefaultValue="2020-01-01T12:00:00"`,
      `Type="Edm.DateTimeOffset" DefaultValue="2020-01-01T12:00:00Z"`,
    ],
    ["a default time", `Type="Edm.Time" DefaultValue="PT1H2M"`, `Type="Edm.TimeOfDay" DefaultValue="01:02:00"`],
    ["a default that is none", `Type="Edm.Time" DefaultValue="noon"`, `Type="Edm.TimeOfDay" DefaultValue="noon"`],
  ])("%s", (_, before, after) => {
    expect(later(complex(`<Property Name="a" ${before}/>`)).lines).toEqual([
      `<ComplexType Name="C">`,
      `<Property Name="a" ${after} />`,
      `</ComplexType>`,
    ]);
  });

  it("a date without a time of day", () => {
    const term = `<Annotation xmlns="http://docs.oasis-open.org/odata/ns/edm" Term="odata_codegen.V1.DateOnly"/>`;
    const property = `<Property Name="a" Type="Edm.DateTime" Precision="0" DefaultValue="/Date(0)/">${term}</Property>`;
    expect(later(complex(property)).lines[1]).toBe(`<Property Name="a" Type="Edm.Date" DefaultValue="1970-01-01" />`);
  });

  it("parameters and results; those that may be left out stand last", () => {
    const { lines } = later(
      `<EntityContainer Name="S"><FunctionImport Name="f" m:HttpMethod="GET" ReturnType="Edm.DateTime">` +
        `<Parameter Name="a" Type="Edm.Time"/><Parameter Name="b" Type="Edm.DateTime" Nullable="false"/></FunctionImport></EntityContainer>`,
    );
    expect(lines.slice(0, 6)).toEqual([
      `<Function Name="f">`,
      `<Parameter Name="b" Type="Edm.DateTimeOffset" Nullable="false" />`,
      `<Parameter Name="a" Type="Edm.TimeOfDay">`,
      `<Annotation Term="Org.OData.Core.V1.OptionalParameter" Bool="true" />`,
      `</Parameter>`,
      `<ReturnType Type="Edm.DateTimeOffset" />`,
    ]);
  });
});

describeWithCorpus("real documents of OData 2.0 and 3.0", () => {
  it("are converted to CSDL XML and CSDL JSON that are read without an error", () => {
    let converted = 0;
    // Each third, and all of them in a full run.
    for (const { path, text } of oldFiles().filter((_, index) => full || index % 3 === 0)) {
      const { document, report } = readXmlText(text, path);
      if (document === undefined || !isBefore4(document.version) || report.failed) continue;
      const result = inLaterVersion(document, report);
      const again = [
        readXmlText(writeCsdlXml(result), path),
        readJsonText(writeCsdlJson(withoutSharedNames(result, report)), path),
      ];
      for (const { document: read, said } of again) {
        expect(read?.version, path).toBe("4.01");
        expect(
          said.filter((line) => line.includes(" error ")),
          path,
        ).toEqual([]);
      }
      expect(
        report.diagnostics.filter(({ code }) => code === "json-name-taken"),
        path,
      ).toEqual([]);
      converted += 1;
    }
    expect(converted).toBe(full ? 210 : 70);
  }, 300_000);
});
