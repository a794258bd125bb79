/** What pages add to the elements that their requests address. */
import { describe, expect, it } from "vitest";
import type { Annotation } from "../../src/edm/annotations.js";
import { isOperation } from "../../src/edm/model.js";
import { simpleNameOf } from "../../src/edm/names.js";
import { printAnnotations } from "../../src/csdl/json/print/print-annotations.js";
import { printJson } from "../../src/csdl/json/print/print.js";
import { modelOf } from "../support/model.js";

const csdl = (inside = "", container = "") =>
  `<Schema Namespace="microsoft.graph" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EntityType Name="thing"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/><NavigationProperty Name="parts" Type="Collection(microsoft.graph.thing)" ContainsTarget="true"/></EntityType>
${inside}<EntityContainer Name="C"><EntitySet Name="things" EntityType="microsoft.graph.thing">${container}</EntitySet><Singleton Name="main" Type="microsoft.graph.thing"/></EntityContainer></Schema>`;

function page(request: string, scopes: string, body = ""): string {
  const table =
    scopes === "" ? "" : `## Permissions\n|Permission type|Permissions|\n|:-|:-|\n|Application|${scopes}|\n\n`;
  return `# Do it\n\nNamespace: microsoft.graph\n\n${table}## HTTP request\n\`\`\`http\n${request}\n\`\`\`\n\n${body}`;
}

/** Annotations as CSDL JSON. */
function textOf(annotations: readonly Annotation[] = []): Record<string, unknown> {
  return JSON.parse(printJson(printAnnotations(annotations))) as Record<string, unknown>;
}

function annotationsOf(pages: readonly string[], text = csdl()) {
  const texts = Object.fromEntries(pages.map((one, index) => [`${index}.md`, one]));
  const { model } = modelOf({ "a.xml": text, ...texts });
  const [things, main] = model.container?.children ?? [];
  const thing = model.structuredTypes.find(({ name }) => name === "microsoft.graph.thing");
  return {
    things: textOf(things?.annotations),
    main: textOf(main?.annotations),
    parts: textOf(thing?.navigationProperties[0]?.annotations),
    operation: textOf(model.operations[0]?.annotations),
    model,
  };
}

const CAPABILITIES = "@Org.OData.Capabilities.V1";
const permissions = (...sets: readonly (readonly string[])[]) => ({
  Permissions: sets.map((set) => ({ SchemeName: "Application", Scopes: set.map((Scope) => ({ Scope })) })),
});

describe("permissions become annotations", () => {
  it("of the entity set, by method; those of one entity by key", () => {
    const { things, main } = annotationsOf([
      page("GET /things", "A.Read"),
      page("GET /things/{id}", "B.Read, C.Read and D.Read"),
      page("POST /things", "E.Write"),
      page("PATCH /things/{id}", "F.Write"),
      page("DELETE /things/{id}", "Not supported."),
    ]);
    expect(things).toEqual({
      [`${CAPABILITIES}.ReadRestrictions`]: {
        ...permissions(["A.Read"]),
        ReadByKeyRestrictions: {
          Permissions: [
            expect.objectContaining({ Scopes: [{ Scope: "B.Read" }, { Scope: "C.Read" }, { Scope: "D.Read" }] }),
          ],
        },
      },
      [`${CAPABILITIES}.InsertRestrictions`]: permissions(["E.Write"]),
      [`${CAPABILITIES}.UpdateRestrictions`]: permissions(["F.Write"]),
      [`${CAPABILITIES}.DeleteRestrictions`]: permissions(),
    });
    expect(main).toEqual({});
  });

  it("of singletons, navigation properties and operations", () => {
    const action = '<Action Name="move" IsBound="true"><Parameter Name="it" Type="microsoft.graph.thing"/></Action>';
    const { main, parts, operation } = annotationsOf(
      [
        page("GET /main", "A.Read"),
        page("GET /things/{id}/parts", "B.Read"),
        page("POST /things/{id}/move", "C.Write"),
      ],
      csdl(action),
    );
    expect(main).toEqual({ [`${CAPABILITIES}.ReadRestrictions`]: { ReadByKeyRestrictions: permissions(["A.Read"]) } });
    expect(parts).toEqual({ [`${CAPABILITIES}.ReadRestrictions`]: permissions(["B.Read"]) });
    expect(operation).toEqual({ [`${CAPABILITIES}.OperationRestrictions`]: permissions(["C.Write"]) });
  });

  it("with their case, and whether they are open", () => {
    const { things } = annotationsOf([page("GET /things", "For me: A.Read<br>For all: B.Read, C.Read and D.Read")]);
    expect(things).toEqual({
      [`${CAPABILITIES}.ReadRestrictions`]: {
        Permissions: [
          { SchemeName: "Application", Scopes: [{ Scope: "A.Read" }], "@Org.OData.Core.V1.Description": "me" },
          {
            SchemeName: "Application",
            Scopes: [{ Scope: "B.Read" }, { Scope: "C.Read" }, { Scope: "D.Read" }],
            "@Org.OData.Core.V1.Description": "all",
            "@Org.OData.Core.V1.LongDescription": "The documentation leaves open what is needed: less may be enough.",
          },
        ],
      },
    });
  });

  it("unless the element has them already", () => {
    const own =
      '<Annotation Term="Org.OData.Capabilities.V1.ReadRestrictions"><Record><PropertyValue Property="Readable" Bool="false"/></Record></Annotation>';
    const { things } = annotationsOf([page("GET /things", "A.Read"), page("POST /things", "B.Write")], csdl("", own));
    expect(things).toEqual({
      [`${CAPABILITIES}.ReadRestrictions`]: { Readable: false },
      [`${CAPABILITIES}.InsertRestrictions`]: permissions(["B.Write"]),
    });
  });

  it("and the requests address the elements that have them", () => {
    const { model } = annotationsOf([page("GET /things", "A.Read"), page("GET /things/{id}/parts/$count", "B.Read")]);
    const [things] = model.container?.children ?? [];
    const read = model.requests.find(({ template }) => template === "/things");
    expect(read?.resource).toMatchObject({ kind: "Collection" });
    expect(read?.resource?.kind === "Collection" && read.resource.through === things).toBe(true);
  });
});

describe("parameters of an operation have what pages add to them", () => {
  const rows = (...all: readonly string[]) =>
    `## Request body\nSupply the parameters.\n\n|Parameter|Type|Description|\n|:-|:-|:-|\n${all.join("\n")}\n`;
  const operation = (declared: string, kind: "Action" | "Function", ...all: readonly string[]) => {
    const returns = kind === "Function" ? '<ReturnType Type="Edm.Int32"/>' : "";
    const text = csdl(
      `<${kind} Name="move" IsBound="true"><Parameter Name="it" Type="microsoft.graph.thing"/>${declared}${returns}</${kind}>`,
    );
    const request = kind === "Action" ? "POST /things/{id}/move" : "GET /things/{id}/move(to={to})";
    const { model } = annotationsOf([page(request, "", rows(...all))], text);
    const found = model.elements.find(isOperation);
    return found?.parameters
      .slice(1)
      .map(({ name, type, annotations = [] }) =>
        [
          name,
          String(type?.nullable),
          ...annotations.map(
            ({ term, value }) => `${simpleNameOf(term)}=${value.kind === "Constant" ? value.value : value.kind}`,
          ),
        ].join(" "),
      );
  };

  it("descriptions, whatever the letter case of names", () => {
    expect(operation('<Parameter Name="to" Type="Edm.String"/>', "Action", "|To|String|Where to.|")).toEqual([
      "to undefined Description=Where to.",
    ]);
  });

  it("no description where one is declared", () => {
    const declared =
      '<Parameter Name="to" Type="Edm.String"><Annotation Term="Org.OData.Core.V1.Description" String="Declared."/></Parameter>';
    expect(operation(declared, "Action", "|to|String|Where to.|")).toEqual(["to undefined Description=Declared."]);
  });

  it("that they must be given, of an action where CSDL leaves that open", () => {
    const required = "|to|String|Required.|";
    expect(operation('<Parameter Name="to" Type="Edm.String"/>', "Action", required)).toEqual([
      "to false Description=Required.",
    ]);
    expect(operation('<Parameter Name="to" Type="Edm.String" Nullable="true"/>', "Action", required)).toEqual([
      "to true Description=Required.",
    ]);
    expect(operation('<Parameter Name="to" Type="Edm.String"/>', "Function", required)).toEqual([
      "to undefined Description=Required.",
    ]);
    expect(
      operation('<Parameter Name="to" Type="Collection(Edm.String)"/>', "Action", "|to|String collection|Required.|"),
    ).toEqual(["to undefined Description=Required."]);
    expect(operation('<Parameter Name="to" Type="Edm.String"/>', "Action", "|to|String|Optional.|")).toEqual([
      "to undefined Description=Optional. OptionalParameter=true",
    ]);
    expect(operation('<Parameter Name="to" Type="Edm.String"/>', "Action", "|other|String|x|")).toEqual([
      "to undefined",
    ]);
  });
});

it("the elements of a schema are sorted by kind, name and parameters", () => {
  const { model } = modelOf({
    "a.xml": `<Schema Namespace="n" xmlns="http://docs.oasis-open.org/odata/ns/edm"><EntityContainer Name="A"/><Term Name="Z" Type="Edm.String"/><Function Name="F" IsBound="true"><Parameter Name="a" Type="n.E"/><ReturnType Type="Edm.Int32"/></Function><Function Name="F"><Parameter Name="b" Type="Edm.String"/><ReturnType Type="Edm.Int32"/></Function><Function Name="F"><Parameter Name="a" Type="Edm.Int32"/><ReturnType Type="Edm.Int32"/></Function><Action Name="B"/><Action Name="A2"/><EntityType Name="E"/><ComplexType Name="C"/><TypeDefinition Name="D" UnderlyingType="Edm.String"/><EnumType Name="X"/></Schema>`,
  });
  expect(
    model.elements.map(
      (element) =>
        `${element.kind} ${simpleNameOf(element.name)}${isOperation(element) ? `(${element.parameters.map(({ name }) => name).join()})` : ""}`,
    ),
  ).toEqual([
    "EnumType X",
    "TypeDefinition D",
    "ComplexType C",
    "EntityType E",
    "Action A2()",
    "Action B()",
    "Function F(a)",
    "Function F(b)",
    "Function F(a)",
    "Term Z",
    "EntityContainer A",
  ]);
});
