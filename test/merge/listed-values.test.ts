import { describe, expect, it } from "vitest";
import { isStructured } from "../../src/edm/model.js";
import { modelOf } from "../support/model.js";

const enumPage = (name: string, members: readonly string[]) =>
  `# ${name} enum type\n\nNamespace: n\n\n## Members\n|Member|\n|:--|\n${members.map((member) => `|${member}|`).join("\n")}\n`;

const page = (description: string, type = "String") =>
  `# lamp resource type\n\nNamespace: n\n\n## Properties\n|Property|Type|Description|\n|:--|:--|:--|\n|mood|${type}|${description}|\n`;

/** The type of the property, beside pages of the enums `mood` and, if given, `tone`. */
function typeOf(description: string, others: Readonly<Record<string, string>> = {}, type = "String") {
  const { model } = modelOf({
    "lamp.md": page(description, type),
    "mood.md": enumPage("mood", ["calm", "merry", "gloomy", "unknownFutureValue"]),
    ...others,
  });
  const lamp = model.elements.filter(isStructured).find(({ name }) => name === "n.lamp");
  expect(lamp?.properties[0]).not.toHaveProperty("values");
  return lamp?.properties[0]?.type?.type;
}

describe("a property that pages document as String", () => {
  it.each([
    "Possible values are: `calm`, `merry`, `gloomy`.",
    "The possible values are: `Gloomy`, `merry`, `calm`, `unknownFutureValue`. Read-only.",
  ])("has the enum with exactly the values that are listed: %s", (text) => expect(typeOf(text)).toBe("n.mood"));

  it.each([
    "Possible values are: `calm`, `merry`.",
    "Possible values are: `calm`, `merry`, `gloomy`, `bright`.",
    "Possible values are: `calm`, `merry`, `gloomy`. The values can be combined.",
    "How it shines.",
  ])("stays a String with other values: %s", (text) => expect(typeOf(text)).toBe("Edm.String"));

  const list = "Possible values are: `calm`, `merry`, `gloomy`.";

  it("stays a String as a collection, and where two enums have the values", () => {
    expect(typeOf(list, {}, "String collection")).toBe("Edm.String");
    expect(typeOf(list, { "tone.md": enumPage("tone", ["merry", "calm", "gloomy"]) })).toBe("Edm.String");
  });

  it("has the type of the CSDL where there is one", () => {
    const csdl = `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices><Schema Namespace="n" xmlns="http://docs.oasis-open.org/odata/ns/edm"><ComplexType Name="lamp"><Property Name="mood" Type="Edm.String"/></ComplexType></Schema></edmx:DataServices></edmx:Edmx>`;
    expect(typeOf(list, { "n.xml": csdl })).toBe("Edm.String");
  });
});
