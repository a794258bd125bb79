import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assumptionsOf } from "../../src/facts/assumptions.js";
import { factsOf } from "../../src/facts/facts.js";
import type { ValueShape } from "../../src/edm/examples/example-types.js";
import { ValueChecker } from "../../src/values/check-value.js";
import type { ValueIssueCode } from "../../src/values/value-issue.js";
import { isStructured, type Model } from "../../src/edm/model.js";
import type { QualifiedName } from "../../src/edm/names.js";
import type { JsonValue } from "../../src/edm/requests.js";
import { generateTo } from "../support/generate.js";
import { modelOf } from "../support/model.js";
import { fill } from "../support/temporary-folder.js";
import { VALUES_SCHEMA } from "./schema.js";

interface Found {
  readonly path: readonly (string | number)[];
  readonly code: string;
}
interface Schema {
  readonly validate: (value: unknown) => { readonly issues?: readonly Found[] };
}

/** What validators call the same fault. */
const codes: Readonly<Partial<Record<ValueIssueCode, string>>> = {
  "unknown-member": "member",
  "not-allowed": "member",
  "derived-property": "unknown-property",
  "unknown-type": "odata-type",
  "wrong-type": "odata-type",
  "abstract-type": "odata-type",
};

/** What validators let pass when reading: services grow. */
const accepted: ReadonlySet<ValueIssueCode> = new Set(["unknown-member", "unknown-property", "derived-property"]);

const values: readonly JsonValue[] = [
  null,
  true,
  0,
  1.5,
  -1,
  256,
  2 ** 31,
  2 ** 53,
  1e39,
  "",
  "A",
  "A, B",
  "A,Z",
  "unknownFutureValue",
  "Z",
  "😀😀😀😀😀😀",
  "12",
  "1e5",
  "1.50",
  "-123.4",
  "A,A",
  "A,+42",
  "INF",
  "inf",
  "2020-02-29",
  "2021-02-29",
  "2020-02-29T10:00:00Z",
  "2020-02-29T10:00:00.10Z",
  "2020-02-29T10:00:00.01Z",
  "2020-02-29T09:59:59Z",
  "10:00:00",
  "PT1S",
  "PT1.55S",
  "PT1M",
  "8d59ad05-3c01-47a5-9d2b-4b1a3b1cfa7b",
  "Zg==",
  "Zm9v",
  "é",
  [],
  [null],
  ["A"],
  ["A", "Z"],
  [1],
  [[]],
  [{ street: "x" }, { street: 1 }],
  {},
  [1.5, "1.55", null],
  { type: "Point", coordinates: [1, 2] },
  { type: "Point", coordinates: ["1"] },
  { type: "LineString", coordinates: [[1, 2]] },
  { type: "Polygon", coordinates: [[[1, 2]]] },
  { type: "GeometryCollection", geometries: [{ type: "Point" }, null], crs: {} },
  { type: "Circle" },
  { street: "x" },
  { street: null, other: 1, "odd@a.b": 2 },
  { street: "x", floor: 3 },
  { "@odata.type": "#v.Tower", street: "x", floor: 3 },
  { "@odata.type": "#v.Tower", floor: "3" },
  { "@type": "#v.Tower", street: "x", floor: 3 },
  { "@type": "v.Circle", radius: 1 },
  { "@odata.type": "#v.Circle", radius: "1" },
  { "@odata.type": "#v.Ring" },
  { "@odata.type": "#v.Round" },
  { "@odata.type": "#v.Shape" },
  [{ "@odata.type": "#v.Circle" }, {}, null],
  { "@odata.id": "things/1" },
];

/** The types of one hierarchy. */
const lines = [
  ["v.Address", "v.Tower"],
  ["v.Shape", "v.Circle", "v.Round", "v.Ring"],
  ["v.Thing", "v.Leaf"],
];

const wholes: readonly JsonValue[] = [
  null,
  [],
  "x",
  {},
  { id: "1" },
  { id: null },
  { id: "1", needed: 1, nothing: 2 },
  { "@odata.type": "#v.Leaf", id: "1" },
  { "@odata.type": "v.Leaf" },
  { "@odata.type": "https://host/$metadata#v.Leaf" },
  { "@odata.type": "#v.Thing" },
  { "@odata.type": 7 },
  { constructor: "x", toString: 1 },
  { "address@odata.type": "#v.Address", "@odata.context": "x" },
  { "@odata.etag": 1, "@odata.id": 1, "@odata.count": "1", "address@odata.type": 1, "@other.term": 1 },
  { "leaf@odata.bind": "leaves/1", "leaves@odata.bind": ["leaves/1"], "address@odata.bind": "x", "other@bind": "x" },
  { "leaf@odata.bind": ["leaves/1"], "leaf@bind": null },
];

describe("a value is judged as the generated schemas judge it", () => {
  const folder = mkdtempSync(join(tmpdir(), "odata-codegen-values-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  let schemas: Readonly<Record<string, Schema>>;
  let model: Model;
  let checker: ValueChecker;
  beforeAll(async () => {
    fill(folder, { "values.xml": VALUES_SCHEMA, "package.json": '{ "type": "module" }' });
    const said = await generateTo(join(folder, "out"), [join(folder, "values.xml")], { emitFormat: "js" });
    expect(said.filter((line) => line.includes(" error "))).toEqual([]);
    schemas = (await import(pathToFileURL(join(folder, "out/validators.js")).href)) as typeof schemas;
    model = modelOf({ "values.xml": VALUES_SCHEMA }).model;
    checker = new ValueChecker(model, factsOf(model, assumptionsOf(model)));
  });

  const shapes: readonly (readonly [ValueShape, string])[] = [
    ["read", ""],
    ["create", "Create"],
    ["update", "Update"],
  ];

  it.each(shapes)("property by property, %s", (shape, suffix) => {
    const type = model.type("v.Thing" as QualifiedName);
    const members = type !== undefined && isStructured(type) ? [...type.properties, ...type.navigationProperties] : [];
    expect(members.length).toBeGreaterThan(35);
    for (const member of members) {
      const { name, kind } = member;
      for (const value of values.filter((one) => !namesAnother(one, member.type?.type))) {
        const whole: JsonValue = { id: "1", needed: 1, [name]: value };
        // What is inside a related entity is checked by its own validator only, and of items of a type that was not
        // loaded validators know nothing.
        const isSeen = ({ path }: Found) =>
          (kind === "Property" || path.length <= (Array.isArray(value) ? 2 : 1)) &&
          (path[0] !== "foreigners" || path.length === 1);
        const expected = validated(schemas[`thing${suffix}Schema`], whole);
        expect(judged("v.Thing", whole, shape).filter(isSeen), JSON.stringify(whole)).toEqual(expected.filter(isSeen));
      }
    }
  });

  it.each(shapes)("whole, %s", (shape, suffix) => {
    for (const name of ["Thing", "Leaf", "Free"]) {
      for (const value of name === "Free" ? wholes.filter((whole) => !isNamed(whole)) : wholes) {
        const expected = validated(schemas[`${name.toLowerCase()}${suffix}Schema`], value);
        // Where a type has descendants, or is read, validators take any name.
        const isSeen = ({ code }: Found) => code !== "odata-type" || (name !== "Thing" && shape !== "read");
        expect(judged(`v.${name}`, value, shape).filter(isSeen), `${name} ${JSON.stringify(value)}`).toEqual(expected);
      }
    }
  });

  it("the parameters of an action", () => {
    const [operation] = model.overloads("v.act" as QualifiedName);
    const things = values.filter((value) => !namesAnother(value, "v.Thing"));
    const given: readonly JsonValue[] = [
      ...values,
      ...things.map((many) => ({ many, sure: 1 })),
      ...things.map((leaf) => ({ many: [], sure: 1, leaf })),
      ...values.filter((value) => !namesAnother(value, "v.Address")).map((tower) => ({ many: [], sure: 1, tower })),
      ...values.filter((value) => !namesAnother(value, "v.Shape")).map((shape) => ({ many: [], sure: 1, shape })),
      ...values.map((sure) => ({ many: [], sure, leaf: null })),
      ...values.map((items) => ({ many: [], sure: 1, names: items, others: items })),
      { many: [{ id: "1", needed: 1 }], sure: 1, perhaps: "x", other: 2 },
      { many: [{ needed: "1", x: 1 }], sure: 1, level: "Z" },
    ];
    for (const body of given) {
      if (operation === undefined) throw new Error("no action");
      const found = checker
        .checkParameters(body, operation)
        .map(({ path, code }) => ({ path, code: codes[code] ?? code }));
      expect(sorted(found), JSON.stringify(body)).toEqual(validated(schemas["thingActParametersSchema"], body));
    }
  });

  it("the response that holds a collection", () => {
    const things = values.filter((value) => !namesAnother(value, "v.Thing"));
    for (const value of [...things, ...things.map((items) => ({ value: items, "@odata.count": 1 }))]) {
      const found = checker
        .checkWrapped(value, { type: "v.Leaf" as QualifiedName, collection: true })
        .filter(({ code }) => !accepted.has(code))
        .map(({ path, code }) => ({ path, code }));
      expect(sorted(found), JSON.stringify(value)).toEqual(validated(schemas["leafCollectionResponseSchema"], value));
    }
  });

  function judged(name: string, value: JsonValue, shape: ValueShape): readonly Found[] {
    const issues = checker.check(value, { type: name as QualifiedName, collection: false }, shape);
    const counted = issues.filter(({ code }) => shape !== "read" || !accepted.has(code));
    return sorted(counted.map(({ path, code }) => ({ path, code: codes[code] ?? code })));
  }
});

/** Whether a value, or an item of it, names a type that is none of those that can stand where one is declared. */
function namesAnother(value: JsonValue, declared: string | undefined): boolean {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).some((item) => namesAnother(item, declared));
  const named = JSON.stringify(value)?.match(/"@(?:odata\.)?type":"#?(v\.\w+)"/)?.[1];
  return named !== undefined && lines.every((line) => !line.includes(named) || !line.includes(declared ?? ""));
}

/** What says that it is of another type is judged as what it says, not as what it should be. */
function isNamed(value: JsonValue): boolean {
  return typeof value === "object" && value !== null && "@odata.type" in value;
}

function validated(schema: Schema | undefined, value: unknown): readonly Found[] {
  if (schema === undefined) throw new Error("no schema");
  return sorted((schema.validate(value).issues ?? []).map(({ path, code }) => ({ path, code })));
}

function sorted(found: readonly Found[]): readonly Found[] {
  return found.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
