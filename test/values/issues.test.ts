/** What is said of values that do not fit, as the audit prints it. */
import { describe, expect, it } from "vitest";
import type { Operation } from "../../src/edm/elements.js";
import type { QualifiedName } from "../../src/edm/names.js";
import type { JsonValue } from "../../src/edm/requests.js";
import { factsOf } from "../../src/facts/facts.js";
import { assumptionsOf } from "../../src/facts/assumptions.js";
import { checkBody } from "../../src/values/check-body.js";
import type { ValueShape } from "../../src/edm/examples/example-types.js";
import { ValueChecker } from "../../src/values/check-value.js";
import type { ValueIssue } from "../../src/values/value-issue.js";
import { schemaXml } from "../csdl/reading.js";
import { modelOf } from "../support/model.js";

const { model } = modelOf({
  "a.xml": schemaXml(
    `<EnumType Name="Mode" IsFlags="true"><Member Name="On" Value="1"/><Member Name="Dim" Value="2"/></EnumType>
<EntityType Name="Lamp"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.String" Nullable="false"/>
<Property Name="mode" Type="Self.Mode"/><Property Name="name" Type="Edm.String" MaxLength="3"/>
<Property Name="names" Type="Collection(Edm.String)" Nullable="false"/><Property Name="day" Type="Edm.Date"/>
<Property Name="small" Type="Edm.Byte"/><Property Name="any" Type="Edm.Untyped"/><Property Name="path" Type="Edm.PropertyPath"/>
<Property Name="spot" Type="Edm.GeographyPoint"/><Property Name="place" Type="Edm.Geography"/><Property Name="area" Type="Edm.GeometryMultiPolygon"/>
<Property Name="all" Type="Edm.GeographyCollection"/><Property Name="photo" Type="Edm.Stream"/>
<NavigationProperty Name="next" Type="Self.Lamp"/><NavigationProperty Name="others" Type="Collection(Self.Lamp)"/></EntityType>
<EntityType Name="Tall" BaseType="Self.Lamp"><Property Name="height" Type="Edm.Int32"/></EntityType>
<ComplexType Name="Free" OpenType="true"/><ComplexType Name="Size"/>
<Action Name="dim" IsBound="true"><Parameter Name="lamp" Type="Self.Lamp"/><Parameter Name="by" Type="Edm.Int32" Nullable="false"/><Parameter Name="mode" Type="Self.Mode"/></Action>`,
  ),
});
const checker = new ValueChecker(model, factsOf(model, assumptionsOf(model)));

function lines(issues: readonly ValueIssue[]): readonly string[] {
  return issues.map(({ path, code, message }) => `${path.join("/")} ${code}: ${message}`);
}

function ofLamp(value: JsonValue, shape: ValueShape = "update"): readonly string[] {
  return lines(checker.check(value, { type: "my.ns.Lamp" as QualifiedName, collection: false }, shape));
}

describe("a value of an entity", () => {
  it.each<[value: JsonValue, ...issues: string[]]>([
    [{}],
    [null, " null: must not be null"],
    ["x", " type: must be an object"],
    [{ id: null }, "id read-only: cannot be changed"],
    [{ mode: "On, Dim" }],
    [{ mode: "On,Off" }, "mode unknown-member: is not a member of my.ns.Mode"],
    [
      { mode: "On,dim" },
      'mode unknown-member: is not a member of my.ns.Mode, which has "Dim": names are case-sensitive',
    ],
    [{ mode: 1 }, "mode type: must be a string"],
    [{ name: "abcd" }, "name range: must be a string of at most 3 characters"],
    [{ names: ["a", null, 1] }, "names/1 null: must not be null", "names/2 type: must be a string"],
    [{ names: "a" }, "names type: must be an array"],
    [{ day: "2023-02-29" }, "day format: must be a date such as 2012-12-03"],
    [{ small: 256 }, "small range: must be an integer from 0 to 255"],
    [{ any: [1, { a: null }] }],
    [{ any: Infinity }, "any range: must be a finite number"],
    [{ path: 1 }, "path type: must be a string"],
    [{ next: { mode: "Off" } }, "next/mode unknown-member: is not a member of my.ns.Mode"],
    [{ "next@odata.bind": "Lamps('1')" }],
    [{ "next@odata.bind": ["Lamps('1')"] }, "next@odata.bind type: must be a URL"],
    [{ "others@bind": ["Lamps('1')"] }],
    [{ "others@odata.bind": "Lamps('1')" }, "others@odata.bind type: must be an array of URLs"],
    [{ "others@odata.bind": [1] }, "others@odata.bind type: must be an array of URLs"],
    [{ "next@odata.bind": null, "@odata.etag": "x", "@odata.id": null, "@odata.count": "12", "@my.own": 1 }],
    [{ "mode@odata.bind": "x" }, "mode@odata.bind unknown-property: relates no entity that exists"],
    [{ "other@odata.bind": "x" }, "other@odata.bind unknown-property: relates no entity that exists"],
    [{ "next@odata.type": 1 }, "next@odata.type type: must be a string"],
    [{ "@odata.etag": 1 }, "@odata.etag type: must be a string"],
    [{ "names@odata.count": "a" }, "names@odata.count type: must be a number"],
    [{ nmae: "a" }, "nmae unknown-property: is not a property of my.ns.Lamp"],
    [
      { Name: "a" },
      'Name unknown-property: is not a property of my.ns.Lamp, which has "name": names are case-sensitive',
    ],
    [{ height: 1 }, 'height derived-property: is a property of my.ns.Tall, so "@odata.type" has to name that'],
    [{ "@odata.type": "#my.ns.Tall", height: 1 }],
    [{ "@type": "my.ns.Tall", height: 1 }],
    [{ "@odata.type": 1 }, "@odata.type type: must be a string"],
    [{ "@odata.type": "#my.ns.Short" }, "@odata.type unknown-type: names a type that is not known"],
    [{ "@odata.type": "#my.ns.Mode" }, "@odata.type unknown-type: names a type that is not known"],
    [{ "@odata.type": "#my.ns.Size" }, '@odata.type wrong-type: must be "#my.ns.Lamp" or a type derived from it'],
  ])("%j", (value, ...issues) => {
    expect(ofLamp(value)).toEqual(issues);
  });

  it("lacks nothing but the key where it is created, and nothing else where it is read", () => {
    expect(ofLamp({ names: [] }, "create")).toEqual(["id missing: is missing"]);
    expect(ofLamp({ id: "1" }, "read")).toEqual(["names missing: is missing"]);
  });
});

describe("a GeoJSON value", () => {
  const point = { type: "Point", coordinates: [1, 2] };
  const name = { type: "name", properties: { name: "EPSG:4326" } };
  const ring = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 0],
  ];
  it.each<[value: { readonly [name: string]: JsonValue }, ...issues: string[]]>([
    [{ spot: point }],
    [{ spot: { ...point, coordinates: [1, 2, 3] } }],
    [{ spot: { ...point, crs: name } }],
    [{ spot: { ...point, crs: { ...name, type: "link" } } }, 'spot/crs/type not-allowed: must be "name"'],
    [{ spot: { ...point, coordinates: [1] } }, "spot/coordinates range: must be an array of at least 2 numbers"],
    [{ spot: { ...point, coordinates: [1, "2"] } }, "spot/coordinates/1 type: must be a finite number"],
    [{ spot: { type: "LineString", coordinates: [[1, 2]] } }, 'spot/type not-allowed: must be "Point"'],
    [{ place: { type: "Polygon", coordinates: [ring] } }],
    [{ place: { type: "MultiPoint", coordinates: [[1, 2]] } }],
    [
      { place: { type: "Circle", coordinates: [1, 2] } },
      "place/type not-allowed: must be one of Point, MultiPoint, LineString, MultiLineString, Polygon, MultiPolygon, GeometryCollection",
    ],
    [{ area: { type: "MultiPolygon", coordinates: [[ring]] } }],
    [{ all: { type: "GeometryCollection", geometries: [point] } }],
    [{ all: "x" }, "all type: must be a GeoJSON object"],
    [{ all: { type: "GeometryCollection" } }, "all/geometries missing: is missing"],
    [
      { all: { type: "GeometryCollection", geometries: [point, { type: "Point" }] } },
      "all/geometries/1/coordinates missing: is missing",
    ],
  ])("%j", (value, ...issues) => {
    expect(ofLamp(value)).toEqual(issues);
  });

  it("may have lines and rings of few positions where it is read", () => {
    const place = { type: "Polygon", coordinates: [[[1, 2]]] };
    const whole = { id: "1", names: [], place };
    expect(ofLamp(whole, "read")).toEqual([]);
    expect(ofLamp({ place })).toEqual([
      "place/coordinates/0 range: must be an array of at least 4 positions, the last equal to the first",
    ]);
  });
});

describe("a body", () => {
  const lamp = { type: "my.ns.Lamp" as QualifiedName, collection: false };
  const whole = { id: "1", names: [] };

  it.each<[body: JsonValue, ...issues: string[]]>([
    [
      {
        value: [whole],
        "@odata.count": 1,
        "@odata.nextLink": "x",
        "@odata.deltaLink": "x",
        "@odata.context": "x",
        "@a.b": 1,
      },
    ],
    [{ value: [{ id: "1" }] }, "value/0/names missing: is missing"],
    [{}, "value missing: is missing"],
    [[], " type: must be an object"],
    [{ value: [], count: 1 }, "count unknown-property: is not a property of the response"],
    [{ value: [], "@odata.count": "1" }],
    [{ value: [], "@odata.count": "a" }, "@odata.count type: must be a number"],
    [{ value: [], "@count": {} }, "@count type: must be a number"],
    [{ value: [], "@odata.context": 1 }, "@odata.context type: must be a string"],
    [{ value: [], "@nextLink": null }],
    [{ value: [], "@nextLink": 1 }, "@nextLink type: must be a string"],
    [{ value: [], "@odata.deltaLink": {} }, "@odata.deltaLink type: must be a string"],
    [{ value: [], "x@odata.count": "1", "@odata.counted": "1" }],
  ])("of a response with a collection: %j", (body, ...issues) => {
    expect(lines(checkBody(body, { kind: "response", ref: { ...lamp, collection: true } }, checker))).toEqual(issues);
  });

  it.each<[body: JsonValue, ...issues: string[]]>([
    [{ error: { code: "a", message: "b" } }],
    [{ error: { code: 1 } }, "error/code type: must be a string", "error/message missing: is missing"],
    [{ error: "a" }, "error type: must be an object"],
    [{}, "error missing: is missing"],
    [null, " null: must not be null"],
  ])("of an error: %j", (body, ...issues) => {
    expect(lines(checkBody(body, { kind: "error" }, checker))).toEqual(issues);
  });

  it.each<[body: JsonValue, ...issues: string[]]>([
    [{ by: 1, mode: null }],
    [{ mode: "On" }, "by missing: is missing"],
    [{ by: null }, "by null: must not be null"],
    [{ by: 1, mode: "Off" }, "mode unknown-member: is not a member of my.ns.Mode"],
    [{ by: 1, lamp: {}, "@a.b": 1 }, "lamp unknown-property: is not a parameter of my.ns.dim"],
    [
      { By: 1 },
      "by missing: is missing",
      'By unknown-property: is not a parameter of my.ns.dim, which has "by": names are case-sensitive',
    ],
    [[], " type: must be an object"],
  ])("of parameters: %j", (body, ...issues) => {
    const [operation] = model.overloads("my.ns.dim" as QualifiedName);
    expect(lines(checkBody(body, { kind: "parameters", operation: operation as Operation }, checker))).toEqual(issues);
  });

  it("is null only where that is declared, and never a collection", () => {
    expect(checker.check(null, { ...lamp, nullable: true }, "read")).toEqual([]);
    for (const ref of [lamp, { ...lamp, collection: true, nullable: true }]) {
      expect(lines(checker.check(null, ref, "read"))).toHaveLength(1);
    }
  });

  it("in a value that should not be there", () => {
    const type = { kind: "value", ref: lamp, shape: "read", wrapped: true } as const;
    expect(lines(checkBody({ value: { id: "1" } }, type, checker))).toEqual([
      "value wrapped: must not be there: an entity is the whole body",
      "value/names missing: is missing",
    ]);
  });
});
