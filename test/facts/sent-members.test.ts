/** What pages call read-only is refused, but where requests that pages document send it. */
import { describe, expect, it } from "vitest";
import type { QualifiedName } from "../../src/edm/names.js";
import { assumptionsOf } from "../../src/facts/assumptions.js";
import { factsOf, typeFactsIn } from "../../src/facts/facts.js";
import { schemaXml } from "../csdl/reading.js";
import { modelOf } from "../support/model.js";

const property = (name: string, type: string) => `<Property Name="${name}" Type="${type}"/>`;
const complex = (name: string, base?: string) =>
  `<ComplexType Name="${name}"${base === undefined ? "" : ` BaseType="Self.${base}"`}>${property(`${name}Id`, "Edm.String")}</ComplexType>`;
const complexTypes = ["base", "part", "setup", "step", "long", "lost", "cloth"];

const csdl = schemaXml(
  complex("base") +
    complex("part", "base") +
    complex("setup", "base") +
    complex("lost") +
    complex("cloth") +
    complex("long", "step") +
    `<ComplexType Name="step"><Property Name="stepId" Type="Edm.String"/><Property Name="part" Type="Self.part"/></ComplexType>` +
    `<EntityType Name="lamp"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/>` +
    ["serial", "hue", "mood", "label"].map((name) => property(name, "Edm.String")).join("") +
    `<Property Name="made" Type="Edm.String"><Annotation Term="Org.OData.Core.V1.Computed" Bool="true"/></Property>` +
    `<Property Name="setup" Type="Self.setup"/><Property Name="lost" Type="Self.lost"/>` +
    `<NavigationProperty Name="owner" Type="Self.lamp"/></EntityType>` +
    `<EntityType Name="shade">${property("color", "Edm.String")}${property("cloth", "Self.cloth")}</EntityType>` +
    `<EntityType Name="wide" BaseType="Self.shade">${property("width", "Edm.String")}</EntityType>` +
    `<Action Name="cover" IsBound="true"><Parameter Name="lamp" Type="Self.lamp"/><Parameter Name="Shade" Type="Self.shade"/></Action>` +
    `<Function Name="find" IsBound="true"><Parameter Name="lamp" Type="Self.lamp"/><Parameter Name="Like" Type="Self.lost"/><ReturnType Type="Self.lamp"/></Function>` +
    `<Action Name="move" IsBound="true"><Parameter Name="lamp" Type="Self.lamp"/><Parameter Name="Steps" Type="Collection(Self.step)"/></Action>` +
    `<EntityContainer Name="C"><EntitySet Name="lamps" EntityType="Self.lamp"/></EntityContainer>`,
);

const rows = (names: readonly string[], description: string) =>
  names.map((name) => `| ${name} | String | ${description} |`).join("\n");

const resource = (name: string, names: readonly string[]) => `# ${name} resource type

Namespace: my.ns

## Properties

| Property | Type | Description |
|:---|:---|:---|
${rows(names, "Read-only.")}
`;

const api = (title: string, line: string, body: object, table = "", word = "Property") => `# ${title}

Namespace: my.ns

## HTTP request

\`\`\`http
${line}
\`\`\`

## Request body

| ${word} | Type | Description |
|:---|:---|:---|
${table === "" ? "| label | String | A name. |" : table}

## Response

If successful, this method returns a \`200 OK\` response code and a [lamp](../resources/lamp.md) object in the response body.

## Example

\`\`\`http
${line}

${JSON.stringify(body, undefined, 2)}
\`\`\`
`;

/** The resource pages, on which all is read-only, and some pages of requests. */
function shapes(requests: Readonly<Record<string, string>>, type: string): Readonly<Record<string, string>> {
  const { model } = modelOf({
    "a.xml": csdl,
    ...Object.fromEntries(complexTypes.map((name) => [`${name}.md`, resource(name, [`${name}Id`])])),
    "lamp.md": resource("lamp", ["serial", "hue", "mood", "made", "owner"]),
    "shade.md": resource("shade", ["color"]),
    "wide.md": resource("wide", ["width"]),
    ...requests,
  });
  const { ownMembers } = typeFactsIn(factsOf(model, assumptionsOf(model)), `my.ns.${type}` as QualifiedName);
  return Object.fromEntries(ownMembers.map(({ name, create, update }) => [name, `${create}, ${update}`]));
}

const noRequests = {};
const create = { "lamp-post.md": api("Create lamp", "POST /lamps", { serial: "1", setup: { setupId: "1" } }) };
const update = { "lamp-update.md": api("Update lamp", "PATCH /lamps/{id}", { hue: "red" }) };

describe("a member that pages alone call read-only", () => {
  it("is refused, as one that CSDL calls so", () => {
    expect(shapes(noRequests, "lamp")).toEqual({
      id: "required, refused",
      serial: "refused, refused",
      hue: "refused, refused",
      mood: "refused, refused",
      label: "optional, optional",
      made: "refused, refused",
      setup: "optional, optional",
      lost: "optional, optional",
      owner: "refused, refused",
    });
    for (const name of ["setup", "lost"])
      expect(shapes(noRequests, name)).toEqual({ [`${name}Id`]: "refused, refused" });
  });

  it("is not refused by the method whose examples send it, and on create where it can be updated", () => {
    expect(shapes(create, "lamp")).toMatchObject({ serial: "optional, refused", hue: "refused, refused" });
    expect(shapes(update, "lamp")).toMatchObject({ serial: "refused, refused", hue: "optional, optional" });
    expect(shapes({ ...create, ...update }, "lamp")).toMatchObject({
      serial: "optional, refused",
      hue: "optional, optional",
    });
  });

  it("is not refused by the method whose body lists it, unless the list calls it read-only, too", () => {
    const table = `${rows(["mood"], "The mood.")}\n${rows(["hue"], "Read-only.")}`;
    const listed = { "lamp-post.md": api("Create lamp", "POST /lamps", {}, table) };
    expect(shapes(listed, "lamp")).toMatchObject({ mood: "optional, refused", hue: "refused, refused" });
  });

  it("may be a relationship, sent by the URL of the entity", () => {
    const related = {
      "lamp-post.md": api("Create lamp", "POST /lamps", { "owner@odata.bind": "https://host/lamps/1" }),
    };
    expect(shapes(related, "lamp")).toMatchObject({ owner: "optional, refused" });
  });

  it("stays refused where CSDL says so, whatever is sent", () => {
    const sent = { "lamp-post.md": api("Create lamp", "POST /lamps", { made: "now" }) };
    expect(shapes(sent, "lamp")).toMatchObject({ made: "refused, refused" });
  });

  it("of a complex type is not refused where a body has a value of the type, or the list of a body does", () => {
    expect(shapes(create, "setup")).toEqual({ setupId: "optional, optional" });
    expect(shapes(create, "base")).toEqual({ baseId: "optional, optional" });
    expect(shapes(create, "lost")).toEqual({ lostId: "refused, refused" });
    const table = "| lost | [lost](lost.md) | What got lost. |";
    const listed = { "lamp-update.md": api("Update lamp", "PATCH /lamps/{id}", {}, table) };
    expect(shapes(listed, "lost")).toEqual({ lostId: "optional, optional" });
  });

  it("of a complex type is not refused inside the parameters of actions, at any depth, also in derived types", () => {
    for (const name of ["step", "part", "base", "long"])
      expect(shapes(noRequests, name)).toMatchObject({ [`${name}Id`]: "optional, optional" });
  });

  it("of an entity type is not refused by create where an action takes one; that of a derived type is", () => {
    expect(shapes(noRequests, "shade")).toMatchObject({ color: "optional, refused" });
    expect(shapes(noRequests, "cloth")).toEqual({ clothId: "optional, optional" });
    expect(shapes(noRequests, "wide")).toEqual({ width: "refused, refused" });
  });

  it("is the same for every selection", () => {
    const { model } = modelOf({ "a.xml": csdl, "lamp.md": resource("lamp", ["serial"]), ...create });
    const part = factsOf({ ...model, requests: [] }, assumptionsOf(model), factsOf(model, assumptionsOf(model)).sent);
    const { members } = typeFactsIn(part, "my.ns.lamp" as QualifiedName);
    expect(members.find(({ name }) => name === "serial")).toMatchObject({ create: "optional", update: "refused" });
  });
});

describe("an entity in the parameters of an action", () => {
  const parts = (type: string) =>
    schemaXml(
      `<EntityType Name="thing" Abstract="true"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/>${property("tag", "Edm.String")}</EntityType>` +
        `<EntityType Name="letter" BaseType="Self.thing">${property("sender", "Edm.String")}</EntityType>` +
        `<Action Name="send"><Parameter Name="Letter" Type="Self.${type}"/></Action>` +
        `<EntityContainer Name="C"><EntitySet Name="letters" EntityType="Self.letter"/><ActionImport Name="send" Action="Self.send"/></EntityContainer>`,
    );
  const shown = (texts: Readonly<Record<string, string>>) => {
    const { model } = modelOf({
      "a.xml": parts("letter"),
      "thing.md": resource("thing", ["tag"]),
      "letter.md": resource("letter", ["sender"]),
      ...texts,
    });
    const { members } = typeFactsIn(factsOf(model, assumptionsOf(model)), "my.ns.letter" as QualifiedName);
    return Object.fromEntries(members.map(({ name, create, update }) => [name, `${create}, ${update}`]));
  };

  it("may have its own read-only members, but not those of all others, unless an example does", () => {
    expect(shown({})).toMatchObject({ sender: "optional, refused", tag: "refused, refused" });
    // The name of the parameter has another letter case there.
    const sent = {
      "send.md": api("send", "POST /send", { letter: { tag: "1" } }, rows(["letter"], "It."), "Parameter"),
    };
    expect(shown(sent)).toMatchObject({ tag: "optional, refused" });
  });
});
