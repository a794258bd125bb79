/** `$metadata` of the mock that the command serves. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { Sources } from "../../../../src/diagnostics/position.js";
import { Report } from "../../../../src/diagnostics/report.js";
import { mock } from "../../../../src/mock.js";
import { load } from "../../../../src/read/read.js";
import { nodeIo } from "../../../../src/sources/node-io.js";
import { temporaryFolder } from "../../../support/temporary-folder.js";
import { send } from "./generated-mock.js";

const schemaOf = (namespace: string): string => `<Schema Namespace="n" xmlns="${namespace}">
  <EntityType Name="E"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.Int32" Nullable="false"/></EntityType>
  <EntityContainer Name="C"><EntitySet Name="Es" EntityType="n.E"/></EntityContainer></Schema>`;
const documents = {
  "4.0": `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>${schemaOf("http://docs.oasis-open.org/odata/ns/edm")}</edmx:DataServices></edmx:Edmx>`,
  "2.0": `<edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx"><edmx:DataServices m:DataServiceVersion="2.0" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">${schemaOf("http://schemas.microsoft.com/ado/2008/09/edm")}</edmx:DataServices></edmx:Edmx>`,
};

async function served(version: keyof typeof documents) {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "metadata.xml"), documents[version]);
  const [io, inputs] = [nodeIo(folder), ["metadata.xml"]];
  const loaded = await load({ inputs }, io, { report: new Report(), sources: new Sources() });
  const made = await mock({ inputs, mock: {} }, io, loaded);
  expect(made).toBeDefined();
  return (line: string, headers: Readonly<Record<string, string>> = {}) =>
    send(made as NonNullable<typeof made>, line, undefined, headers); // looked at above
}

it("is XML, and JSON by Accept or $format", async () => {
  const get = await served("4.0");
  const xml = await get("GET $metadata");
  expect([xml.status, xml.header("content-type")]).toEqual([200, "application/xml"]);
  expect(xml.text).toContain('<EntitySet Name="Es" EntityType="n.E"');
  const json = await get("GET $metadata", { accept: "application/json" });
  expect(json.body).toMatchObject({ $EntityContainer: "n.C", n: { E: { $Kind: "EntityType" } } });
  expect((await get("GET $metadata?$format=application/json")).text).toBe(json.text);
});

it("is the document itself for OData 2.0", async () => {
  const get = await served("2.0");
  const { status, text } = await get("GET $metadata");
  expect([status, text]).toEqual([200, documents["2.0"]]);
});
