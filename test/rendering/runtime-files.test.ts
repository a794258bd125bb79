/** The files of the runtime in the output, which import each other as the output imports them. */
import { describe, expect, it } from "vitest";
import { generate, memoryIo } from "../../src/index.js";

const metadata = `<edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx">
<edmx:DataServices xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata" m:DataServiceVersion="2.0">
<Schema Namespace="home" xmlns="http://schemas.microsoft.com/ado/2008/09/edm">
<EntityType Name="Lamp"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Int32" Nullable="false"/></EntityType>
<EntityContainer Name="Home"><EntitySet Name="Lamps" EntityType="home.Lamp"/></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>`;

describe("the files of the runtime", () => {
  it.each(["none", "ts", "js"] as const)("import each other with the extension %s", async (importExtension) => {
    const io = memoryIo({ "metadata.xml": metadata });
    const request = { inputs: ["metadata.xml"], output: "out", emit: ["mock", "query"], importExtension } as const;
    const { output } = await generate({ ...request, runtime: "inline" }, io);
    const files = output.files.filter(({ path }) => path.startsWith("runtime/"));
    const imported = files.flatMap(({ text }) => [...text.matchAll(/ from "\.\/([^"]+)";$/gm)].map(([, path]) => path));
    const ending = importExtension === "none" ? "" : `.${importExtension}`;
    const modules = files.map(({ path }) => path.replace(/^runtime\/|\.ts$/g, ""));
    expect(modules).toContain("mock-v2");
    expect(imported).toContain(`mock${ending}`);
    expect(imported.filter((path) => !modules.includes(path?.slice(0, path.length - ending.length) ?? ""))).toEqual([]);
  });
});
