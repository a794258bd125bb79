/** The client as it is printed, and as it is used. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { compile } from "../support/compile.js";
import { generateTo } from "../support/generate.js";
import { contentOf, temporaryFolder } from "../support/temporary-folder.js";
import { csdl } from "../vocabularies/service.js";

const KEY = '<Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/>';

interface Output {
  readonly files: Readonly<Record<string, string>>;
  /** What the compiler says of the output with this use of the client beside it. */
  use(text: string): string;
}

async function outputOf(content: string): Promise<Output> {
  const folder = temporaryFolder({ "a.xml": csdl(content) });
  await generateTo(join(folder, "output"), [join(folder, "a.xml")], { emit: ["types", "client"] });
  const start =
    'import { createClient } from "./output/index.js";\nconst client = createClient({ baseUrl: "https://x" });\n';
  return {
    files: contentOf(join(folder, "output")),
    use: (text) => {
      writeFileSync(join(folder, "use.ts"), `${start}export const use = () => {\n${text}\n};\n`);
      return compile(folder, "typescript-7.0");
    },
  };
}

function derivedTypes(count: number): string {
  const names = Array.from({ length: count }, (_, index) => `T${index}`);
  const property = '<Property Name="size" Type="Edm.Int32"/>';
  return names.map((name) => `<EntityType Name="${name}" BaseType="shop.Base">${property}</EntityType>`).join("");
}

function serviceWith(count: number): string {
  return (
    `<EntityType Name="Base" Abstract="true">${KEY}</EntityType>${derivedTypes(count)}` +
    '<EntityType Name="Hit" BaseType="shop.Base"><NavigationProperty Name="found" Type="shop.Base"/></EntityType>' +
    '<EntityContainer Name="C"><EntitySet Name="hits" EntityType="shop.Hit"/></EntityContainer>'
  );
}

const uses = `
const found = client.hits.byId("1").found;
void found.as("shop.T0").patch({ size: 1 });
void found.patch({ "@odata.type": "#shop.T0", size: 1 });
void client.hits.get({ expand: { found: { as: "shop.T1", select: ["size"] } } });
// @ts-expect-error -- not a property of that type
void found.patch({ "@odata.type": "#shop.T0", sizee: 1 });
// @ts-expect-error -- no such type
found.as("shop.T");`;

describe("a base of several types", () => {
  it("names them in its descriptor, and has a union of their bodies", async () => {
    const { files, use } = await outputOf(serviceWith(2));
    expect(files["client.ts"]).toContain('derived: Pick<EntityMap, "shop.Hit" | "shop.T0" | "shop.T1">;');
    expect(files["writes.ts"]).toMatch(/^export type BaseUpdateOrDerived =/m);
    expect(use(uses)).toBe("");
  });

  it("lists none of very many: casts and bodies refer to the map of all types", async () => {
    const { files, use } = await outputOf(serviceWith(201));
    expect(files["client.ts"]).toContain("  derived: EntityMap;\n");
    expect(Object.values(files).join("")).not.toContain("BaseUpdateOrDerived");
    expect(use(uses)).toBe("");
  });

  it("has no union of bodies where none uses it", async () => {
    const { files } = await outputOf(
      `<ComplexType Name="Shape"/><ComplexType Name="Circle" BaseType="shop.Shape"/><EntityType Name="E">${KEY}</EntityType>` +
        '<Function Name="shapes" IsBound="true"><Parameter Name="on" Type="shop.E"/><ReturnType Type="shop.Shape"/></Function>' +
        '<EntityContainer Name="C"><EntitySet Name="es" EntityType="shop.E"/></EntityContainer>',
    );
    expect(files["types.ts"]).not.toContain("OrDerived");
    expect(files["client.ts"]).not.toContain("EntityMap");
  });
});

describe("long names", () => {
  it("do not make long lines", async () => {
    const long = `${"very".repeat(10)}LongName`;
    const parameters = ["one", "two"].map((name) => `<Parameter Name="${name}" Type="Edm.String"/>`).join("");
    const { files, use } = await outputOf(
      `<EntityType Name="${long}"><Annotation Term="Core.AlternateKeys"><Collection><Record><PropertyValue Property="Key"><Collection>` +
        `<Record><PropertyValue Property="Name" PropertyPath="${long}"/><PropertyValue Property="Alias" String="${long}"/></Record>` +
        `<Record><PropertyValue Property="Name" PropertyPath="other"/><PropertyValue Property="Alias" String="other"/></Record>` +
        `</Collection></PropertyValue></Record></Collection></Annotation>${KEY}` +
        `<Property Name="${long}" Type="Edm.String"/><Property Name="other" Type="Edm.String"/>` +
        `<NavigationProperty Name="${long}s" Type="Collection(shop.${long})"/></EntityType>` +
        `<EntityType Name="${long}er" BaseType="shop.${long}"/>` +
        `<Function Name="${long}" IsBound="true"><Parameter Name="on" Type="shop.${long}"/><ReturnType Type="Collection(shop.${long})"/></Function>` +
        `<Function Name="${long}" IsBound="true"><Parameter Name="on" Type="shop.${long}"/>${parameters}<ReturnType Type="Edm.String"/></Function>` +
        `<EntityContainer Name="C"><EntitySet Name="${long}s" EntityType="shop.${long}"><Annotation Term="Capabilities.FilterRestrictions"><Record><PropertyValue Property="Filterable" Bool="false"/></Record></Annotation>` +
        `<Annotation Term="Capabilities.SkipSupported" Bool="false"/><Annotation Term="Capabilities.SelectSupport"><Record><PropertyValue Property="Supported" Bool="false"/></Record></Annotation></EntitySet></EntityContainer>`,
    );
    const lines = (files["client.ts"] ?? "").split("\n");
    // The name of parameters is as long as that of the type and that of the function.
    const isOneWord = (line: string) => line.split(" ").some((word) => word.length > 100);
    expect(lines.filter((line) => line.length > 120 && !isOneWord(line))).toEqual([]);
    expect(use("void client;")).toBe("");
  });
});

describe("the kind of a literal", () => {
  it("is that of the type at the place, however deep", async () => {
    const type = (name: string, kind: string, rest: string) =>
      `<EntityType Name="${name}"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.${kind}" Nullable="false"/>${rest}</EntityType>`;
    const many = (name: string, to: string) =>
      `<NavigationProperty Name="${name}" Type="Collection(shop.${to})" ContainsTarget="true"/>`;
    const find = (on: string, kind: string) =>
      `<Function Name="find" IsBound="true"><Parameter Name="on" Type="shop.${on}"/><Parameter Name="by" Type="Edm.${kind}"/><ReturnType Type="Edm.Int32"/></Function>`;
    const folder = temporaryFolder({
      "a.xml": csdl(
        type("Machine", "Int32", many("Parts", "MachinePart")) +
          type("MachinePart", "Int32", many("Lines", "MachineLine") + many("Parts", "MachinePart")) +
          type("MachineLine", "Guid", "") +
          type("Kit", "Int32", many("Parts", "KitPart")) +
          type("KitPart", "Int32", many("Lines", "KitLine") + many("Parts", "KitPart")) +
          type("KitLine", "String", "") +
          `<EntityType Name="OldKitPart" BaseType="shop.KitPart">${many("Used", "Machine")}</EntityType>` +
          find("MachineLine", "Guid") +
          find("KitLine", "String") +
          '<EntityContainer Name="C"><EntitySet Name="Machines" EntityType="shop.Machine"/><EntitySet Name="Kits" EntityType="shop.Kit"/></EntityContainer>',
      ),
      "app.ts": `
import { createClient } from "./output/client.js";
export async function run(fetch: never): Promise<void> {
  const { Kits, Machines } = createClient({ baseUrl: "https://x.test", fetch });
  const guid = "01234567-89ab-cdef-0123-456789abcdef";
  await Kits.byId(1).Parts.byId(2).Lines.byId("A-1").get();
  await Machines.byId(1).Parts.byId(2).Lines.byId(guid).get();
  await Kits.byId(1).Parts.byId(2).Parts.byId(3).Lines.byId(guid).find({ by: guid }).get();
  await Machines.byId(1).Parts.byId(2).Parts.byId(3).Lines.byId(guid).find({ by: guid }).get();
  const old = Kits.byId(1).Parts.as("shop.OldKitPart").byId(2);
  await old.Lines.byId("A-1").get();
  await old.Used.byId(1).Parts.byId(2).Lines.byId(guid).get();
}
`,
    });
    await generateTo(join(folder, "output"), [join(folder, "a.xml")], { emit: ["types", "client"] });
    expect(compile(folder, "typescript-7.0", { emit: true })).toBe("");
    const { run } = (await import(pathToFileURL(join(folder, "js/app.js")).href)) as {
      readonly run: (fetch: unknown) => Promise<void>;
    };
    const sent: string[] = [];
    await run(async (url: string) => {
      sent.push(url.slice("https://x.test".length));
      return { ok: true, status: 200, headers: { get: () => null }, text: async () => "{}" };
    });
    const guid = "01234567-89ab-cdef-0123-456789abcdef";
    expect(sent).toEqual([
      "/Kits(1)/Parts(2)/Lines('A-1')",
      `/Machines(1)/Parts(2)/Lines(${guid})`,
      `/Kits(1)/Parts(2)/Parts(3)/Lines('${guid}')/shop.find(by='${guid}')`,
      `/Machines(1)/Parts(2)/Parts(3)/Lines(${guid})/shop.find(by=${guid})`,
      "/Kits(1)/Parts/shop.OldKitPart(2)/Lines('A-1')",
      `/Kits(1)/Parts/shop.OldKitPart(2)/Used(1)/Parts(2)/Lines(${guid})`,
    ]);
  });
});
