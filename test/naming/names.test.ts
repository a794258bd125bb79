/** The names of everything that is written for a model. */
import { describe, expect, it } from "vitest";
import { Report } from "../../src/diagnostics/report.js";
import type { QualifiedName } from "../../src/edm/names.js";
import { isType } from "../../src/edm/model.js";
import { camelCase, identifierOf, lowerFirst, upperFirst } from "../../src/naming/letter-case.js";
import { nameAll } from "../../src/naming/names.js";
import { rolesOfOperation, rolesOfType } from "../../src/naming/roles.js";
import { usageOf } from "../../src/facts/usage.js";
import { modelOf } from "../support/model.js";

interface Schemas {
  readonly [namespace: string]: string;
}

function named(schemas: Schemas, namespace?: string) {
  const text = Object.entries(schemas)
    .map(
      ([name, inside]) =>
        `<Schema Namespace="${name}" xmlns="http://docs.oasis-open.org/odata/ns/edm">${inside}</Schema>`,
    )
    .join("");
  const { model } = modelOf({
    "a.xml": `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>${text}</edmx:DataServices></edmx:Edmx>`,
  });
  const report = new Report();
  const names = nameAll(model, { namespace }, report);
  const types = model.elements.filter(isType);
  const usage = usageOf(model);
  return {
    modules: names.modules.map(
      ({ namespace: of, identifier, flat, order }) => `${order} ${identifier} of ${of}${flat ? ", flat" : ""}`,
    ),
    types: Object.fromEntries(
      types.map(({ name }) => [name, `${names.moduleOf(name).identifier}.${names.type(name)}`]),
    ),
    roles: (name: string) => {
      const type = types.find((one) => one.name === name);
      if (type === undefined) throw new Error(`no ${name}`);
      return rolesOfType(type, usage, model.protocol).map(([role]) =>
        names.role(name as QualifiedName, role as Parameters<typeof names.role>[1]),
      );
    },
    operations: names.modules.flatMap((module) =>
      names.operationsIn(module).map(
        (operation) =>
          `${module.identifier}: ${rolesOfOperation(operation, model.protocol)
            .map(([role]) => names.operation(operation, role))
            .join(" ")}`,
      ),
    ),
    exported: names.modules.map((module) =>
      names
        .exportedBy(module)
        .map(({ identifier }) => identifier)
        .join(),
    ),
    said: report.diagnostics.map(({ message }) => message),
  };
}

const complex = (name: string) => `<ComplexType Name="${name}"/>`;
const entity = (name: string, base = "") =>
  base === ""
    ? `<EntityType Name="${name}"><Key><PropertyRef Name="id"/></Key><Property Name="id" Type="Edm.Int32" Nullable="false"/></EntityType>`
    : `<EntityType Name="${name}" BaseType="${base}"/>`;
const container = (set: string, type: string) =>
  `<EntityContainer Name="C"><EntitySet Name="${set}" EntityType="${type}"/></EntityContainer>`;

describe("modules", () => {
  it("are one for each namespace, the flat one first: that of the container", () => {
    const { modules, exported } = named({
      "a.b": complex("x") + complex("y"),
      "c.d": entity("z") + container("zs", "c.d.z"),
    });
    expect(modules).toEqual(["0 d of c.d, flat", "1 aB of a.b"]);
    expect(exported).toEqual(["aB", ""]);
  });

  it("have the namespace that is wanted flat", () => {
    const schemas = { "a.b": complex("x"), "a.b.c": complex("y"), "a.bd": complex("z") };
    expect(named(schemas, "a.b").modules).toEqual(["0 b of a.b, flat", "1 c of a.b.c", "2 aBd of a.bd"]);
    expect(named(schemas, "a.bd").modules).toEqual(["0 bd of a.bd, flat", "1 aB of a.b", "2 aBC of a.b.c"]);
    expect(named(schemas, "other").modules).toEqual([
      "0 model of other, flat",
      "1 aB of a.b",
      "2 aBC of a.b.c",
      "3 aBd of a.bd",
    ]);
  });

  it("have the namespace with most types flat where the container tells nothing, then the first by name", () => {
    expect(named({ b: complex("x"), a: complex("x"), c: complex("x") + complex("y") }).modules[0]).toBe(
      "0 c of c, flat",
    );
    expect(named({ b: complex("x"), a: complex("x") }).modules[0]).toBe("0 a of a, flat");
    expect(named({ a: complex("x") + complex("y"), b: container("zs", "a.none") }).modules[0]).toBe("0 a of a, flat");
  });

  it("have names that no file of the output has, and none of a device", () => {
    const names = ["types", "Edm", "con", "com1", "partial", "a-b"].map(
      (name) => named({ main: complex("x") + complex("y"), [name]: complex("z") }).modules[1],
    );
    expect(names).toEqual([
      "1 types_ of types",
      "1 edm_ of Edm",
      "1 con_ of con",
      "1 com1_ of com1",
      "1 partial_ of partial",
      "1 a_b of a-b",
    ]);
  });

  it("have different names, letter case ignored", () => {
    expect(
      named({ main: complex("x") + complex("y"), "a.b": complex("z"), aB: complex("z") }).modules.slice(1),
    ).toEqual(["1 aB of a.b", "2 aB_ of aB"]);
  });

  it("hold operations beside the type that they are bound to", () => {
    const { operations } = named({
      a: complex("x") + `<Action Name="Free"><Parameter Name="p" Type="Edm.Int32"/></Action>`,
      b: `<Action Name="Bound" IsBound="true"><Parameter Name="it" Type="a.x"/><Parameter Name="p" Type="Edm.Int32"/></Action><Action Name="Lost" IsBound="true"><Parameter Name="it" Type="z.none"/><Parameter Name="p" Type="Edm.Int32"/></Action>`,
    });
    expect(operations).toEqual([
      "a: FreeParameters freeParametersSchema",
      "a: XBoundParameters xBoundParametersSchema",
      "b: NoneLostParameters noneLostParametersSchema",
    ]);
  });
});

describe("types", () => {
  it("begin with a capital letter, and have no characters of which identifiers have none", () => {
    expect(named({ a: complex("user") + complex("Box") + complex("a-b") + complex("1st") }).types).toEqual({
      "a.user": "a.User",
      "a.Box": "a.Box",
      "a.a-b": "a.A_b",
      "a.1st": "a._1st",
    });
  });

  it("are told apart by more than letter case, from each other and from what every output has", () => {
    const { types, said } = named({ a: complex("user") + complex("User") + complex("page") + complex("client") });
    expect(types).toEqual({ "a.User": "a.User", "a.user": "a.User_", "a.page": "a.Page_", "a.client": "a.Client_" });
    expect(said).toHaveLength(3);
    expect(said[2]).toMatch(/User for a\.user .*User_/);
  });

  it("of another module may have such names", () => {
    const { types } = named({ main: complex("x") + complex("y"), other: complex("page") });
    expect(types["other.page"]).toBe("other.Page");
  });

  it("have further names by their kind and use", () => {
    const { roles } = named({
      a:
        complex("point") +
        entity("user") +
        entity("admin", "a.user") +
        '<EnumType Name="mode"><Member Name="on"/></EnumType><TypeDefinition Name="code" UnderlyingType="Edm.String"/>' +
        container("users", "a.user"),
    });
    expect(roles("a.point")).toEqual(["PointCreate", "PointUpdate", "pointSchema"]);
    expect(roles("a.mode")).toEqual(["modeValues", "modeSchema"]);
    expect(roles("a.code")).toEqual([]);
    expect(roles("a.user")).toEqual([
      "UserCreate",
      "UserUpdate",
      "userSchema",
      "UserCreateOrDerived",
      "UserUpdateOrDerived",
      "userOrDerivedSchema",
      "userCreateOrDerivedSchema",
      "userUpdateOrDerivedSchema",
      "userCreateSchema",
      "userUpdateSchema",
      "UserEntity",
      "UserNavigation",
      "UserExpansion",
      "UserSegments",
      "UserItemRequests",
      "UserCollectionSegments",
      "UserCollectionRequests",
      "UserCollectionResponse",
      "userCollectionResponseSchema",
    ]);
    expect(roles("a.admin")).not.toContain("AdminCreateOrDerived");
  });
});

describe("operations", () => {
  const action = (name: string, type = "", parameters = '<Parameter Name="p" Type="Edm.Int32"/>', returns = "") =>
    `<Action Name="${name}"${type === "" ? "" : ' IsBound="true"'}>${type === "" ? "" : `<Parameter Name="it" Type="${type}"/>`}${parameters}${returns}</Action>`;
  const operations = (...inside: readonly string[]) => {
    const { operations: found, said } = named({ a: inside.join("") });
    return [...found.map((line) => line.replace("a: ", "").split(" ")[0]), ...said];
  };

  it("begin with the type that they are bound to, unless their name repeats it", () => {
    expect(operations(complex("user"), action("assignLicense", "a.user"))).toEqual(["UserAssignLicenseParameters"]);
    expect(operations(complex("importedDevice"), action("importDeviceList", "a.importedDevice"))).toEqual([
      "ImportDeviceListParameters",
    ]);
    expect(operations(complex("importedDeviceIdentity"), action("importList", "a.importedDeviceIdentity"))).toEqual([
      "ImportedDeviceIdentityImportListParameters",
    ]);
    expect(operations(action("sendMail"))).toEqual(["SendMailParameters"]);
  });

  it("begin with it also where the shorter name is that of another", () => {
    expect(operations(complex("user"), complex("admin"), action("findUser", "a.user"), action("findUser"))).toEqual([
      "FindUserParameters",
      "UserFindUserParameters",
    ]);
    expect(operations(complex("user"), complex("findUserParameters"), action("findUser", "a.user"))).toEqual([
      "UserFindUserParameters",
    ]);
  });

  it("have names for parameters, their validator, and a result that is a collection", () => {
    const list = '<ReturnType Type="Collection(Edm.Int32)"/>';
    const all = (inside: string) => named({ a: inside }).operations;
    expect(all(action("do", "", undefined, list))).toEqual([
      "a: DoParameters doParametersSchema DoResult doResultSchema",
    ]);
    expect(all(action("do", "", "", '<ReturnType Type="Edm.Int32"/>'))).toEqual(["a: "]);
    expect(all(`<Function Name="get"><Parameter Name="p" Type="Edm.Int32"/>${list}</Function>`)).toEqual([
      "a: GetParameters GetResult getResultSchema",
    ]);
  });

  it("of one name get different ones, which is said", () => {
    const [first, second, message, ...more] = operations(complex("x"), action("do", "a.x"), action("xDo"));
    expect([first, second, more]).toEqual(["XDoParameters", "XDo_Parameters", []]);
    expect(message).toMatch(/XDo_/);
  });
});

describe("letter case", () => {
  it.each([
    ["userName", "UserName", "userName"],
    ["ID", "ID", "iD"],
    ["éa", "Éa", "éa"],
    ["", "", ""],
  ])("%j", (name, upper, lower) => expect([upperFirst(name), lowerFirst(name)]).toEqual([upper, lower]));

  it("joins words", () => expect(camelCase(["Microsoft", "graph", "callRecords"])).toBe("microsoftGraphCallRecords"));

  it.each([
    ["a.b-c", "a_b_c"],
    ["$x", "$x"],
    ["_x", "_x"],
    ["1a", "_1a"],
    ["größe", "größe"],
    ["", "_"],
  ])("makes an identifier of %j", (name, identifier) => expect(identifierOf(name)).toBe(identifier));
});
