import { describe, expect, it } from "vitest";
import { isElementName, isNamespace, isQualifiedName, isSimpleName, useOfName } from "../../src/edm/names.js";
import {
  abstractTypes,
  edm,
  edmTypeOf,
  isOldPrimitiveType,
  oldPrimitiveTypes,
  pathTypes,
  primitiveTypes,
} from "../../src/edm/primitive-types.js";
import { alternativesText, schemeOfSecurity, schemeTitle } from "../../src/edm/microsoft-graph.js";
import { isEqualDeclaration } from "../../src/edm/equal-declarations.js";
import { groupBy } from "../../src/edm/grouping.js";

const long = (count: number, letter = "a") => letter.repeat(count);

describe("what a name is good for", () => {
  it.each<[use: string, names: readonly string[]]>([
    ["simple", ["a", "_", "A1_b", "größe", "名前", "a\u0301", "Ⅷ", "a‿b", long(128), long(128, "ä")]],
    ["loose", ["First name", "first-name", "Values$", "1st", "x.y", "a!b", "a+b", "a~b", "~", "²", "a„b“"]],
    ["local", ["a/b", "Price (EUR)", "a?b", "a#b", "50%", "a&b", "a:b", "a=b", "@a", "a,b", "a;b", "a.", ".a", "a..b"]],
    [
      "none",
      [
        "",
        "$a",
        " a",
        "a ",
        "a'b",
        'a"b',
        "a<b",
        "a>b",
        "a[b]",
        "a{b}",
        "a\\b",
        "a|b",
        "a^b",
        "a`b",
        "a*b",
        "a\nb",
        "a\u0000b",
        "a\u202eb",
        long(129),
        long(129, "ä"),
      ],
    ],
  ])("%s", (use, names) => {
    for (const name of names) expect(useOfName(name), JSON.stringify(name)).toBe(use);
    for (const name of names) expect(isSimpleName(name), JSON.stringify(name)).toBe(use === "simple");
  });
});

describe("a name with its namespace", () => {
  it.each<[name: string, namespace: boolean, qualified: boolean, element: boolean]>([
    ["a", true, false, false],
    ["a.b", true, true, true],
    ["größe.a", true, true, true],
    ["a.b.c.d.e.f.g.h.i.j", true, true, true],
    ["a.1b", false, false, true],
    ["a b.c-d", false, false, true],
    ["a..b", false, false, false],
    [".a", false, false, false],
    ["a.", false, false, false],
    ["a.b/c", false, false, false],
    ["a.$b", false, false, false],
    ["", false, false, false],
    [`${long(128)}.${long(128)}`, true, true, true],
    [`${long(129)}.b`, false, false, true],
    [`a.${long(129)}`, false, false, true],
    [`${[long(128), long(128), long(128), long(124)].join(".")}.b`, false, true, true],
    [`${[long(128), long(128), long(128), long(125)].join(".")}.b`, false, false, true],
    [`${[long(128), long(128), long(128), long(124)].join(".")}`, true, true, true],
    [`a b.${long(637)}`, false, false, false],
  ])("%s", (name, namespace, qualified, element) => {
    expect([isNamespace(name), isQualifiedName(name), isElementName(name)]).toEqual([namespace, qualified, element]);
  });
});

describe("primitive types", () => {
  it("are those of OData, each once", () => {
    const all = [...primitiveTypes, ...oldPrimitiveTypes, ...abstractTypes, ...pathTypes];
    expect(new Set(all).size).toBe(all.length);
    for (const name of all) expect(edmTypeOf(edm(name))).toBe(name);
    expect(all.toSorted().join(" ")).toBe(
      "AnnotationPath AnyPropertyPath Binary Boolean Byte ComplexType Date DateTime DateTimeOffset Decimal Double Duration EntityType Geography GeographyCollection GeographyLineString GeographyMultiLineString GeographyMultiPoint GeographyMultiPolygon GeographyPoint GeographyPolygon Geometry GeometryCollection GeometryLineString GeometryMultiLineString GeometryMultiPoint GeometryMultiPolygon GeometryPoint GeometryPolygon Guid Int16 Int32 Int64 ModelElementPath NavigationPropertyPath PrimitiveType PropertyPath SByte Single Stream String Time TimeOfDay Untyped",
    );
  });

  it("are told from others, old ones too", () => {
    expect(edmTypeOf("Edm.Other" as never)).toBeUndefined();
    expect(edmTypeOf("n.String" as never)).toBeUndefined();
    expect([isOldPrimitiveType("DateTime"), isOldPrimitiveType("Time"), isOldPrimitiveType("Date")]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe("permissions in words", () => {
  it.each([
    ["delegatedWork", "Delegated, work or school account", "DelegatedWork"],
    ["delegatedPersonal", "Delegated, personal Microsoft account", "DelegatedPersonal"],
    ["application", "Application", "Application"],
  ] as const)("%s", (scheme, title, security) => {
    expect([schemeTitle(scheme), schemeOfSecurity(security)]).toEqual([title, scheme]);
  });

  it("of another scheme, and none", () =>
    expect([schemeOfSecurity("Other"), schemeOfSecurity(undefined)]).toEqual([undefined, undefined]));

  it("with scopes that are alternatives or needed together", () => {
    expect(alternativesText([["A"], ["B"]])).toBe("A, B");
    expect(alternativesText([["A", "B"], ["C"]])).toBe("A and B, or C");
    expect(alternativesText([["A", "B"]])).toBe("A and B");
    expect(alternativesText([])).toBe("");
  });
});

it("declarations are equal but for their positions", () => {
  const declaration = { name: "a", at: 1, list: [{ at: 2, value: 1n }], none: undefined };
  expect(isEqualDeclaration(declaration, { ...declaration, at: 5, list: [{ at: 7, value: 1n }] })).toBe(true);
  expect(isEqualDeclaration(declaration, { ...declaration, list: [{ at: 2, value: 2n }] })).toBe(false);
  expect(isEqualDeclaration(declaration, { ...declaration, list: [] })).toBe(false);
  expect(isEqualDeclaration(declaration, { ...declaration, more: 1 })).toBe(false);
  expect(isEqualDeclaration({ a: undefined, b: 1 }, { b: 1, c: 1 })).toBe(false);
  expect([
    isEqualDeclaration(null, {}),
    isEqualDeclaration({}, null),
    isEqualDeclaration("a", "a"),
    isEqualDeclaration(null, null),
  ]).toEqual([false, false, true, true]);
});

it("groups keep the order of their items and of their first ones", () => {
  expect([...groupBy(["b1", "a1", "b2", "c1", "a2"], ([letter]) => letter)]).toEqual([
    ["b", ["b1", "b2"]],
    ["a", ["a1", "a2"]],
    ["c", ["c1"]],
  ]);
});
