import { expect, it } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.js";
import { runCli } from "./run-cli.js";

const csdl = `<Schema Namespace="n" Alias="self" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EntityType Name="lamp"><Key><PropertyRef Name="id"/></Key>
<Property Name="id" Type="Edm.String" Nullable="false"/>
<Property Name="watts" Type="Edm.Double"/>
<Property Name="mode" Type="n.mode"><Annotation Term="Org.OData.Core.V1.Immutable"/></Property>
<NavigationProperty Name="parts" Type="Collection(n.lamp)" ContainsTarget="true"/>
<Annotation Term="Org.OData.Core.V1.Description" String="Gives light."/>
</EntityType>
<EnumType Name="mode"><Member Name="off" Value="0"/><Member Name="on" Value="1"/></EnumType>
<Action Name="blink" IsBound="true"><Parameter Name="it" Type="n.lamp"/><Parameter Name="times" Type="Edm.Int32" Nullable="false"/><Parameter Name="slowly" Type="Edm.Boolean"/></Action>
<EntityContainer Name="Home"><EntitySet Name="lamps" EntityType="n.lamp"/></EntityContainer>
</Schema>`;

const table = (header: string, ...rows: readonly string[]): string =>
  `|${header}|Type|Description|\n|:-|:-|:-|\n${rows.join("\n")}\n`;

const api = (title: string, request: string, rest: string): string =>
  `# ${title}\n\nNamespace: n\n\n## Permissions\n|Permission type|Permissions|\n|:-|:-|\n|Delegated (work or school account)|A.Read or B.Read|\n|Application|Not supported.|\n\n## HTTP request\n\`\`\`http\n${request}\n\`\`\`\n\n${rest}`;

const files = {
  "n.xml": csdl,
  "lamp.md": `---\nms.date: 03/04/2024\ndoc_type: resourcePageType\n---\n# lamp resource type\n\nNamespace: n\n\n## Properties\n${table("Property", "|id|String|Key.|", "|watts|Int32|What it takes.|", "|height|Int32|In cm.|", "|mode|[mode](mode.md)|Possible values are: `off`, `on`, `auto`.|")}`,
  "lamp-update.md": api(
    "Update lamp",
    "PATCH /lamps/{id}",
    `## Request body\nSupply a representation of the [lamp](lamp.md).\n\n${table("Property", "|watts|Double|x|", "|height|Int32|x|")}\n## Response\nReturns a \`200 OK\` response code and a [lamp](lamp.md) object.\n\n## Example\n\`\`\`http\nHTTP/1.1 200 OK\n\n{ "id": "1", "watts": "many", "height": 3 }\n\`\`\`\n`,
  ),
  "lamp-blink.md": api(
    "lamp: blink",
    "POST /lamps/{id}/blink",
    `## Request body\nSupply the parameters.\n\n${table("Parameter", "|times|Int32|x|")}`,
  ),
  "lamp-list-parts.md": api(
    "List parts",
    "GET /lamps/{id}/parts",
    "## Response\nReturns a `200 OK` response code and a collection of [lamp](lamp.md) objects.\n",
  ),
  "mode.md": "# mode enum type\n\nNamespace: n\n\n## Members\n|Member|Value|\n|:-|:-|\n|off|0|\n|on|2|\n",
};

const names = [
  "n.lamp",
  "lamp/watts",
  "lamp/height",
  "lamp/parts",
  "mode",
  "mode/on",
  "blink",
  "blink/times",
  "Home",
  "lamps",
  "PATCH /lamps/{id}",
  "GET /lamps",
  "/lamps/{id}/blink",
];

/** What is known of each, as users see it; `npx vitest run test/cli/explanations.test.ts -u` renews the text. */
it.each([
  ["with CSDL", ["n.xml", "*.md"], "explanations.txt"],
  ["of pages alone", ["*.md"], "explanations-of-pages.txt"],
])("explanations %s", async (_, inputs, snapshot) => {
  const cwd = temporaryFolder(files);
  const texts: string[] = [];
  for (const name of names) {
    const { stdout } = await runCli(cwd, ["explain", name, ...inputs, "--quiet"]);
    texts.push(`$ explain ${name}\n${stdout}`);
  }
  await expect(texts.join("\n")).toMatchFileSnapshot(snapshot);
});
