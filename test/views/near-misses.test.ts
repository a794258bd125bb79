/** What the compiler says of a misspelled name in a body of an open type, and where it says nothing. */
import { expect, it } from "vitest";
import { compile } from "../support/compile.js";
import { generateTo, installRuntime } from "../support/generate.js";
import { fill, temporaryFolder } from "../support/temporary-folder.js";

const SERVICE = `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="microsoft.graph" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EntityType Name="message" OpenType="true"><Key><PropertyRef Name="id"/></Key>
<Property Name="id" Type="Edm.String" Nullable="false"/><Property Name="subject" Type="Edm.String"/>
<NavigationProperty Name="replyTo" Type="microsoft.graph.message"/>
<NavigationProperty Name="drafts" Type="Collection(microsoft.graph.message)" ContainsTarget="true"/></EntityType>
<EntityContainer Name="service"><EntitySet Name="messages" EntityType="microsoft.graph.message"/></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>`;

async function compiled(use: string): Promise<string> {
  const folder = temporaryFolder();
  installRuntime(folder);
  await generateTo(folder, [temporaryFolder({ "service.xml": SERVICE })], { runtime: "package" });
  fill(folder, {
    "use.ts": `import { createClient } from "./index.js";
const { messages } = createClient({ baseUrl: "https://service.example" });
${use}`,
  });
  return compile(folder, "typescript-5.9");
}

it.each([
  ["created", 'await messages.post({ subjct: "x" });'],
  ["updated", 'await messages.byId("1").patch({ subjct: "x" });'],
  ["created with its parent", 'await messages.post({ drafts: [{ subjct: "x" }] });'],
])("a misspelled name in what is %s is told with the right one", async (_, use) => {
  expect(await compiled(use)).toMatch(/'subjct' does not exist in type .*\. Did you mean to write 'subject'\?/);
});

it("relations are bound at any depth, and to nothing; directory extensions have any name", async () => {
  const use = `await messages.post({
  subject: "x",
  extension_1_color: "blue",
  "replyTo@odata.bind": null,
  drafts: [{ "replyTo@odata.bind": "messages/1" }],
});`;
  expect(await compiled(use)).toBe("");
});
