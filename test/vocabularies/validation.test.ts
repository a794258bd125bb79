import { describe, expect, it } from "vitest";
import { serviceOf } from "./service.js";

function annotation(term: string, value: string): string {
  return `<Annotation Term="Validation.${term}" ${value}/>`;
}

function allowed(...values: readonly string[]): string {
  const items = values.map((value) => `<Record><PropertyValue Property="Value" ${value}/></Record>`);
  return `<Annotation Term="Validation.AllowedValues"><Collection>${items.join("")}</Collection></Annotation>`;
}

function box(...properties: readonly (readonly [name: string, type: string, annotations: string])[]): string {
  const lines = properties.map(
    ([name, type, content]) => `<Property Name="${name}" Type="${type}">${content}</Property>`,
  );
  return `<EntityType Name="Box">${lines.join("")}</EntityType>`;
}

/** What schemas say of one property: `[code, message]`, or nothing. */
async function judge(content: string): Promise<(shape: "" | "Create" | "Update", value: object) => readonly unknown[]> {
  const schemas = await (await serviceOf(content)).schemas();
  return (shape, value) => {
    const { issues = [] } = (schemas[`box${shape}Schema`]?.validate(value) ?? {}) as {
      readonly issues?: readonly { readonly path: unknown; readonly message: string }[];
    };
    return issues.map(({ path, message }) => [path, message]);
  };
}

describe("rules of the Validation vocabulary", () => {
  it("are checked of what is written, and never of what is read", async () => {
    const of = await judge(
      box(
        ["code", "Edm.String", annotation("Pattern", 'String="^[A-Z]{2}$"')],
        ["rate", "Edm.Decimal", annotation("Minimum", 'Decimal="0.5"') + annotation("Maximum", 'Int="9"')],
        [
          "open",
          "Edm.Int64",
          '<Annotation Term="Validation.Minimum" Int="9007199254740993"><Annotation Term="Validation.Exclusive"/></Annotation>',
        ],
        ["step", "Edm.Decimal", annotation("MultipleOf", 'Decimal="0.1"')],
        ["level", "Edm.Int32", allowed('Int="1"', 'Int="-1"')],
        [
          "tags",
          "Collection(Edm.String)",
          annotation("MaxItems", 'Int="2"') + annotation("MinItems", 'Int="1"') + annotation("Pattern", 'String="^a"'),
        ],
      ),
    );
    const bad = { code: "abc", rate: 0, open: "9007199254740993", step: 0.25, level: 2, tags: ["a", "b", "ab"] };
    const said = [
      [["code"], "must be a text that matches ^[A-Z]{2}$"],
      [["rate"], "must be at least 0.5"],
      [["open"], "must be more than 9007199254740993"],
      [["step"], "must be a multiple of 0.1"],
      [["level"], "must be one of 1, -1"],
      [["tags"], "must be an array of at most 2 items"],
      [["tags", 1], "must be a text that matches ^a"],
    ];
    expect(of("", bad)).toEqual([]);
    expect(of("Create", bad).toSorted()).toEqual(said.toSorted());
    expect(of("Update", bad)).toHaveLength(said.length);
    expect(of("Create", { rate: "9.5", step: "0.3", tags: [] })).toEqual([
      [["rate"], "must be at most 9"],
      [["tags"], "must be an array of at least 1 items"],
    ]);
    const good = { code: "AB", rate: "0.5", open: "9007199254740994", step: 0.3, level: 1, tags: ["a", "ab"] };
    expect(of("Create", good)).toEqual([]);
    expect(of("Create", { code: null, rate: null, step: 1e-1, level: null })).toEqual([]);
  });

  it("say nothing about values of another type: that is said already", async () => {
    const of = await judge(box(["code", "Edm.String", annotation("Pattern", 'String="^a"')]));
    expect(of("Create", { code: 1 })).toEqual([[["code"], "must be a string"]]);
  });

  it("come with the type definition of a property, as do facets", async () => {
    const of = await judge(
      `<TypeDefinition Name="Code" UnderlyingType="Edm.String" MaxLength="3">${annotation("Pattern", 'String="^a"')}</TypeDefinition>` +
        box(["code", "shop.Code", ""], ["other", "shop.Code", annotation("Pattern", 'String="^b"')]),
    );
    expect(of("Create", { code: "b", other: "a" })).toEqual([
      [["code"], "must be a text that matches ^a"],
      [["other"], "must be a text that matches ^b"],
    ]);
    expect(of("Create", { code: "abcd" })).toEqual([[["code"], "must be a string of at most 3 characters"]]);
  });

  it("compare dates, times and durations, each with a limit of its own type", async () => {
    const content =
      `<TypeDefinition Name="Span" UnderlyingType="Edm.Duration">${annotation("Maximum", 'Duration="PT1H"')}</TypeDefinition>` +
      box(
        ["day", "Edm.Date", annotation("Minimum", 'Date="2020-01-01"')],
        ["at", "Edm.DateTimeOffset", annotation("Maximum", 'DateTimeOffset="2020-01-01T00:00:00+02:00"')],
        ["opens", "Edm.TimeOfDay", annotation("Minimum", 'TimeOfDay="08:00"')],
        ["span", "shop.Span", ""],
        ["spans", "Collection(shop.Span)", ""],
        ["other", "Edm.Date", annotation("Minimum", 'Duration="PT1H"')],
        ["count", "Edm.Int32", annotation("Minimum", 'Date="2020-01-01"')],
      );
    const service = await serviceOf(content);
    const of = await judge(content);
    expect(service.text("validators/checks.ts").match(/v\.(?:minimum|maximum).*/g)).toEqual([
      'v.minimum(o["day"], c, "day", "2020-01-01", v.times);',
      'v.maximum(o["at"], c, "at", "2020-01-01T00:00:00+02:00", v.times);',
      'v.minimum(o["opens"], c, "opens", "08:00", v.times);',
      'v.maximum(o["span"], c, "span", "PT1H", v.times);',
      'v.maximum(o["spans"], c, "spans", "PT1H", v.times);',
    ]);
    const bad = {
      day: "2019-12-31",
      at: "2019-12-31T22:00:00.001Z",
      opens: "07:59:59",
      span: "PT61M",
      spans: ["P1D", "PT0S"],
    };
    expect(of("", bad)).toEqual([]);
    expect(of("Create", bad)).toEqual([
      [["day"], "must be at least 2020-01-01"],
      [["at"], "must be at most 2020-01-01T00:00:00+02:00"],
      [["opens"], "must be at least 08:00"],
      [["span"], "must be at most PT1H"],
      [["spans", 0], "must be at most PT1H"],
    ]);
    const good = { day: "2020-01-01", at: "2019-12-31T22:00Z", opens: "08:00:00.0", span: "PT3600S", spans: [] };
    expect(of("Create", good)).toEqual([]);
  });

  it("stand in the comment", async () => {
    const { text } = await serviceOf(
      box(
        ["code", "Edm.String", annotation("Pattern", 'String="^*/$"')],
        [
          "rate",
          "Edm.Int32",
          annotation("Minimum", 'Int="0"') + annotation("Maximum", 'Int="9"') + annotation("MultipleOf", 'Int="3"'),
        ],
        ["day", "Edm.Date", annotation("Minimum", 'Date="2020-01-01"')],
      ),
    );
    const types = text("types.ts");
    expect(types).toContain("/** Is at least 0 and at most 9. A multiple of 3. */\n  rate");
    expect(types).toContain("/** Is at least 2020-01-01. */\n  day");
  });

  it("are the same from CSDL JSON", async () => {
    const service = await serviceOf({
      $Version: "4.01",
      $Reference: {
        "https://a/Org.OData.Validation.V1.json": {
          $Include: [{ $Namespace: "Org.OData.Validation.V1", $Alias: "V" }],
        },
      },
      shop: {
        Box: {
          $Kind: "ComplexType",
          code: { "@V.Pattern": "^a", "@V.AllowedValues": [{ Value: "ab", "@V.Core": 1 }, { Value: "ac" }] },
          rate: { $Type: "Edm.Int64", "@V.Minimum": 0, "@V.Minimum@V.Exclusive": true },
        },
      },
    });
    const checks = service.text("validators/checks.ts");
    expect(checks).toContain('v.pattern(o["code"], c, "code", "^a");');
    expect(checks).toContain('v.allowed(o["code"], c, "code", "ab", "ac");');
    expect(checks).toContain('v.above(o["rate"], c, "rate", "0");');
  });
});

describe("Validation.AllowedValues", () => {
  const content =
    `<TypeDefinition Name="Size" UnderlyingType="Edm.String">${allowed('String="S"', 'String="L"')}</TypeDefinition>` +
    box(["color", "Edm.String", allowed('String="red"', 'String="blue"')], ["size", "shop.Size", ""]) +
    `<Action Name="Paint"><Parameter Name="color" Type="Edm.String" Nullable="false">${allowed('String="red"')}</Parameter>` +
    '<Parameter Name="size" Type="shop.Size" Nullable="false"/></Action>';

  it("of strings are a union of literals for who writes, and open for who reads", async () => {
    expect(
      (await serviceOf(content)).use(`
        import type { Box, BoxCreate, PaintParameters } from "./index.js";
        export const read: Box = { color: "green", size: "XL" };
        export const written: BoxCreate = { color: "red", size: "S" };
        export const painted: PaintParameters = { color: "red", size: "L" };
        // @ts-expect-error it is not in the list
        export const wrong1: BoxCreate = { color: "green" };
        // @ts-expect-error nor is this in that of the type definition
        export const wrong2: BoxCreate = { size: "XL" };
        // @ts-expect-error
        export const wrong3: PaintParameters = { color: "blue", size: "L" };
        // @ts-expect-error
        export const wrong4: PaintParameters = { color: "red", size: "XL" };`),
    ).toBe("");
  });

  it("with a value that only an instance can tell are no closed list", async () => {
    const { text } = await serviceOf(box(["color", "Edm.String", allowed('String="red"', 'Path="other"')]));
    expect(text("types.ts")).toContain("color?: string | null;");
  });
});

describe("Validation.DerivedTypeConstraint", () => {
  const only = (...names: readonly string[]): string =>
    `<Annotation Term="Validation.DerivedTypeConstraint"><Collection>${names.map((name) => `<String>${name}</String>`).join("")}</Collection></Annotation>`;
  const types =
    '<ComplexType Name="Shape"><Property Name="area" Type="Edm.Double"/></ComplexType>' +
    '<ComplexType Name="Circle" BaseType="shop.Shape"><Property Name="radius" Type="Edm.Double"/></ComplexType>' +
    '<ComplexType Name="Square" BaseType="shop.Shape"><Property Name="side" Type="Edm.Double"/></ComplexType>';

  it("restricts the types that can be written", async () => {
    const { use } = await serviceOf(
      types +
        box(["round", "shop.Shape", only("shop.Circle")], ["any", "Collection(shop.Shape)", ""]) +
        `<Action Name="Draw"><Parameter Name="what" Type="Collection(shop.Shape)" Nullable="false">${only("shop.Square", "shop.Unknown")}</Parameter></Action>`,
    );
    expect(
      use(`
        import type { Box, BoxCreate, DrawParameters } from "./index.js";
        export const read: Box = { round: { area: 1 }, any: [] };
        export const written: BoxCreate = { round: { "@odata.type": "#shop.Circle", radius: 1 }, any: [{ area: 1 }] };
        export const drawn: DrawParameters = { what: [{ "@odata.type": "#shop.Square", side: 1 }] };
        // @ts-expect-error the type itself is not in the list
        export const wrong1: BoxCreate = { any: [], round: { area: 1 } };
        // @ts-expect-error nor is another one
        export const wrong2: BoxCreate = { any: [], round: { "@odata.type": "#shop.Square", side: 1 } };
        // @ts-expect-error
        export const wrong3: DrawParameters = { what: [{ "@odata.type": "#shop.Circle", radius: 1 }] };`),
    ).toBe("");
  });
});

describe("what does not fit its term", () => {
  it("is said with its position and changes nothing", async () => {
    const { said, text } = await serviceOf(
      '<ComplexType Name="Box">\n' +
        ' <Property Name="a" Type="Edm.String"><Annotation Term="Validation.Pattern" Int="1"/></Property>\n' +
        ' <Property Name="b" Type="Edm.String"><Annotation Term="Validation.Pattern" String="(a+)+"/></Property>\n' +
        ' <Property Name="c" Type="Edm.String"><Annotation Term="Validation.Pattern" String="("/></Property>\n' +
        ' <Property Name="d" Type="Edm.String"><Annotation Term="Core.Permissions" Bool="true"/></Property>\n' +
        ' <Property Name="e" Type="Edm.Int32"><Annotation Term="Validation.Minimum"/></Property>\n' +
        ' <Property Name="f" Type="Edm.Int32"><Annotation Term="Validation.Minimum" Path="a"/><Annotation Term="Core.Computed"><Null/></Annotation></Property>\n' +
        ' <Property Name="g" Type="Edm.Int32"><Annotation Term="Validation.Minimum" Int="1"><Annotation Term="Validation.Exclusive" String="x"/></Annotation></Property>\n' +
        "</ComplexType>",
    );
    expect(said.map((line) => line.replace(/(- \w+ [\w-]+): .*/, "$1"))).toEqual([
      "4:39 - warning annotation-value-unfit",
      "5:39 - warning pattern-unsafe",
      "6:39 - warning pattern-invalid",
      "7:39 - warning annotation-value-unfit",
      "8:38 - warning annotation-value-unfit",
      "10:84 - warning annotation-value-unfit",
    ]);
    expect(said[0]).toContain(
      "Org.OData.Validation.V1.Pattern of shop.Box/a has no effect, since it is not a string; correct the value.",
    );
    expect(text("validators/checks.ts").match(/v\.(pattern|minimum|above)\(.*/g)).toEqual([
      'v.minimum(o["g"], c, "g", "1");',
    ]);
    expect(text("types.ts")).toContain("  d?: string | null;\n  e?: number | null;\n  f?: number | null;");
  });
});
