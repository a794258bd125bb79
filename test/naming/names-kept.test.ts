/** Names that a lock keeps where the model alone would give others. */
import { describe, expect, it } from "vitest";
import type { LockedNames } from "../../src/naming/locked-names.js";
import { namesOf, renamed } from "../support/exported-names.js";
import { modelOf } from "../support/model.js";

type Schemas = Readonly<Record<string, string>>;

function model(schemas: Schemas) {
  const text = Object.entries(schemas).map(
    ([name, inside]) =>
      `<Schema Namespace="${name}" xmlns="http://docs.oasis-open.org/odata/ns/edm">${inside}</Schema>`,
  );
  return modelOf({
    "a.xml": `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>${text.join("")}</edmx:DataServices></edmx:Edmx>`,
  }).model;
}

/** What the second model would rename of the first: without the lock of the first, and with it. */
function grow(first: Schemas, second: Schemas, namespace?: string) {
  const before = namesOf(model(first));
  const after = namesOf(model(second), before.locked, namespace);
  return { free: renamed(before, namesOf(model(second))), kept: renamed(before, after), after, before };
}

const complex = (name: string) => `<ComplexType Name="${name}"/>`;
const entity = (name: string) =>
  `<EntityType Name="${name}"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Int32" Nullable="false"/></EntityType>`;
const action = (name: string, type = "") =>
  `<Action Name="${name}"${type === "" ? "" : ' IsBound="true"'}>${type === "" ? "" : `<Parameter Name="it" Type="${type}"/>`}<Parameter Name="p" Type="Edm.Int32"/></Action>`;
const container = '<EntityContainer Name="C"><EntitySet Name="zs" EntityType="b.z"/></EntityContainer>';

describe("names stay", () => {
  it.each<[string, Schemas, Schemas]>([
    ["a type that differs by letter case", { a: complex("user") }, { a: complex("User") + complex("user") }],
    ["a type that has the name of a role", { a: complex("user") }, { a: complex("user") + complex("userCreate") }],
    [
      "a type that becomes an entity type, and then wants a name of another",
      { a: complex("user") + complex("userCreate") },
      { a: entity("user") + complex("userCreate") },
    ],
    [
      "an operation that makes a short name ambiguous",
      { a: complex("importedDevice") + action("importDeviceList", "a.importedDevice") },
      {
        a:
          complex("importedDevice") +
          complex("device") +
          action("importDeviceList", "a.importedDevice") +
          action("importDeviceList", "a.device"),
      },
    ],
    [
      "a namespace that differs by letter case",
      { main: complex("x") + complex("y"), "a.b": complex("z") },
      { main: complex("x") + complex("y"), "a.B": complex("z"), "a.b": complex("z") },
    ],
    [
      "a namespace with the name of a role",
      { a: complex("user") },
      { a: complex("user"), "a.userSchema": complex("z") },
    ],
    ["a namespace with more types", { a: complex("x") }, { a: complex("x"), b: complex("y") + complex("z") }],
    ["the container of another namespace", { a: complex("x") }, { a: complex("x"), b: entity("z") + container }],
    [
      "the type that an operation is bound to",
      { a: complex("x") + action("do", "b.z") },
      { a: complex("x") + action("do", "b.z"), b: complex("z") },
    ],
  ])("with %s", (_, first, second) => {
    const { free, kept } = grow(first, second);
    expect(free).not.toEqual([]);
    expect(kept).toEqual([]);
  });

  it("and new elements take what is free", () => {
    const { exports, said } = grow({ a: complex("user") }, { a: complex("User") + complex("user") }).after;
    expect([exports.get("a.user"), exports.get("a.User"), exports.get("a.User schema")]).toEqual([
      "User",
      "User_",
      "user_Schema",
    ]);
    expect(said).toEqual(["name-taken: The name User for a.User is already used, so it is named User_."]);
  });

  it("in a module that is not flat any more where the flat namespace is gone, and others take its place", () => {
    const { kept, after } = grow(
      { a: complex("x") + complex("y"), b: complex("z") },
      { b: complex("z") + complex("x"), c: complex("w") },
    );
    expect(kept).toEqual([]);
    expect(after.locked).toMatchObject({ flat: "c", modules: { b: "b" } });
  });

  it("except for the flat namespace that an option names", () => {
    const { kept, after } = grow({ a: complex("x"), b: complex("y") }, { a: complex("x"), b: complex("y") }, "b");
    expect(kept).toContain("a.x: X → a.X");
    expect(after.locked.flat).toBe("b");
  });
});

describe("what is locked", () => {
  it("has types by name, overloads by what tells them apart, and roles with names of their own", () => {
    const inside =
      complex("x") +
      complex("X") +
      action("do", "a.x") +
      action("do", "Collection(a.x)") +
      action("do") +
      action("xDo") +
      '<Function Name="do"><Parameter Name="q" Type="Edm.Int32"/><Parameter Name="p" Type="Edm.Int32"/><ReturnType Type="Edm.Int32"/></Function>' +
      '<Action Name="silent"/>';
    expect(namesOf(model({ a: inside })).locked).toEqual({
      flat: "a",
      modules: {},
      names: {
        "a.X": "X",
        "a.do()": "Do",
        "a.do()(p,q)": "Do_",
        "a.do(Collection(a.x))": "X_Do_",
        "a.do(a.x)": "X_Do",
        "a.x": "X_",
        "a.xDo()": "XDo",
      },
    });
  });

  const locked = (names: object, modules = {}): LockedNames => ({ modules, names: names as LockedNames["names"] });
  const given = (names: object, inside = complex("user")) => namesOf(model({ a: inside }), locked(names));

  it("may be another name than the model would give", () => {
    const { exports, said } = given({ "a.user": "Person" });
    expect([...exports.values()]).toEqual(["Person", "PersonCreate", "PersonUpdate", "personSchema"]);
    expect(said).toEqual([]);
  });

  it.each([
    ["a small letter", "user"],
    ["a word of TypeScript", "class"],
    ["no identifier", "User;import('x')"],
    ["an export of every output", "Page"],
  ])("is refused where it is %s", (_, name) => {
    const { exports, said } = given({ "a.user": name });
    expect(exports.get("a.user")).toBe("User");
    expect(said).toEqual([expect.stringMatching(/^locked-name-refused: The name for a\.user .* named User;/)]);
  });

  it("is refused for the second of two", () => {
    const { exports, said } = given({ "a.user": "Person", "a.admin": "PERSON" }, complex("user") + complex("admin"));
    expect([exports.get("a.user"), exports.get("a.admin")]).toEqual(["User", "PERSON"]);
    expect(said).toHaveLength(1);
  });

  it("is refused for a role alone", () => {
    const { exports } = given({ "a.user": { name: "Person", roles: { create: "personCreate", schema: "mySchema" } } });
    expect([...exports.values()]).toEqual(["Person", "PersonCreate", "PersonUpdate", "mySchema"]);
  });

  it.each(["types", "class", "con", "B", "../b", "partial", ""])("is refused for a module called %j", (name) => {
    const { locked: kept, said } = namesOf(
      model({ a: complex("x") + complex("y"), b: complex("z") }),
      locked({}, { b: name }),
    );
    expect(kept.modules).toEqual({ b: "b" });
    expect(said).toEqual([expect.stringMatching(/^locked-name-refused: The name for b /)]);
  });
});

it("namespaces that are words of TypeScript name modules with _", () => {
  const { locked } = namesOf(model({ a: complex("x") + complex("y"), Default: complex("z"), package: complex("z") }));
  expect(locked.modules).toEqual({ Default: "default_", package: "package_" });
});
