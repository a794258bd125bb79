import { describe, expect, it } from "vitest";
import type { Annotation } from "../../src/edm/annotations.js";
import { plain, readJsonText, readXmlText, schemaJson, schemaXml } from "./reading.js";

function xml(annotation: string): unknown {
  const { document, said } = readXmlText(schemaXml(annotation));
  expect(said).toEqual([]);
  return plain(document?.schemas[0]?.annotations);
}

function valueOf(annotation: string): unknown {
  const [first] = xml(annotation) as readonly Annotation[];
  return first?.value;
}

function json(value: string): unknown {
  const { document, said } = readJsonText(schemaJson(`"@Self.T": ${value}`));
  expect(said).toEqual([]);
  return plain(document?.schemas[0]?.annotations?.[0]?.value);
}

const constant = (type: string, value: string): unknown => ({ kind: "Constant", type, value });
const path = (text: string): unknown => ({ kind: "Path", type: "Path", path: text });

describe("constants and paths", () => {
  it.each([
    ["Binary", "T0RhdGE"],
    ["Bool", "false"],
    ["Date", "2020-02-29"],
    ["DateTimeOffset", "2020-02-29T23:59:59.999Z"],
    ["Decimal", "79228162514264337593543950335.01"],
    ["Duration", "P11DT23H59M59.999999999999S"],
    ["Float", "-INF"],
    ["Guid", "21EC2020-3AEA-1069-A2DD-08002B30309D"],
    ["Int", "9223372036854775807"],
    ["String", "1.10"],
    ["TimeOfDay", "21:45:00"],
  ])("%s is the same in both notations", (kind, value) => {
    expect(valueOf(`<Annotation Term="Self.T" ${kind}="${value}" />`)).toEqual(constant(kind, value));
    expect(valueOf(`<Annotation Term="Self.T"><${kind}>${value}</${kind}></Annotation>`)).toEqual(
      constant(kind, value),
    );
  });

  it("blanks around an element's value are layout, but not in a string", () => {
    expect(valueOf(`<Annotation Term="Self.T"><Int>\n 5 </Int></Annotation>`)).toEqual(constant("Int", "5"));
    expect(valueOf(`<Annotation Term="Self.T"><String>\n a </String></Annotation>`)).toEqual(
      constant("String", "\n a "),
    );
    expect(valueOf(`<Annotation Term="Self.T"><String>  </String></Annotation>`)).toEqual(constant("String", "  "));
  });

  it.each(["Path", "AnnotationPath", "ModelElementPath", "NavigationPropertyPath", "PropertyPath", "AnyPropertyPath"])(
    "%s resolves aliases",
    (kind) => {
      const expected = { kind: "Path", type: kind, path: "A/my.ns.B/@my.ns.T#q" };
      expect(valueOf(`<Annotation Term="Self.T" ${kind}="A/Self.B/@Self.T#q" />`)).toEqual(expected);
      expect(valueOf(`<Annotation Term="Self.T"><${kind}>A/Self.B/@Self.T#q</${kind}></Annotation>`)).toEqual(expected);
    },
  );

  it("a literal in a key predicate is no name", () => {
    expect(valueOf(`<Annotation Term="Self.T" Path="/Self.C/S('Self.B')/P" />`)).toEqual(
      path("/my.ns.C/S('Self.B')/P"),
    );
  });

  it("enum members resolve aliases, one by one", () => {
    expect(valueOf(`<Annotation Term="Self.T" EnumMember="Self.E/A Self.E/B" />`)).toEqual(
      constant("EnumMember", "my.ns.E/A my.ns.E/B"),
    );
  });

  it("strings are kept as they are", () => {
    expect(valueOf(`<Annotation Term="Self.T" String="Self.E" />`)).toEqual(constant("String", "Self.E"));
  });
});

describe("annotations", () => {
  it("without a value mean true", () => {
    expect(xml(`<Annotation Term="Self.T" Qualifier="q" />`)).toEqual([
      { term: "my.ns.T", qualifier: "q", value: constant("Bool", "true") },
    ]);
  });

  it("may be annotated", () => {
    expect(xml(`<Annotation Term="Self.T" Int="1"><Annotation Term="Self.U" String="why" /></Annotation>`)).toEqual([
      {
        term: "my.ns.T",
        value: constant("Int", "1"),
        annotations: [{ term: "my.ns.U", value: constant("String", "why") }],
      },
    ]);
  });

  it("of a vocabulary need no reference when its full namespace is named", () => {
    expect(xml(`<Annotation Term="Org.OData.Core.V1.Description" String="d" />`)).toMatchObject([
      { term: "Org.OData.Core.V1.Description" },
    ]);
  });

  it("of an external target share the qualifier of their group", () => {
    const { document } = readXmlText(
      schemaXml(`<Annotations Target="Self.E" Qualifier="q"><Annotation Term="Self.T" Int="1" /></Annotations>`),
    );
    expect(plain(document?.schemas[0]?.targets)).toEqual([
      { target: "my.ns.E", annotations: [{ term: "my.ns.T", qualifier: "q", value: constant("Int", "1") }] },
    ]);
  });
});

describe("expressions", () => {
  it("records have typed values, annotations on them and on their members", () => {
    expect(
      valueOf(`<Annotation Term="Self.T"><Record Type="Self.R"><Annotation Term="Self.U" />
<PropertyValue Property="a" Int="1"><Annotation Term="Self.U" /></PropertyValue>
<PropertyValue Property="b"><Collection><String>x</String><Null /><Record /></Collection></PropertyValue></Record></Annotation>`),
    ).toEqual({
      kind: "Record",
      type: "my.ns.R",
      properties: [
        { name: "a", value: constant("Int", "1"), annotations: [{ term: "my.ns.U", value: constant("Bool", "true") }] },
        {
          name: "b",
          value: {
            kind: "Collection",
            items: [constant("String", "x"), { kind: "Null" }, { kind: "Record", properties: [] }],
          },
        },
      ],
      annotations: [{ term: "my.ns.U", value: constant("Bool", "true") }],
    });
  });

  it.each(["And", "Or", "Eq", "Ne", "Gt", "Ge", "Lt", "Le", "Has", "In", "Add", "Sub", "Mul", "Div", "DivBy", "Mod"])(
    "%s has two operands",
    (operator) => {
      const expected = { kind: "Operator", operator, operands: [path("A"), constant("Int", "1")] };
      expect(
        valueOf(`<Annotation Term="Self.T"><${operator}><Path>A</Path><Int>1</Int></${operator}></Annotation>`),
      ).toEqual(expected);
      expect(json(`{ "$${operator}": [{ "$Path": "A" }, 1] }`)).toEqual(expected);
    },
  );

  it.each(["Not", "Neg"])("%s has one operand", (operator) => {
    const expected = { kind: "Operator", operator, operands: [path("A")] };
    expect(valueOf(`<Annotation Term="Self.T"><${operator}><Path>A</Path></${operator}></Annotation>`)).toEqual(
      expected,
    );
    expect(json(`{ "$${operator}": { "$Path": "A" } }`)).toEqual(expected);
  });

  it("if", () => {
    const expected = { kind: "If", operands: [path("A"), constant("String", "b"), constant("String", "c")] };
    expect(
      valueOf(`<Annotation Term="Self.T"><If><Path>A</Path><String>b</String><String>c</String></If></Annotation>`),
    ).toEqual(expected);
    expect(json(`{ "$If": [{ "$Path": "A" }, "b", "c"] }`)).toEqual(expected);
  });

  it("apply, with labels in attribute notation", () => {
    const label = { kind: "LabeledElement", name: "id", value: path("A") };
    const expected = {
      kind: "Apply",
      function: "odata.fillUriTemplate",
      arguments: [constant("String", "{id}"), label],
    };
    expect(
      valueOf(
        `<Annotation Term="Self.T"><Apply Function="odata.fillUriTemplate"><String>{id}</String>` +
          `<LabeledElement Name="id" Path="A" /></Apply></Annotation>`,
      ),
    ).toEqual(expected);
    expect(
      json(
        `{ "$Apply": ["{id}", { "$LabeledElement": { "$Path": "A" }, "$Name": "id" }], "$Function": "odata.fillUriTemplate" }`,
      ),
    ).toEqual(expected);
  });

  it("cast and is-of, with facets", () => {
    const expected = {
      kind: "Cast",
      type: "Edm.Decimal",
      collection: true,
      facets: { precision: 3 },
      operand: path("A"),
    };
    expect(
      valueOf(
        `<Annotation Term="Self.T"><Cast Type="Collection(Edm.Decimal)" Precision="3"><Path>A</Path></Cast></Annotation>`,
      ),
    ).toEqual(expected);
    expect(json(`{ "$Cast": { "$Path": "A" }, "$Type": "Edm.Decimal", "$Collection": true, "$Precision": 3 }`)).toEqual(
      expected,
    );
    const isOf = { kind: "IsOf", type: "my.ns.E", collection: false, operand: path("$it") };
    expect(valueOf(`<Annotation Term="Self.T"><IsOf Type="Self.E"><Path>$it</Path></IsOf></Annotation>`)).toEqual(isOf);
    expect(json(`{ "$IsOf": { "$Path": "$it" }, "$Type": "Self.E" }`)).toEqual(isOf);
  });

  it("labels and references to them", () => {
    expect(
      valueOf(`<Annotation Term="Self.T"><LabeledElementReference>Self.L</LabeledElementReference></Annotation>`),
    ).toEqual({ kind: "LabeledElementReference", name: "my.ns.L" });
    expect(json(`{ "$LabeledElementReference": "Self.L" }`)).toEqual({
      kind: "LabeledElementReference",
      name: "my.ns.L",
    });
  });

  it("URLs in both notations", () => {
    const expected = { kind: "UrlRef", value: constant("String", "http://x?a=1&b=2") };
    expect(valueOf(`<Annotation Term="Self.T" UrlRef="http://x?a=1&amp;b=2" />`)).toEqual(expected);
    expect(
      valueOf(`<Annotation Term="Self.T"><UrlRef><String>http://x?a=1&amp;b=2</String></UrlRef></Annotation>`),
    ).toEqual(expected);
    expect(json(`{ "$UrlRef": "http://x?a=1&b=2" }`)).toEqual(expected);
  });

  it("dynamic expressions and null may be annotated", () => {
    const annotations = [{ term: "my.ns.U", value: constant("Bool", "true") }];
    expect(valueOf(`<Annotation Term="Self.T"><Null><Annotation Term="Self.U" /></Null></Annotation>`)).toEqual({
      kind: "Null",
      annotations,
    });
    expect(json(`{ "$Null": null, "@Self.U": true }`)).toEqual({ kind: "Null", annotations });
    const not = { kind: "Operator", operator: "Not", operands: [path("A")], annotations };
    expect(
      valueOf(`<Annotation Term="Self.T"><Not><Path>A</Path><Annotation Term="Self.U" /></Not></Annotation>`),
    ).toEqual(not);
    expect(json(`{ "$Not": { "$Path": "A" }, "@Self.U": true }`)).toEqual(not);
  });

  it("JSON numbers keep their digits, strings stay strings", () => {
    expect(json(`9223372036854775807`)).toEqual(constant("Int", "9223372036854775807"));
    expect(json(`79228162514264337593543950335.01`)).toEqual(constant("Decimal", "79228162514264337593543950335.01"));
    expect(json(`1E5`)).toEqual(constant("Float", "1E5"));
    expect(json(`"2020-02-29"`)).toEqual(constant("String", "2020-02-29"));
    expect(json(`true`)).toEqual(constant("Bool", "true"));
    expect(json(`null`)).toEqual({ kind: "Null" });
  });

  it("JSON records have their type in control information, of 4.01 and of 4.0", () => {
    const expected = {
      kind: "Record",
      type: "my.ns.R",
      properties: [
        { name: "a", value: constant("Int", "1"), annotations: [{ term: "my.ns.U", value: constant("Int", "2") }] },
      ],
    };
    expect(json(`{ "@type": "https://x/y#Self.R", "a": 1, "a@Self.U": 2 }`)).toEqual(expected);
    expect(json(`{ "@odata.type": "#my.ns.R", "a": 1, "a@Self.U": 2 }`)).toEqual(expected);
  });
});
