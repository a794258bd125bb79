import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as v from "../../src/runtime/validation.js";
import { corpus, describeWithCorpus } from "../support/corpus.js";
import * as sample from "./sample/validators.js";

const device = {
  "@odata.type": "#microsoft.graph.importedDeviceIdentity",
  id: "1",
  importedDeviceIdentifier: "356938035643809",
  createdDateTime: "2021-06-01T12:00:00Z",
  platform: "ios",
  rights: "read,write",
  tags: ["a", "b"],
  state: { phase: "new", note: null },
  size: "9223372036854775807",
  owner: null,
};

function caught(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

/** What is wrong, as `path code`. */
function problems(result: v.Result<unknown>): string[] {
  return result.ok ? [] : result.issues.map((issue) => `${issue.path.join("/")} ${issue.code}`);
}

describe("reading", () => {
  test("a valid value is given back, the same and unchanged", () => {
    const before = structuredClone(device);
    const result = sample.importedDeviceIdentitySchema.validate(device);
    expect(result.ok && result.value).toBe(device);
    expect(device).toEqual(before);
    expect(sample.importedDeviceIdentitySchema.is(device)).toBe(true);
  });

  test("absent, undefined and null are three things", () => {
    expect(problems(sample.importedDeviceIdentitySchema.validate({}))).toEqual(["id missing"]);
    expect(problems(sample.importedDeviceIdentitySchema.validate({ id: undefined, platform: undefined }))).toEqual([
      "id missing",
    ]);
    expect(problems(sample.importedDeviceIdentitySchema.validate({ id: null, platform: null }))).toEqual(["id null"]);
  });

  test("everything that is wrong is found, each with its path", () => {
    const wrong = {
      ...device,
      id: 7,
      importedDeviceIdentifier: "x".repeat(21),
      createdDateTime: "yesterday",
      platform: 3,
      tags: ["a", null, 5],
      state: { note: 1 },
      size: 2 ** 53,
      owner: [],
    };
    expect(problems(sample.importedDeviceIdentitySchema.validate(wrong))).toEqual([
      "id type",
      "importedDeviceIdentifier range",
      "platform type",
      "createdDateTime format",
      "tags/1 null",
      "tags/2 type",
      "state/phase missing",
      "state/note type",
      "size range",
      "owner type",
    ]);
    expect(sample.importedDeviceIdentitySchema.is(wrong)).toBe(false);
  });

  test("a value that is no object is refused as a whole", () => {
    for (const value of ["x", 1, [], true])
      expect(problems(sample.importedDeviceIdentitySchema.validate(value))).toEqual([" type"]);
    expect(problems(sample.importedDeviceIdentitySchema.validate(undefined))).toEqual([" missing"]);
    expect(sample.importedDeviceIdentitySchema.validate(null)).toEqual({
      ok: false,
      issues: [{ path: [], code: "null", message: "must not be null", expected: "an object", received: "null" }],
    });
  });

  test("members, properties and types that the schema does not list are accepted", () => {
    const newer = {
      ...device,
      "@odata.type": "#microsoft.graph.newer",
      platform: "visionOS",
      rights: "read,share",
      further: { any: 1 },
    };
    expect(problems(sample.importedDeviceIdentitySchema.validate(newer))).toEqual([]);
  });

  test("a value is checked as the type it names", () => {
    const name = "microsoft.graph.importedDeviceIdentityResult";
    for (const type of [name, `#${name}`, `https://graph.microsoft.com/v1.0/$metadata#${name}`]) {
      expect(
        problems(sample.importedDeviceIdentitySchema.validate({ ...device, "@odata.type": type, status: "x" })),
      ).toEqual(["status type"]);
    }
    expect(problems(sample.importedDeviceIdentitySchema.validate({ ...device, status: "x" }))).toEqual([]);
    // It may be of a newer type that is derived from it.
    expect(problems(sample.importedDeviceIdentityResultSchema.validate({ ...device, status: true }))).toEqual([]);
    expect(problems(sample.importedDeviceIdentityResultSchema.validate({ id: "1", status: true }))).toEqual([]);
    expect(problems(sample.importedDeviceIdentitySchema.validate({ id: "1", "@odata.type": "constructor" }))).toEqual(
      [],
    );
    expect(v.hasType({ "@odata.type": `#${name}` }, name)).toBe(true);
    expect(v.hasType({ "@odata.type": "other" }, name)).toBe(false);
  });

  test("a property can be called like a member of every object", () => {
    expect(sample.userSchema.is({ id: "1" })).toBe(true);
    expect(sample.userSchema.is({ id: "1", constructor: 7 })).toBe(false);
    expect(sample.userSchema.is(JSON.parse('{ "id": "1", "__proto__": { "id": 1 } }'))).toBe(true);
  });

  test("related entities are not looked into", () => {
    expect(sample.userSchema.is({ id: "1", manager: {}, devices: [{ id: 1 }] })).toBe(true);
    expect(sample.userSchema.is({ id: "1", manager: "x" })).toBe(false);
    expect(sample.userSchema.is({ id: "1", devices: ["x"] })).toBe(false);
  });

  test("responses: collections of entities, primitive values and members", () => {
    const response = { "@odata.context": "x", value: [device, { id: 1 }], "@odata.nextLink": "x" };
    expect(problems(sample.importedDeviceIdentityCollectionSchema.validate(response))).toEqual(["value/1/id type"]);
    expect(problems(sample.importedDeviceIdentityCollectionSchema.validate({}))).toEqual(["value missing"]);
    expect(problems(sample.booleansSchema.validate({ value: [true] }))).toEqual([]);
    expect(problems(sample.booleansSchema.validate({ value: [true, "true", null] }))).toEqual([
      "value/1 type",
      "value/2 null",
    ]);
    expect(problems(sample.platformsSchema.validate({ value: ["ios", "new", 1] }))).toEqual(["value/2 type"]);
  });
});

describe("writing", () => {
  const body = { importedDeviceIdentifier: "1", platform: "ios", state: { phase: "new" } };

  test("creating requires what is stated and refuses what the service sets", () => {
    expect(problems(sample.importedDeviceIdentityCreateSchema.validate(body))).toEqual([]);
    expect(
      problems(sample.importedDeviceIdentityCreateSchema.validate({ lastModifiedDateTime: null, id: "1" })),
    ).toEqual(["id read-only", "importedDeviceIdentifier missing", "lastModifiedDateTime read-only"]);
    expect(problems(sample.userCreateSchema.validate({ id: "1", displayName: null }))).toEqual([]);
  });

  test("changing requires nothing and refuses what cannot change", () => {
    expect(problems(sample.importedDeviceIdentityUpdateSchema.validate({}))).toEqual([]);
    expect(problems(sample.importedDeviceIdentityUpdateSchema.validate({ state: {} }))).toEqual([]);
    expect(
      problems(sample.importedDeviceIdentityUpdateSchema.validate({ createdDateTime: "2021-06-01T12:00:00Z" })),
    ).toEqual(["createdDateTime read-only"]);
  });

  test("members that do not exist are refused, and the message lists those that do", () => {
    const result = sample.importedDeviceIdentityCreateSchema.validate({
      ...body,
      platform: "visionOS",
      rights: "read, share",
      platforms: ["ios", "x"],
    });
    expect(problems(result)).toEqual(["platform member", "rights member", "platforms/1 member"]);
    expect(result.ok ? "" : result.issues[0]?.message).toBe("must be one of unknown, ios, android");
  });

  test("properties that do not exist are refused at any depth; annotations and undefined are not", () => {
    expect(
      problems(
        sample.importedDeviceIdentityCreateSchema.validate({ ...body, status: true, state: { phase: "new", nte: 1 } }),
      ),
    ).toEqual(["state/nte unknown-property", "status unknown-property"]);
    expect(sample.importedDeviceIdentityUpdateSchema.is({ staet: {} })).toBe(false);
    const annotated = {
      ...body,
      "owner@odata.bind": "users/1",
      "@custom.x": 1,
      absent: undefined,
    };
    expect(problems(sample.importedDeviceIdentityCreateSchema.validate(annotated))).toEqual([]);
  });

  test("what is known depends on the type that the value names", () => {
    const result = { ...body, "@odata.type": "#microsoft.graph.importedDeviceIdentityResult", status: true };
    expect(problems(sample.importedDeviceIdentityCreateSchema.validate(result))).toEqual([]);
    expect(problems(sample.importedDeviceIdentityCreateSchema.validate({ ...result, staus: true }))).toEqual([
      "staus unknown-property",
    ]);
  });

  test("an open type takes any property; one called like a member of every object is known by its own name", () => {
    expect(problems(sample.settingsCreateSchema.validate({ theme: "dark", colour: "blue" }))).toEqual([]);
    expect(problems(sample.settingsCreateSchema.validate({ theme: "drak", colour: "blue" }))).toEqual(["theme member"]);
    expect(problems(sample.userCreateSchema.validate({ displayName: "x", constructor: "y" }))).toEqual([]);
    expect(problems(sample.userCreateSchema.validate({ displayName: "x", toString: "y" }))).toEqual([
      "toString unknown-property",
    ]);
  });

  test("parameters of an action are checked as they are written", () => {
    const wrong = { importedDeviceIdentities: [body, { platform: "x" }], overwrite: true };
    expect(problems(sample.importDeviceIdentityListParametersSchema.validate(wrong))).toEqual([
      "importedDeviceIdentities/1/importedDeviceIdentifier missing",
      "importedDeviceIdentities/1/platform member",
      "overwrite unknown-property",
    ]);
    expect(problems(sample.importDeviceIdentityListParametersSchema.validate({}))).toEqual([
      "importedDeviceIdentities missing",
    ]);
  });
});

describe("parse", () => {
  test("gives the value back, the same", () => {
    expect(sample.importedDeviceIdentitySchema.parse(device)).toBe(device);
  });

  test("throws all issues, and the message names the first ones", () => {
    const tags = [1, 2, 3];
    const error = caught(() => sample.importedDeviceIdentitySchema.parse({ id: null, tags, owner: 1 }));
    expect(error instanceof v.ValidationError && problems({ ok: false, issues: error.issues })).toEqual([
      "id null",
      "tags/0 type",
      "tags/1 type",
      "tags/2 type",
      "owner type",
    ]);
    expect(String(error)).toBe(
      "ValidationError: id must not be null; tags/0 must be a string; tags/1 must be a string; and more",
    );
    expect(String(caught(() => sample.userSchema.parse("x")))).toBe("ValidationError: value must be an object");
  });
});

describe("maxIssues", () => {
  const wrong = { id: null, platform: 1, tags: [1, 2, 3], state: { phase: 1, note: 1 }, owner: 1 };
  const all = problems(sample.importedDeviceIdentitySchema.validate(wrong));

  test.each([1, 2, 4, 7])("%i issues are the first ones", (maxIssues) => {
    expect(all).toHaveLength(8);
    const found = problems(sample.importedDeviceIdentitySchema.validate(wrong, { maxIssues }));
    expect(found).toEqual([...all.slice(0, maxIssues), " more"]);
  });

  test("an invalid value has an issue, whatever the limit", () => {
    for (const maxIssues of [0, -1, Number.NEGATIVE_INFINITY, Number.NaN])
      expect(problems(sample.userSchema.validate(1, { maxIssues }))).toEqual([" type"]);
    for (const maxIssues of [undefined, Infinity])
      expect(problems(sample.importedDeviceIdentitySchema.validate(wrong, { maxIssues }))).toEqual(all);
  });

  test("the rest of a collection is not visited", () => {
    const visited: unknown[] = [];
    const items = v.readSchema(() =>
      v.valuesResponse((item, context, name) => {
        visited.push(name);
        v.string(item, context, name);
      }),
    );
    expect(problems(items.validate({ value: Array(1000).fill(1) }, { maxIssues: 2 }))).toEqual([
      "value/0 type",
      "value/1 type",
      " more",
    ]);
    expect(visited).toEqual([0, 1, 2]);
  });
});

test("the functions of a schema can be passed on by themselves", () => {
  expect([{ id: "1" }, { id: 1 }].filter(sample.userSchema.is)).toEqual([{ id: "1" }]);
  expect([{ id: "1" }].map(sample.userSchema.parse)).toEqual([{ id: "1" }]);
});

describe("enumerations", () => {
  test("only listed members pass", () => {
    expect(sample.platformSchema.is("ios")).toBe(true);
    expect(sample.platformSchema.is("visionOS")).toBe(false);
    expect(problems(sample.platformSchema.validate("visionOS"))).toEqual([" member"]);
    expect(problems(sample.platformSchema.validate(undefined))).toEqual([" missing"]);
  });

  test("flags are lists of members", () => {
    expect(sample.rightsSchema.is("read,write")).toBe(true);
    expect(sample.rightsSchema.is("read,share")).toBe(false);
    expect(problems(sample.rightsSchema.validate(3))).toEqual([" type"]);
  });
});

test("Standard Schema: what accepts any schema accepts these", () => {
  expect(device).toEqual(expect.schemaMatching(sample.importedDeviceIdentitySchema));
  expect({ ...device, id: 1 }).not.toEqual(expect.schemaMatching(sample.importedDeviceIdentitySchema));
  expect(sample.importedDeviceIdentitySchema["~standard"].validate({ ...device, tags: [1] })).toMatchObject({
    issues: [{ path: ["tags", 0], code: "type", message: "must be a string" }],
  });
});

/** The interface of the standard, as libraries declare it. */
interface StandardSchemaV1<Output> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => StandardResultV1<Output> | Promise<StandardResultV1<Output>>;
  };
}

type StandardResultV1<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string; readonly path?: readonly PropertyKey[] | undefined }[] };

test("Standard Schema: by their type, too", () => {
  const schema: StandardSchemaV1<unknown> = sample.importedDeviceIdentitySchema;
  expect(schema["~standard"].version).toBe(1);
});

interface Tree {
  Id: number;
  Child?: Tree;
}

function checkTree(o: v.JsonObject, c: v.Context): void {
  v.int32(o["Id"], c, "Id", v.required);
  v.object(o["Child"], c, "Child", checkTree);
  v.objects(o["Children"], c, "Children", checkTree);
}

const treeSchema = v.readSchema<Tree>(() => checkTree);
const treeCreateSchema = v.createSchema<Tree>(() => checkTree);

describe("depth", () => {
  test("objects that contain themselves end", () => {
    const tree: Record<string, unknown> = { Id: 1 };
    Object.assign(tree, { Child: tree, Children: [tree, tree] });
    const result = treeSchema.validate(tree);
    expect(problems(result)).toHaveLength(1);
    expect(result.ok ? undefined : result.issues[0]).toMatchObject({
      code: "depth",
      path: expect.arrayContaining(["Child"]),
    });
  });
});

function checkNumbers(o: v.JsonObject, c: v.Context): void {
  v.int64(o["C"], c, "C");
  v.decimal(o["D"], c, "D");
  v.int64(o["C2"], c, "C2");
  v.double(o["E"], c, "E");
  v.int32(o["F"], c, "F");
}

function payload(name: string): unknown {
  return JSON.parse(readFileSync(`${corpus}/hostile/payloads/${name}.json`, "utf8"));
}

describeWithCorpus("hostile payloads", () => {
  test("deep nesting is an issue, not the end of the stack", () => {
    const result = treeSchema.validate(payload("deep-5000"));
    expect(result.ok ? [] : result.issues.map((issue) => [issue.code, issue.path.length])).toEqual([["depth", 513]]);
  });

  test("__proto__ is data", () => {
    const value = payload("proto-key");
    expect(problems(treeSchema.validate(value))).toEqual([]);
    expect(problems(treeCreateSchema.validate(value))).toEqual([
      "__proto__ unknown-property",
      "constructor unknown-property",
    ]);
    expect({}).not.toHaveProperty("admin");
  });

  test("numbers that lost digits are issues, and control information is not", () => {
    expect(problems(v.readSchema(() => checkNumbers).validate(payload("int64-and-decimal")))).toEqual([
      "C range",
      "D range",
      "C2 range",
      "E range",
    ]);
    expect(problems(treeCreateSchema.validate(payload("control-info")))).toEqual([]);
  });
});

describe("what an action takes", () => {
  const checkTrack = (o: v.JsonObject, c: v.Context): void => v.string(o["title"], c, "title", v.required);
  const checkParameters = (o: v.JsonObject, c: v.Context): void => {
    v.entity(o["first"], c, "first", checkTrack);
    v.entities(o["others"], c, "others", checkTrack);
  };

  test("an entity, or a reference to one", () => {
    const reference = { "@odata.id": "tracks/1" };
    const validated = (value: unknown) => problems(v.createSchema(() => checkParameters).validate(value));
    expect(validated({ first: reference, others: [{ title: "x" }, reference] })).toEqual([]);
    expect(validated({ first: {}, others: [{ "@odata.id": 1 }] })).toEqual([
      "first/title missing",
      "others/0/title missing",
      "others/0/@odata.id type",
    ]);
  });
});

test("an enumeration without members takes any string when written", () => {
  const check = (o: v.JsonObject, c: v.Context): void => v.enumeration(o["hue"], c, "hue", []);
  const schema = v.createSchema(() => check);
  expect(schema.is({ hue: "x" })).toBe(true);
  expect(schema.is({ hue: 1 })).toBe(false);
  expect(v.memberSchema(() => []).is("x")).toBe(true);
});
