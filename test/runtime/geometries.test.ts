/** GeoJSON, as validators check it (RFC 7946 §3.1, OData JSON Format 4.01 §7.1). */
import { describe, expect, it } from "vitest";
import { read } from "../../src/runtime/json/check-context.js";
import { create } from "../../src/runtime/json/check-strict.js";
import { valueSchema } from "../../src/runtime/schemas/schema.js";
import * as v from "../../src/runtime/validation.js";

const ring = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
];
const point = { type: "Point", coordinates: [8.5, 47.3] };

/** A right value of each type. */
const values: Readonly<Record<string, readonly [check: v.ValueCheck, value: object]>> = {
  Point: [v.point, point],
  MultiPoint: [
    v.multiPoint,
    {
      type: "MultiPoint",
      coordinates: [
        [1, 2],
        [1, 2, 3, 4],
      ],
    },
  ],
  LineString: [
    v.lineString,
    {
      type: "LineString",
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    },
  ],
  MultiLineString: [
    v.multiLineString,
    {
      type: "MultiLineString",
      coordinates: [
        [
          [1, 2],
          [3, 4],
        ],
      ],
    },
  ],
  Polygon: [v.polygon, { type: "Polygon", coordinates: [ring, ring], bbox: [0, 0, 1, 1] }],
  MultiPolygon: [v.multiPolygon, { type: "MultiPolygon", coordinates: [[ring]] }],
  GeometryCollection: [v.geometryCollection, { type: "GeometryCollection", geometries: [point, point] }],
};

function said(check: v.ValueCheck, value: unknown, mode = create): readonly string[] {
  const { issues = [] } = valueSchema(check, mode).validate(value);
  return issues.map(({ path, code }) => `${path.join("/")} ${code}`);
}

describe("geometries", () => {
  it.each(Object.entries(values))("%s is of its own type and of any, and of no other", (name, [own, value]) => {
    expect([said(own, value), said(v.geography, value), said(v.geometry, value, read)]).toEqual([[], [], []]);
    for (const [other, [check]] of Object.entries(values)) {
      expect(said(check, value), other).toEqual(other === name ? [] : ["type member"]);
    }
  });

  it("have a type and coordinates", () => {
    expect(said(v.geometry, "POINT(1 2)")).toEqual([" type"]);
    expect(said(v.point, [1, 2])).toEqual([" type"]);
    expect(said(v.point, null)).toEqual([" null"]);
    expect(said(v.geometry, {})).toEqual(["type missing"]);
    expect(said(v.geometry, { type: "constructor", coordinates: [] })).toEqual(["type member"]);
    expect(said(v.geometry, { type: ["Point"], coordinates: [1, 2] })).toEqual(["type member"]);
    expect(said(v.point, { type: "Point" })).toEqual(["coordinates missing"]);
    expect(said(v.geometryCollection, { type: "GeometryCollection", coordinates: [] })).toEqual(["geometries missing"]);
  });

  it.each<[coordinates: unknown, ...issues: string[]]>([
    [[1], "coordinates range"],
    [[], "coordinates range"],
    [["1", 2], "coordinates/0 type"],
    [[1, null], "coordinates/1 null"],
    [[1, Infinity], "coordinates/1 range"],
    [{ 0: 1, 1: 2 }, "coordinates type"],
  ])("a position is an array of two or more finite numbers, and not %j", (coordinates, ...issues) => {
    expect(said(v.point, { type: "Point", coordinates })).toEqual(issues);
    expect(said(v.point, { type: "Point", coordinates }, read)).toEqual(issues);
  });

  it("nest as deeply as their type says", () => {
    expect(said(v.polygon, { type: "Polygon", coordinates: [[1, 2]] }, read)).toEqual([
      "coordinates/0/0 type",
      "coordinates/0/1 type",
    ]);
    expect(said(v.lineString, { type: "LineString", coordinates: [[[1, 2]]] }, read)).toEqual([
      "coordinates/0/0 type",
      "coordinates/0 range",
    ]);
  });

  it("that are written have lines of two positions and closed rings of four", () => {
    const line = { type: "LineString", coordinates: [[1, 2]] };
    const rings = [[], ring.slice(0, 3), [...ring.slice(0, 3), [0, 1]], [...ring.slice(0, 3), [0]], ring];
    expect([said(v.lineString, line), said(v.lineString, line, read)]).toEqual([["coordinates range"], []]);
    expect(said(v.polygon, { type: "Polygon", coordinates: rings })).toEqual([
      "coordinates/0 range",
      "coordinates/1 range",
      "coordinates/2 range",
      "coordinates/3/3 range",
      "coordinates/3 range",
    ]);
    expect(said(v.polygon, { type: "Polygon", coordinates: rings.slice(0, 3) }, read)).toEqual([]);
  });

  it("may name a reference system, and have other members", () => {
    const crs = { type: "name", properties: { name: "EPSG:4326" } };
    expect(said(v.point, { ...point, crs, "x@y.z": 1, other: {} })).toEqual([]);
    expect(said(v.point, { ...point, crs: null })).toEqual([]);
    expect(said(v.point, { ...point, crs: { ...crs, type: "link" } })).toEqual(["crs/type member"]);
    expect(said(v.point, { ...point, crs: { type: "name" } })).toEqual(["crs/properties missing"]);
    expect(said(v.point, { ...point, crs: { type: "name", properties: { name: 4326 } } })).toEqual([
      "crs/properties/name type",
    ]);
  });

  it("of a collection are checked each, to a depth, and in circles once", () => {
    const collection = (...geometries: object[]) => ({ type: "GeometryCollection", geometries });
    expect(said(v.geometry, collection(point, collection({ ...point, coordinates: [1] }), {}))).toEqual([
      "geometries/1/geometries/0/coordinates range",
      "geometries/2/type missing",
    ]);
    const circle = collection(point);
    circle.geometries.push(circle, circle);
    expect(
      valueSchema(v.geometry, read)
        .validate(circle)
        .issues?.map(({ code }) => code),
    ).toEqual(["depth"]);
    expect(valueSchema(v.geometry, read).is(circle)).toBe(false);
  });

  it("of a hundred thousand positions are accepted, and of a billion holes refused", () => {
    const coordinates = Array.from({ length: 100_000 }, (_, index) => [index, -index]);
    expect(said(v.multiPoint, { type: "MultiPoint", coordinates })).toEqual([]);
    const holes: unknown[] = [];
    holes.length = 1_000_000_000;
    expect(said(v.multiPoint, { type: "MultiPoint", coordinates: holes })).toHaveLength(101);
  });
});
