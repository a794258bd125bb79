import { describe, expect, it } from "vitest";
import { readXmlText, schemaXml } from "../csdl/reading.js";
import { compile } from "../support/compile.js";
import { modelOf } from "../support/model.js";
import { fill, temporaryFolder } from "../support/temporary-folder.js";
import { outputOf } from "./output.js";
import { writeCsdlJson } from "../../src/csdl/write-json.js";

/** What a text gives, compiled; the runtime lies beside it. */
async function compiledOutputOf(
  text: string,
  options: Parameters<typeof outputOf>[1] = {},
): Promise<Readonly<Record<string, string>>> {
  const output = await outputOf(text, { runtime: "inline", ...options });
  const folder = temporaryFolder();
  fill(folder, output);
  expect(compile(folder, "typescript-7.0")).toBe("");
  return output;
}

const entity = (name: string, members = "", attributes = "") =>
  `<EntityType Name="${name}"${attributes}><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Guid" Nullable="false"/>${members}</EntityType>`;

/** Smallest cases of what the laws found, one for each fault. */
describe("found by the laws:", () => {
  it("overloads are ordered by their parameters, not by where they stand", () => {
    const overload = (type: string) =>
      `<Function Name="f" IsBound="true"><Parameter Name="on" Type="my.ns.${type}"/><ReturnType Type="Edm.String"/></Function>`;
    const unbound = '<Function Name="f"><ReturnType Type="Edm.String"/></Function>';
    const types = '<ComplexType Name="A"/><ComplexType Name="B"/>';
    const order = (...operations: readonly string[]) => {
      const { model } = modelOf({ "m.xml": schemaXml(types + operations.join("")) });
      return model.schemas[0]?.elements.flatMap((element) =>
        element.kind === "Function" ? [element.parameters[0]?.type?.type] : [],
      );
    };
    expect(order(overload("B"), unbound, overload("A"))).toEqual([undefined, "my.ns.A", "my.ns.B"]);
    expect(order(overload("A"), overload("B"), unbound)).toEqual([undefined, "my.ns.A", "my.ns.B"]);
  });

  it("a result may be nothing unless CSDL says that it is never null", async () => {
    const xml = schemaXml(
      `<ComplexType Name="T"/><Action Name="perhaps"><ReturnType Type="my.ns.T"/></Action><Action Name="surely"><ReturnType Type="my.ns.T" Nullable="false"/></Action>` +
        `<EntityContainer Name="C"><ActionImport Name="perhaps" Action="my.ns.perhaps"/><ActionImport Name="surely" Action="my.ns.surely"/></EntityContainer>`,
    );
    const { document } = readXmlText(xml);
    if (document === undefined) throw new Error("nothing was read");
    for (const text of [xml, writeCsdlJson(document)]) {
      const { "client.ts": client } = await outputOf(text);
      expect(client).toContain("perhaps: Action0<types.T | undefined>;");
      expect(client).toContain("surely: Action0<types.T>;");
    }
  });

  it("a set of an extended container is one of the service's, and its binding names no container", () => {
    const { model, said } = modelOf({
      "m.xml": schemaXml(
        entity("E", '<NavigationProperty Name="n" Type="my.ns.E"/>') +
          '<EntityContainer Name="Base"><EntitySet Name="S" EntityType="my.ns.E"><NavigationPropertyBinding Path="n" Target="my.ns.Base/S"/></EntitySet></EntityContainer>' +
          '<EntityContainer Name="C" Extends="my.ns.Base"/>' +
          '<Annotations Target="my.ns.Base"><Annotation Term="my.ns.T" String="x"/></Annotations><Term Name="T" Type="Edm.String"/>',
      ),
    });
    expect(said).toEqual([]);
    expect(model.container).toMatchObject({
      name: "my.ns.C",
      children: [{ name: "S", navigationPropertyBindings: [{ path: "n", target: "S" }] }],
      annotations: [{ term: "my.ns.T" }],
    });
  });

  it("an enum without members is a string, however long its name", async () => {
    const name = "E".repeat(120);
    const { "types.ts": types } = await compiledOutputOf(schemaXml(`<EnumType Name="${name}"/>`));
    expect(types).toContain(`export type ${name} =\n  | string;`);
  });

  it("a key called toString is of its kind", async () => {
    const { "client.ts": client } = await compiledOutputOf(
      schemaXml(
        `${entity("E")}<EntityContainer Name="C"><EntitySet Name="toString" EntityType="my.ns.E"/></EntityContainer>`,
      ),
    );
    expect(client).toContain('toString: "Guid",');
  });

  it("names that only look like the runtime's bring no import", async () => {
    const { "client.ts": client } = await compiledOutputOf(
      schemaXml(
        `<EntityType Name="ÜCollection"><Key><PropertyRef Name="Page"/><PropertyRef Name="Many"/></Key>` +
          `<Property Name="Page" Type="Edm.Int32" Nullable="false"/><Property Name="Many" Type="Edm.Int32" Nullable="false"/></EntityType>` +
          `<EntityContainer Name="C"><EntitySet Name="S" EntityType="my.ns.ÜCollection"/></EntityContainer>`,
      ),
    );
    expect(client).toContain("{ Page: number; Many: number }");
    expect(client).toMatch(/^import type \{\n {2}Collection,\n {2}Item,\n\} from/m);
  });

  it("what an open type requires is of its own type, and may lead back to the type", async () => {
    const output = await compiledOutputOf(
      schemaXml(
        '<ComplexType Name="Base"/><ComplexType Name="Node" BaseType="my.ns.Base" OpenType="true"><Property Name="size" Type="Edm.Int32" Nullable="false"/>' +
          '<Property Name="next" Type="my.ns.Node"/><Property Name="other" Type="my.ns.Base" Nullable="false"/></ComplexType>',
      ),
    );
    const folder = temporaryFolder();
    fill(folder, output);
    const use = (size: string) =>
      `import type { NodeCreate } from "./writes.js";\nexport const node: NodeCreate = { size: ${size}, other: {} };\n`;
    fill(folder, { "use.ts": use("1") });
    expect(compile(folder, "typescript-7.0")).toBe("");
    fill(folder, { "use.ts": use("{ size: 1, other: {} }") });
    expect(compile(folder, "typescript-7.0")).toContain("is not assignable to type 'number'");
  });

  it("what an open type does not list is of any type when written, whatever its members are", async () => {
    const output = await compiledOutputOf(
      schemaXml(
        '<ComplexType Name="Base"><Property Name="b" Type="Edm.Int32" Nullable="false"/></ComplexType><ComplexType Name="Derived" BaseType="my.ns.Base"/>' +
          '<ComplexType Name="Open" OpenType="true"><Property Name="one" Type="my.ns.Base"/></ComplexType>',
      ),
      { openTypes: "any" },
    );
    const folder = temporaryFolder();
    fill(folder, output);
    const use = (one: string) =>
      `import type { OpenCreate, OpenUpdate } from "./writes.js";\nexport const values: [OpenCreate, OpenUpdate] = [{ other: "x", one: ${one} }, { other: "x" }];\n`;
    fill(folder, { "use.ts": use("{ b: 1 }") });
    expect(compile(folder, "typescript-7.0")).toBe("");
    fill(folder, { "use.ts": use('"x"') });
    expect(compile(folder, "typescript-7.0")).toContain("is not assignable to type");
  });
});
