/** What an editor offers and says where people write queries and bodies. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { describeWithCorpus } from "../support/corpus.js";
import { generateTo } from "../support/generate.js";
import { graphDocument } from "../support/graph-output.js";
import { fill } from "../support/temporary-folder.js";
import { csdl } from "../vocabularies/service.js";
import { Editor } from "./editor.js";

const before =
  'import { createClient } from "./client.js";\nconst client = createClient({ baseUrl: "https://x.example" });\n';

const schema = csdl(`
  <EntityType Name="Thing" Abstract="true">
    <Key><PropertyRef Name="id" /></Key>
    <Property Name="id" Type="Edm.String" Nullable="false" />
  </EntityType>
  <EntityType Name="Person" BaseType="shop.Thing" OpenType="true">
    <Property Name="displayName" Type="Edm.String" />
    <Property Name="mail" Type="Edm.String" />
    <NavigationProperty Name="manager" Type="shop.Thing" />
    <NavigationProperty Name="devices" Type="Collection(shop.Device)">
      <Annotation Term="Org.OData.Core.V1.Description" String="What the person works with." />
    </NavigationProperty>
  </EntityType>
  <EntityType Name="Device" BaseType="shop.Thing">
    <Property Name="serialNumber" Type="Edm.String" />
    <Property Name="platform" Type="Edm.String" />
  </EntityType>
  <EntityContainer Name="Container">
    <EntitySet Name="people" EntityType="shop.Person" />
    <EntitySet Name="devices" EntityType="shop.Device" />
  </EntityContainer>`);

/** A folder for the tests of a service. */
function folderOfRun(): string {
  return mkdtempSync(join(inject("runFolder"), "editor-"));
}

/** Strings in quotes come with them where the text has none. */
function plain(names: readonly string[]): readonly string[] {
  return names.map((name) => name.replace(/^"|"$/g, "")).toSorted();
}

describe("a small service", () => {
  let editor: Editor;
  beforeAll(async () => {
    const folder = folderOfRun();
    fill(folder, { "a.xml": schema });
    await generateTo(folder, [join(folder, "a.xml")]);
    editor = new Editor(folder, before);
  });

  it("compiles as it is", () => {
    expect(editor.errors('void client.people.get({ select: ["displayName"] });')).toEqual([]);
  });

  it("completes the names of properties in select, of open types as of closed ones", () => {
    const closed = ["id", "platform", "serialNumber"];
    expect(plain(editor.completions('void client.devices.get({ select: ["|"] });'))).toEqual(closed);
    expect(plain(editor.completions('void client.devices.get({ select: ["id", "|"] });'))).toEqual(closed);
    expect(plain(editor.completions('void client.people.byId("x").devices.get({ select: ["|"] });'))).toEqual(closed);
    const open = ["displayName", "id", "mail"];
    expect(plain(editor.completions('void client.people.get({ select: ["|"] });'))).toEqual(open);
    expect(plain(editor.completions('void client.people.byId("x").get({ select: ["|"] });'))).toEqual(open);
    const cast = 'void client.people.byId("x").manager.as("shop.Person").get({ select: ["|"] });';
    expect(plain(editor.completions(cast))).toEqual(open);
  });

  it("completes what can be expanded, its options, and the names of derived types", () => {
    expect(editor.completions("void client.people.get({ expand: { | } });")).toEqual(["devices", "manager"]);
    expect(editor.completions("void client.people.get({ expand: { devices: { | } } });")).toEqual(
      expect.arrayContaining(["select", "filter", "top"]),
    );
    const names = ["shop.Device", "shop.Person"];
    expect(plain(editor.completions('void client.people.get({ expand: { manager: { as: "|" } } });'))).toEqual(names);
    expect(plain(editor.completions('void client.people.byId("x").manager.as("|");'))).toEqual(names);
  });

  it("completes the properties of a body, and the paths below an entity", () => {
    expect(editor.completions("void client.people.post({ | });")).toEqual(
      expect.arrayContaining(["id", "displayName", "mail", "manager", "devices"]),
    );
    expect(plain(editor.completions('client.people.byId("x").|'))).toEqual([
      "delete",
      "devices",
      "displayName",
      "get",
      "id",
      "mail",
      "manager",
      "patch",
      "put",
    ]);
  });

  it("names the right one beside a near miss", () => {
    const [select] = editor.errors('void client.devices.get({ select: ["serialNumbr"] });');
    expect(select).toContain(`Did you mean '"serialNumber"'?`);
    const [expand] = editor.errors("void client.people.get({ expand: { devces: true } });");
    expect(expand).toContain("Did you mean to write 'devices'?");
    const [segment] = editor.errors('client.people.byId("x").devces;');
    expect(segment).toContain("Did you mean 'devices'?");
  });

  it("shows the documentation of navigation properties in paths and in expand", () => {
    const text = "What the person works with.";
    expect(editor.documentation('client.people.byId("x").dev|ices;')).toBe(text);
    expect(editor.documentation("void client.people.get({ expand: { dev|ices: true } });")).toBe(text);
  });
});

describe("an open type", () => {
  /** The service with this in the interface `Person` for what the type may have beside its properties. */
  async function editorWith(signature: string): Promise<Editor> {
    const folder = folderOfRun();
    fill(folder, { "a.xml": schema });
    await generateTo(folder, [join(folder, "a.xml")]);
    const types = join(folder, "types.ts");
    const text = readFileSync(types, "utf8").replace(/^ {2}\[.*\]: unknown;\n/gm, "");
    writeFileSync(
      types,
      text.replace(/^ {2}mail\?: .*\n/m, (line) => line + signature),
    );
    return new Editor(folder, before);
  }

  it.each([
    ["nothing", "", ["badge", "ext_badge"]],
    ["a pattern", "  [extension: `ext_${string}`]: unknown;\n", ["badge"]],
    ["any name", "  [property: string]: unknown;\n", []],
  ])("completes its names in select, and refuses what it cannot have: %s", async (_, signature, refused) => {
    const editor = await editorWith(signature);
    const names = editor.completions('void client.people.get({ select: ["|"] });');
    expect(plain(names)).toEqual(["displayName", "id", "mail"]);
    const errorsOf = (name: string) => editor.errors(`void client.people.get({ select: ["mail", "${name}"] });`);
    expect(["badge", "ext_badge"].filter((name) => errorsOf(name).length > 0)).toEqual(refused);
    const [miss = ""] = errorsOf("displayNme");
    expect(miss.includes(`Did you mean '"displayName"'?`)).toBe(refused.length > 0);
  });
});

describeWithCorpus("a part of Microsoft Graph", () => {
  let editor: Editor;
  beforeAll(async () => {
    const folder = folderOfRun();
    await generateTo(folder, [graphDocument("v1.0-2026-08.csdl")], {
      include: ["/users/**"],
      emit: ["types", "client"],
    });
    editor = new Editor(folder, before);
  }, 120_000);

  it("completes select of users, messages and a closed type", () => {
    const user = plain(editor.completions('void client.users.get({ select: ["|"] });'));
    expect(user).toEqual(expect.arrayContaining(["id", "displayName", "mail", "userPrincipalName"]));
    expect(user).not.toContain("manager");
    const message = plain(editor.completions('void client.users.byId("x").messages.get({ select: ["|"] });'));
    expect(message).toEqual(expect.arrayContaining(["subject", "bodyPreview"]));
    const device = plain(editor.completions('void client.users.byId("x").managedDevices.get({ select: ["|"] });'));
    expect(device).toEqual(expect.arrayContaining(["deviceName", "serialNumber"]));
  });

  it("completes expand and bodies", () => {
    expect(editor.completions("void client.users.get({ expand: { | } });")).toEqual(
      expect.arrayContaining(["manager", "messages", "memberOf"]),
    );
    expect(editor.completions('void client.users.byId("x").messages.post({ | });')).toEqual(
      expect.arrayContaining(["subject", "body", "toRecipients"]),
    );
  });

  it("names the right one beside a near miss", () => {
    const [select] = editor.errors('void client.users.byId("x").managedDevices.get({ select: ["deviceNme"] });');
    expect(select).toContain(`Did you mean '"deviceName"'?`);
  });
});
