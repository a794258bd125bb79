import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { writeCsdlJson } from "../../src/csdl/write-json.js";
import { writeCsdlXml } from "../../src/csdl/write-xml.js";
import { corpus, describeWithCorpus } from "../support/corpus.js";
import { type Difference, differences } from "./json-twins.js";
import { readJsonText, readXmlText } from "./reading.js";

const folder = path.join(corpus, "csdl");
// Where there is no corpus the tests are skipped, but still listed.
const twins = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".json"))
      .sort()
  : [];

function xmlOf(twin: string): string {
  return twin.startsWith("csdl-json-generated/")
    ? twin.slice("csdl-json-generated/".length, -".json".length)
    : twin.replace(/\.json$/, ".xml");
}

function textOf(file: string): string {
  return readFileSync(path.join(folder, file), "utf8");
}

function jsonOfXml(text: string): string {
  const { document } = readXmlText(text);
  if (document === undefined) throw new Error("the XML was not read");
  return writeCsdlJson(document);
}

function jsonOfJson(text: string): string {
  const { document } = readJsonText(text);
  if (document === undefined) throw new Error("the JSON was not read");
  return writeCsdlJson(document);
}

interface Fault {
  readonly reason: string;
  /** Whether a difference comes from the fault. */
  readonly explains: (difference: Difference) => boolean;
  /** The files that have it, by the end of their path. */
  readonly files: readonly string[];
}

/** What is wrong in twins: one of the converter that made them, or of the XML that it read otherwise. */
const FAULTS: readonly Fault[] = [
  {
    reason:
      "No Precision of a Duration is 0 in CSDL XML (§7.2.3) and any in CSDL JSON; the converter forgets that for this type.",
    explains: ({ path: place, ours, theirs }) => place.endsWith("/$Precision") && ours === 0 && theirs === undefined,
    files: [
      "odata-v4-core/src/test/resources/unused_trippin.edmx.json",
      "docs/csdl/TripService.xml.json",
      "Metadata/MetadataMultipleNamespaces.xml.json",
      "Metadata/MetadataWithSubNamespaces.xml.json",
      "main/resource/trippin.xml.json",
    ],
  },
  {
    reason:
      "A carriage return that is written as a character reference is one (XML 1.0 §2.11); the converter drops it.",
    explains: ({ ours, theirs }) =>
      typeof ours === "string" && ours.includes("\r\n") && ours.replaceAll("\r\n", "\n") === theirs,
    files: [
      "Metadata/MetadataMultipleNamespaces.xml.json",
      "Metadata/MetadataWithSubNamespaces.xml.json",
      "Resources/dirtyMetadata.xml.json",
    ],
  },
  {
    reason: "A line break in an attribute is a blank (XML 1.0 §3.3.3); the converter keeps it.",
    explains: ({ ours, theirs }) => typeof theirs === "string" && theirs.replaceAll("\n", " ") === ours,
    files: ["vocabularies/Org.OData.Capabilities.V1.json"],
  },
  {
    reason:
      "A blank at the end of the name of a term is layout; the converter makes it a part of the name, which is then none.",
    explains: ({ path: place }) => /\/@Org\.OData\.Publication\.V1\.\w+ ?$/.test(place),
    files: [
      "fit/src/main/resources/V40/demoMetadata.xml.json",
      "client/core/demo-metadata.xml.json",
      "examples/People.xml.json",
      "examples/example.xml.json",
    ],
  },
  {
    reason: "IsBound is True in capitals, which the converter takes for false; real services write it.",
    explains: ({ path: place, ours, theirs }) => place.endsWith("/$IsBound") && ours === true && theirs === undefined,
    files: ["ODataModelRef/ODataModelRefServiceCsdl.xml.json"],
  },
  {
    reason:
      "$SRID is a string, a number in it or else variable in small letters (CSDL JSON 4.01 §7.2.6); the converter writes a number, and Variable as it finds it.",
    explains: ({ path: place, ours, theirs }) => place.endsWith("/$SRID") && ours === String(theirs).toLowerCase(),
    files: [
      "synthetic/model-features.json",
      "fit/src/main/resources/V40/demoMetadata.xml.json",
      "client/core/demo-metadata.xml.json",
    ],
  },
  {
    reason: "A type without namespace is none (CSDL 4.01 §15.3), and there is nothing to convert.",
    explains: ({ path: place, ours, theirs }) =>
      place.includes("/to_Parent/") && ours === undefined && (theirs === "Hierarchy_Type" || theirs === true),
    files: ["examples/UI.ApplyRecursiveHierarchy-sample.json"],
  },
];

function faultsOf(file: string): readonly Fault[] {
  return FAULTS.filter(({ files }) => files.some((end) => file.endsWith(`/${end}`) || file === end));
}

describeWithCorpus("the documents that exist as XML and as JSON", () => {
  it("are 72 pairs, 14 with a fault in the twin", () => {
    expect(twins).toHaveLength(72);
    expect(twins.filter((file) => faultsOf(file).length > 0)).toHaveLength(14);
  });

  it.each(twins)("say the same: %s", (twin) => {
    const found = differences(jsonOfXml(textOf(xmlOf(twin))), textOf(twin));
    const faults = faultsOf(twin);
    expect(found.filter((difference) => !faults.some(({ explains }) => explains(difference)))).toEqual([]);
    // A fault that is gone is to leave the list.
    expect(faults.filter(({ explains }) => !found.some(explains))).toEqual([]);
  });

  it.each(twins)("are read from JSON and written as they were: %s", (twin) => {
    const faults = faultsOf(twin);
    const found = differences(jsonOfJson(textOf(twin)), textOf(twin));
    expect(found.filter((difference) => !faults.some(({ explains }) => explains(difference)))).toEqual([]);
  });

  it.each(twins)("are the same again after XML, JSON, XML and JSON: %s", (twin) => {
    const once = jsonOfXml(textOf(xmlOf(twin)));
    const { document } = readJsonText(once);
    expect(document && jsonOfXml(writeCsdlXml(document))).toBe(once);
  });
});

describe("a value of media type JSON", () => {
  it("is JSON in JSON, with its digits, and a text in XML", () => {
    const xml = `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="n">
      <Annotation Term="Org.OData.JSON.V1.Schema" String='{ "maximum": 9007199254740993, "enum": [null, true, "a\\u0000b"] }'/>
      <Annotation Term="Org.OData.JSON.V1.Schema" Qualifier="q" String="{ broken"/></Schema>`;
    const json = jsonOfXml(xml);
    expect(json).toMatch(
      /"@Org.OData.JSON.V1.Schema": \{\s+"maximum": 9007199254740993,\s+"enum": \[\s+null,\s+true,\s+"a\\u0000b"\s+\]\s+\}/,
    );
    expect(json).toContain('"@Org.OData.JSON.V1.Schema#q": "{ broken"');
    const { document } = readJsonText(json);
    expect(document && writeCsdlXml(document)).toContain(
      'String="{&quot;maximum&quot;:9007199254740993,&quot;enum&quot;:[null,true,&quot;a\\u0000b&quot;]}"',
    );
  });
});

describe("the type of a record", () => {
  const document = (
    version: string,
  ) => `<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="${version}">
    <edmx:Reference Uri="https://sap.github.io/odata-vocabularies/vocabularies/UI.xml"><edmx:Include Namespace="com.sap.vocabularies.UI.v1" Alias="UI"/></edmx:Reference>
    <edmx:DataServices><Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="n">
      <Annotation Term="UI.A"><Record Type="UI.DataField"/></Annotation><Annotation Term="UI.B"><Record Type="n.Own"/></Annotation>
    </Schema></edmx:DataServices></edmx:Edmx>`;

  it.each([
    ["4.0", "@odata.type"],
    ["4.01", "@type"],
  ])("in %s stands in %s, with the document that declares it", (version, name) => {
    expect(JSON.parse(jsonOfXml(document(version)))).toMatchObject({
      $Version: version,
      n: {
        "@com.sap.vocabularies.UI.v1.A": {
          [name]: "https://sap.github.io/odata-vocabularies/vocabularies/UI.json#com.sap.vocabularies.UI.v1.DataField",
        },
        "@com.sap.vocabularies.UI.v1.B": { [name]: "#n.Own" },
      },
    });
  });
});
