import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { writeCsdlXml } from "../../../src/csdl/write-xml.js";
import { elementsOf, readXmlText } from "../reading.js";
import { EDM, library, oldXml } from "./old-documents.js";

const folder = new URL("documents/", import.meta.url);
const names = readdirSync(folder)
  .filter((name) => !name.endsWith(".4.01.xml"))
  .map((name) => name.replace(".xml", ""));

function read(name: string) {
  return readXmlText(readFileSync(new URL(`${name}.xml`, folder), "utf8"), name);
}

describe("a document of OData 2.0 or 3.0 has the elements of CSDL 4.01", () => {
  it.each(names)("%s", async (name) => {
    const { document } = read(name);
    if (document === undefined) throw new Error(`${name} was not read`);
    await expect(writeCsdlXml({ ...document, version: "4.01" })).toMatchFileSnapshot(`documents/${name}.4.01.xml`);
  });
});

describe("what is said of them", () => {
  const said: Readonly<Record<string, readonly string[]>> = {
    "function-imports": ["24:9 notice http-method-assumed", "25:9 notice http-method-assumed"],
  };

  it.each(names)("%s", (name) => {
    expect(read(name).said).toEqual(said[name] ?? []);
  });
});

describe("the version is 3.0", () => {
  const versionOf = (text: string) => readXmlText(text).document?.version;
  const property = (type: string) => `<ComplexType Name="C"><Property Name="p" Type="${type}"/></ComplexType>`;

  it.each([
    ["in the namespace of 2012", oldXml("", { namespace: "http://schemas.microsoft.com/ado/2009/11/edm" })],
    ["where the document says so", oldXml("", { dataServiceVersion: "3.0" })],
    ["with an enum type", oldXml(`<EnumType Name="E"><Member Name="a"/></EnumType>`)],
    ["with a collection", oldXml(property("Collection(Edm.String)"))],
    ["with a place", oldXml(property("Edm.GeographyPoint"))],
    ["with a stream", oldXml(property("Edm.Stream"))],
    ["with an open type", oldXml(`<ComplexType Name="C" OpenType="true"/>`)],
    [
      "with a bound operation",
      oldXml(
        library({
          container: `<FunctionImport Name="f" IsBindable="true"><Parameter Name="b" Type="Self.Book"/></FunctionImport>`,
        }),
      ),
    ],
  ])("%s", (_, text) => {
    expect(versionOf(text)).toBe("3.0");
  });

  it.each([
    ["1.0", oldXml(property("Edm.String"), { dataServiceVersion: "1.0" })],
    ["2.0", oldXml(property("Edm.String"))],
    ["none", `<Schema xmlns="${EDM}" Namespace="n"/>`],
  ])("and 2.0 otherwise, whatever the document says: %s", (_, text) => {
    expect(versionOf(text)).toBe("2.0");
  });
});

describe("what CSDL XML 4.01 has no place for", () => {
  it("is the method of an action import", () => {
    const container = elementsOf(read("function-imports")).find(({ kind }) => kind === "EntityContainer");
    if (container?.kind !== "EntityContainer") throw new Error("no container");
    const methods = container.children.flatMap((child) =>
      child.kind === "ActionImport" ? [[child.name, child.httpMethod]] : [],
    );
    expect(methods).toEqual([
      ["order", "POST"],
      ["rename", "PUT"],
      ["merge", "MERGE"],
      ["remove", "DELETE"],
      ["ping", "GET"],
      ["reset", undefined],
    ]);
  });

  it("is which container is the default one", () => {
    const containers = elementsOf(read("containers")).filter((element) => element.kind === "EntityContainer");
    expect(containers.map(({ name, isDefault }) => [name, isDefault])).toEqual([
      ["shop.Base", undefined],
      ["shop.Shop", true],
      ["shop.Archive", undefined],
    ]);
  });
});
