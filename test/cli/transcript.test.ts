/** What commands print about the golden pages and a golden CSDL document, whole. */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.js";
import { runCli } from "./run-cli.js";

const golden = fileURLToPath(new URL("../golden/", import.meta.url));

const commands: readonly string[] = [
  "generate pages -o out --emit operations",
  "generate yard.xml -o yard --runtime package --include /Gates/**",
  "explain lamp pages --quiet",
  "explain mood pages --quiet",
  "explain POST pages --quiet",
  "explain dim pages --quiet",
  "explain usage pages --quiet",
  "explain microsoft.graph.home.lamp/mood pages --format json --quiet",
  "explain lmap pages --quiet",
  "explain Gate yard.xml --quiet",
  "explain IronGate yard.xml --quiet",
  "explain Lock yard.xml --quiet",
  "explain Smith yard.xml --quiet",
  "explain Kind yard.xml --quiet",
  "explain Code yard.xml --quiet",
  "explain Open yard.xml --quiet",
  "explain Widest yard.xml --quiet",
  "explain Find yard.xml --quiet",
  "explain Service yard.xml --quiet",
  "explain Service/Gates yard.xml --quiet",
  "explain yard.Gate/Locks yard.xml --format json --quiet",
  "explain Gaet/Locks yard.xml --quiet",
  "permissions lamps --in pages --quiet",
  "permissions /home/** --in pages --quiet",
  "permissions dim --in pages --quiet",
  "permissions microsoft.graph.home.dim --from out/operations.json --quiet",
  "permissions /home/lamps#POST --in pages --format json --quiet",
  "permissions microsoft.graph.home.usage --in pages --quiet",
  "audit pages home.xml",
  "audit pages home.xml --quiet --report json --causes type-*,path-unresolved",
  "audit pages home.xml --quiet --report markdown",
  "audit pages home.xml --quiet --causes type-*,path-*",
  ...["bad0", "bad1", "bad2", "entries"].map((name) => `audit home.xml --quiet --suppressions ${name}.json`),
];

/** Files of suppressions with faults. */
const suppressions = {
  "bad0.json": "1",
  "bad1.json": '{ "suppressions": 1 }',
  "bad2.json": "{}",
  "entries.json": JSON.stringify({
    suppressions: [
      1,
      {},
      { cause: 1, reason: "" },
      { cause: "type-undocumented", reason: "x", elemnt: "y" },
      { cause: "type-undocumented", reason: "x", element: 1, page: [] },
      { cause: "type-unknown", reason: "x", element: "a", page: "b" },
    ],
  }),
};

const home = `<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="microsoft.graph.home">
<EnumType Name="mood"><Member Name="calm" Value="0"/><Member Name="brihgt" Value="1"/><Member Name="dusk" Value="7"/><Member Name="dawn" Value="8"/></EnumType>
<EntityType Name="fixture"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/></EntityType>
<EntityType Name="lamp" BaseType="microsoft.graph.home.fixture"><Property Name="mood" Type="microsoft.graph.home.mood"/>
<Property Name="Tones" Type="Collection(Edm.String)"/><Property Name="watts" Type="Edm.Int32"/><Property Name="neighbors" Type="Edm.String"/>
<NavigationProperty Name="code" Type="microsoft.graph.home.room"/><NavigationProperty Name="owner" Type="microsoft.graph.home.room" Nullable="false"/></EntityType>
<EntityType Name="room" BaseType="microsoft.graph.home.fixture"><NavigationProperty Name="lamps" Type="Collection(microsoft.graph.home.lamp)" ContainsTarget="true"/></EntityType>
<Action Name="dim" IsBound="true"><Parameter Name="it" Type="microsoft.graph.home.lamp"/><Parameter Name="steps" Type="Edm.String"/><Parameter Name="Speed" Type="Edm.String"/></Action>
<EntityContainer Name="Home"><Singleton Name="Home" Type="microsoft.graph.home.room"/></EntityContainer></Schema>
`;

it("is what transcript.txt shows", async () => {
  const folder = temporaryFolder({ "home.xml": home, ...suppressions });
  cpSync(join(golden, "page-everything"), join(folder, "pages"), {
    recursive: true,
    filter: (path) => !/\.(?:ts|json)$/.test(path),
  });
  cpSync(join(golden, "client-everything/input.xml"), join(folder, "yard.xml"));
  const shown: string[] = [];
  for (const command of commands) {
    const { code, stdout, stderr } = await runCli(folder, command.split(" "));
    shown.push(`$ odata-codegen ${command}`, ...[stdout, stderr].filter((text) => text !== ""), `exit ${code}\n`);
  }
  await expect(shown.join("\n")).toMatchFileSnapshot("transcript.txt");
});
