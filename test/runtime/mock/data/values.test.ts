import { describe, expect, it } from "vitest";
import {
  containedOf,
  entitiesOf,
  entityOf,
  linksOf,
  resultOf,
  valueOf,
} from "../../../../src/runtime/mock/data/data.js";
import type { MockProperty, MockService } from "../../../../src/runtime/mock/service.js";

const key = { type: "Edm.String" };
const service: MockService = {
  protocol: "4.0",
  types: {
    "ns.thing": {
      kind: "entity",
      abstract: true,
      key: ["id"],
      properties: { id: key },
      navigation: { parts: { type: "ns.part", collection: true, contained: true } },
    },
    "ns.car": { kind: "entity", base: "ns.thing", properties: { displayName: { type: "Edm.String" } } },
    "ns.bike": { kind: "entity", base: "ns.thing", properties: { gears: { type: "Edm.Byte" } } },
    "ns.part": { kind: "entity", key: ["number"], properties: { number: { type: "Edm.Int32" } } },
    "ns.day": { kind: "entity", key: ["open"], properties: { open: { type: "Edm.Boolean" } } },
    "ns.box": {
      kind: "complex",
      properties: {
        label: { type: "Edm.String" },
        inner: { type: "ns.box", nullable: true },
        boxes: { type: "ns.box", collection: true },
        self: { type: "ns.endless" },
      },
    },
    "ns.endless": { kind: "complex", properties: { self: { type: "ns.endless" } } },
  },
  enums: {
    "ns.color": {
      members: [
        ["red", "0"],
        ["unknownFutureValue", "1"],
      ],
    },
    "ns.rights": {
      flags: true,
      members: [
        ["none", "0"],
        ["read", "1"],
        ["write", "2"],
        ["all", "3"],
      ],
    },
    "ns.empty": { members: [] },
  },
  definitions: { "ns.size": "Edm.Int16" },
  children: {
    things: { kind: "set", type: "ns.thing" },
    days: { kind: "set", type: "ns.day" },
    reset: { kind: "import", operation: "ns.reset" },
  },
};
const context = { service, seed: 1 };

/** The values of a property in some entities, each once. */
function valuesOf(property: MockProperty, protocol: MockService["protocol"] = "4.0"): readonly unknown[] {
  const places = Array.from({ length: 60 }, (_, index) => `things/${index + 1}`);
  const values = places.map((path) => valueOf(property, "size", path, { service: { ...service, protocol }, seed: 1 }));
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

describe("entities of a set", () => {
  it("are of concrete types, and their texts and keys have their position", () => {
    expect(entitiesOf("things", 3, context)).toMatchInlineSnapshot(`
      [
        {
          "@odata.type": "#ns.car",
          "displayName": "displayName 1",
          "id": "id-1",
        },
        {
          "@odata.type": "#ns.bike",
          "gears": 13,
          "id": "id-2",
        },
        {
          "@odata.type": "#ns.car",
          "displayName": "displayName 3",
          "id": "id-3",
        },
      ]
    `);
  });
  it("have distinct keys, and are as many as there are keys", () => {
    const ids = entitiesOf("things", 200, context).map(({ id }) => id);
    expect(new Set(ids).size).toBe(200);
    expect(entitiesOf("days", 5, context)).toEqual([{ open: true }, { open: false }]);
  });
  it("are made from the seed and the path alone", () => {
    const bytes = (seed: number) => JSON.stringify(entitiesOf("things", 20, { service, seed }));
    expect(bytes(1)).toBe(bytes(1));
    expect(bytes(2)).not.toBe(bytes(1));
    expect(entityOf("ns.thing", "things/7", context)).toEqual(entitiesOf("things", 7, context)[6]);
  });
  it("are none of an import or of what the service lacks", () => {
    expect([entitiesOf("reset", 2, context), entitiesOf("nothing", 2, context)]).toEqual([[], []]);
  });
});

describe("values", () => {
  it("of a property that may be null are mostly there", () => {
    const all = Array.from({ length: 800 }, (_, index) =>
      valueOf({ type: "Edm.Int32", nullable: true }, "size", `things/${index + 1}`, context),
    );
    const absent = all.filter((value) => value === null).length;
    expect(absent).toBeGreaterThan(50);
    expect(absent).toBeLessThan(150);
  });
  it.each<[string, MockProperty, (value: never) => boolean]>([
    ["Byte", { type: "Edm.Byte" }, (value: number) => value >= 0 && value <= 255],
    ["a limit below", { type: "Edm.Int32", minimum: 5000 }, (value: number) => value >= 5000],
    [
      "limits on both sides",
      { type: "Edm.Int32", minimum: 5, maximum: 9 },
      (value: number) => value >= 5 && value <= 9,
    ],
    ["a limit above", { type: "Edm.Int32", maximum: -5 }, (value: number) => value <= -5],
    ["a limit of time", { type: "Edm.Date", minimum: "2024-06-01" }, (value: string) => value >= "2024-06-01"],
    ["a length", { type: "Edm.String", maxLength: 4 }, (value: string) => value.length <= 4],
    ["a pattern", { type: "Edm.String", pattern: "^[A-Z]\\d+$" }, (value: string) => /^[A-Z]\d+$/.test(value)],
    [
      "digits",
      { type: "Edm.Decimal", precision: 3, scale: 2 },
      (value: number) => /^\d(?:\.\d\d?)?$/.test(String(value)),
    ],
    ["places alone", { type: "Edm.Decimal", precision: 2, scale: 2 }, (value: number) => value < 1],
    ["allowed ones", { type: "Edm.String", allowed: ["a", "b"] }, (value: string) => ["a", "b"].includes(value)],
    ["a type definition", { type: "ns.size" }, (value: number) => Number.isInteger(value)],
    ["a few bytes", { type: "Edm.Binary", maxLength: 2 }, (value: string) => /^\d\dA$/.test(value)],
    ["an enumeration", { type: "ns.color" }, (value: string) => value === "red"],
    ["an enumeration without members", { type: "ns.empty" }, (value: string) => value === "0"],
  ])("stay within %s", (_, property, isWithin) => {
    expect(valuesOf(property).filter((value) => !isWithin(value as never))).toEqual([]);
  });
  it("of flags are one member or two", () => {
    expect(valuesOf({ type: "ns.rights" }).toSorted()).toEqual(["read", "read,write", "write"]);
  });
  it("of Edm.Int64 and Edm.Decimal are texts in OData 2.0", () => {
    expect(valuesOf({ type: "Edm.Int64" }).every((value) => typeof value === "number")).toBe(true);
    expect(valuesOf({ type: "Edm.Int64" }, "2.0").every((value) => typeof value === "string")).toBe(true);
    expect(valuesOf({ type: "Edm.Decimal", allowed: [1.5] }, "2.0")).toEqual(["1.5"]);
    expect(valuesOf({ type: "Edm.Int32" }, "2.0").every((value) => typeof value === "number")).toBe(true);
  });
  it("of the types of OData 2.0 have its forms", () => {
    const kinds = ["DateTime", "Time", "DateTimeOffset", "Date", "TimeOfDay", "Duration", "Guid"];
    const values = kinds.map((kind) => [kind, valueOf({ type: `Edm.${kind}` }, "at", "things/3", context)]);
    expect(Object.fromEntries(values)).toMatchInlineSnapshot(`
      {
        "Date": "2023-08-21",
        "DateTime": "2023-08-21T22:30:08",
        "DateTimeOffset": "2023-08-21T22:30:08Z",
        "Duration": "PT22H30M08S",
        "Guid": "196c0410-0000-4000-8000-000000000003",
        "Time": "PT22H30M08S",
        "TimeOfDay": "22:30:08",
      }
    `);
  });
  it("of geometries are GeoJSON", () => {
    const of = (kind: string) => valueOf({ type: `Edm.${kind}` }, "place", "things/3", context);
    expect(["GeographyPoint", "GeometryMultiPolygon", "GeographyCollection", "Geography"].map(of))
      .toMatchInlineSnapshot(`
      [
        {
          "coordinates": [
            97,
            74,
          ],
          "type": "Point",
        },
        {
          "coordinates": [
            [
              [
                [
                  97,
                  74,
                ],
                [
                  98,
                  74,
                ],
                [
                  97,
                  75,
                ],
                [
                  97,
                  74,
                ],
              ],
            ],
          ],
          "type": "MultiPolygon",
        },
        {
          "geometries": [
            {
              "coordinates": [
                97,
                74,
              ],
              "type": "Point",
            },
          ],
          "type": "GeometryCollection",
        },
        {
          "coordinates": [
            97,
            74,
          ],
          "type": "Point",
        },
      ]
    `);
  });
  it("within each other end where they may be null or empty, and where not at some depth", () => {
    const depthOf = (value: unknown): number =>
      typeof value === "object" && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
    const boxes = Array.from({ length: 20 }, (_, index) => entityOf("ns.box", `boxes/${index + 1}`, context));
    expect(Math.max(...boxes.map(({ inner, boxes: more }) => depthOf([inner, more])))).toBeLessThan(13);
    expect(depthOf(entityOf("ns.endless", "x", context))).toBe(9);
  });
  it("are of one of the types that are allowed", () => {
    const value = valueOf({ type: "ns.thing", derived: ["ns.bike"] }, "thing", "things/3", context);
    expect(value).toMatchObject({ "@odata.type": "#ns.bike" });
  });
  it("of streams are annotations", () => {
    const photo: MockService["types"] = { "ns.x": { kind: "complex", properties: { photo: { type: "Edm.Stream" } } } };
    expect(entityOf("ns.x", "x", { service: { ...service, types: photo }, seed: 1 })).toEqual({
      "photo@odata.mediaContentType": "application/octet-stream",
    });
  });
});

describe("what else a mock needs", () => {
  it("contained entities are a few, with distinct keys", () => {
    const parts = containedOf({ type: "ns.part", collection: true, contained: true }, "parts", "things/3", context);
    expect(parts.map(({ number }) => number)).toEqual(parts.map((_, index) => index + 1));
    expect(parts.length).toBeGreaterThan(0);
    expect(containedOf({ type: "ns.part", contained: true }, "part", "things/3", context)).toHaveLength(1);
  });
  it("links lead to entities that exist", () => {
    const many = Array.from({ length: 50 }, (_, index) =>
      linksOf({ type: "ns.part", collection: true }, "parts", `things/${index}`, 4, context),
    );
    expect(many.flat().every((position) => position >= 0 && position < 4)).toBe(true);
    expect(many.every((positions) => new Set(positions).size === positions.length)).toBe(true);
    expect(new Set(many.map(({ length }) => length))).toEqual(new Set([0, 1, 2, 3]));
    expect(linksOf({ type: "ns.part" }, "part", "things/1", 4, context)).toHaveLength(1);
    expect(linksOf({ type: "ns.part" }, "part", "things/1", 0, context)).toEqual([]);
  });
  it("results of operations are values of their types", () => {
    expect(resultOf({ type: "ns.day", collection: true }, "days()", context)).toContainEqual({
      open: expect.any(Boolean),
    });
    expect(resultOf({ type: "Edm.Int32", nullable: true }, "count()", context)).toEqual(expect.any(Number));
  });
});
