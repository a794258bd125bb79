import { expect, it } from "vitest";
import type { JsonValue } from "../../src/edm/requests.js";
import type { Operation } from "../../src/edm/elements.js";
import type { QualifiedName } from "../../src/edm/names.js";
import { spelledAsDeclared } from "../../src/values/declared-spelling.js";
import { schemaXml } from "../csdl/reading.js";
import { modelOf } from "../support/model.js";

const { model } = modelOf({
  "a.xml": schemaXml(
    `<ComplexType Name="Mail"><Property Name="subject" Type="Edm.String"/><Property Name="kind" Type="Self.Kind"/><Property Name="parts" Type="Collection(Self.Mail)"/></ComplexType>
<ComplexType Name="Long" BaseType="Self.Mail"><Property Name="Text" Type="Edm.String"/><Property Name="text" Type="Edm.String"/></ComplexType>
<EnumType Name="Kind"><Member Name="text"/></EnumType><Action Name="send"><Parameter Name="Message" Type="Self.Mail"/></Action>`,
  ),
});
const [send] = model.overloads("my.ns.send" as QualifiedName) as readonly [Operation];

const sent = (value: JsonValue) => spelledAsDeclared(value, { kind: "parameters", operation: send }, model);

it("names of parameters and properties that differ in letter case alone become those of the metadata, at any depth", () => {
  expect(sent({ message: { Subject: "a", parts: [{ SUBJECT: "b" }] } })).toEqual({
    value: { Message: { subject: "a", parts: [{ subject: "b" }] } },
    misspelled: [
      { path: ["message"], written: "message", stands: "Message" },
      { path: ["message", "Subject"], written: "Subject", stands: "subject" },
      { path: ["message", "parts", 0, "SUBJECT"], written: "SUBJECT", stands: "subject" },
    ],
  });
});

it("so do members of enumerations", () => {
  expect(sent({ Message: { kind: "Text" } })).toEqual({
    value: { Message: { kind: "text" } },
    misspelled: [{ path: ["Message", "kind"], written: "Text", stands: "text" }],
  });
});

it.each<JsonValue>([
  // Both are there: the second is another name, which the type refuses.
  { Message: {}, message: {} },
  { Message: { "@odata.type": "#my.ns.Long", Text: "a", text: "b" } },
  { Message: { sub: "a" } },
  { Message: { kind: "texts" } },
  { Message: null },
  "message",
])("%j stays", (value) => {
  expect(sent(value)).toEqual({ value, misspelled: [] });
});
