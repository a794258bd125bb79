import { describe, expect, it } from "vitest";
import { isStructured, type Model } from "../../src/edm/model.js";
import { modelOf } from "../support/model.js";

const csdl = `<Schema Namespace="microsoft.graph" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EnumType Name="colour"><Member Name="Red" Value="0"/><Member Name="green" Value="1"/></EnumType>
<ComplexType Name="driveRecipient"><Property Name="alias" Type="Edm.String"/></ComplexType>
<ComplexType Name="base"><Property Name="sharePointIds" Type="Edm.String"/></ComplexType>
<ComplexType Name="thing" BaseType="microsoft.graph.base"><Property Name="owner" Type="microsoft.graph.driveRecipient"/><Property Name="colour" Type="microsoft.graph.colour"/></ComplexType>
</Schema>`;

const page = (title: string, ...rows: readonly string[]) =>
  `# ${title} resource type\n\nNamespace: microsoft.graph\n\n## Properties\n|Property|Type|Description|\n|:--|:--|:--|\n${rows.join("\n")}\n`;

function members(model: Model): readonly string[] {
  const elements = model.schemas.flatMap((schema) => schema.elements);
  return elements
    .filter(isStructured)
    .flatMap(({ name, properties }) => properties.map((property) => `${name}/${property.name} ${property.type?.type}`));
}

describe("names that differ by letter case alone", () => {
  const texts = {
    "a.xml": csdl,
    "b.md": page(
      "thing",
      "|Owner|[DriveRecipient](driverecipient.md)|The owner.|",
      "|sharepointIds|String|Ids.|",
      "|colour|colour|Possible values are: `red`, `green`.|",
    ),
  };

  it("are those of the CSDL, and it is said", () => {
    const { model, said } = modelOf(texts);
    expect(members(model)).toEqual([
      "microsoft.graph.base/sharePointIds Edm.String",
      "microsoft.graph.driveRecipient/alias Edm.String",
      "microsoft.graph.thing/owner microsoft.graph.driveRecipient",
      "microsoft.graph.thing/colour microsoft.graph.colour",
    ]);
    const written = (what: string, said: string, stands: string, at: string, declared: string) =>
      `b.md:${at} - warning letter-case-differs: The ${what} ${stands} is written ${said} here; correct its letter case.\n  a.xml:${declared} - the declaration that stands`;
    expect(said).toEqual([
      written("type", "DriveRecipient", "driveRecipient", "8:2", "3:1"),
      written("property", "Owner", "owner", "8:2", "5:59"),
      written("property", "sharepointIds", "sharePointIds", "9:2", "4:26"),
      written("member", "red", "Red", "10:38", "2:25"),
    ]);
  });

  it("are those of the page that describes the type, where there is no CSDL", () => {
    const { "b.md": b } = texts;
    const { model } = modelOf({ "b.md": b, "c.md": page("driveRecipient", "|alias|String|x|") });
    expect(members(model)).toContain("microsoft.graph.thing/Owner microsoft.graph.driveRecipient");
  });

  it("stay two where the CSDL has two", () => {
    const both = csdl
      .replace('"owner"', '"Owner"')
      .replace('<Property Name="colour"', '<Property Name="owner" Type="Edm.String"/>$&');
    const { model, said } = modelOf({ ...texts, "a.xml": both });
    expect(members(model).filter((line) => /owner /i.test(line))).toEqual([
      "microsoft.graph.thing/Owner microsoft.graph.driveRecipient",
      "microsoft.graph.thing/owner Edm.String",
    ]);
    expect(said.filter((line) => line.includes("property owner"))).toEqual([]);
  });
});
