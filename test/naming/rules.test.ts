/** Names that rules of the user give. */
import { describe, expect, it } from "vitest";
import type { LockedNames } from "../../src/naming/locked-names.js";
import type { NameRules } from "../../src/naming/rules/name-rules.js";
import { namesOf } from "../support/exported-names.js";
import { modelOf } from "../support/model.js";

const complex = (...names: readonly string[]) => names.map((name) => `<ComplexType Name="${name}"/>`).join("");
const action = (name: string, type = "") =>
  `<Action Name="${name}"${type === "" ? "" : ' IsBound="true"'}>${type === "" ? "" : `<Parameter Name="it" Type="${type}"/>`}<Parameter Name="p" Type="Edm.Int32"/></Action>`;

function model(inside: string, other = "") {
  const schema = (name: string, text: string) =>
    `<Schema Namespace="${name}" xmlns="http://docs.oasis-open.org/odata/ns/edm">${text}</Schema>`;
  const schemas = schema("a", inside) + (other === "" ? "" : schema("a.b", other));
  return modelOf({
    "a.xml": `<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>${schemas}</edmx:DataServices></edmx:Edmx>`,
  }).model;
}

function named(inside: string, rules: NameRules, locked?: LockedNames) {
  return namesOf(model(inside), locked, undefined, rules);
}

const typesIn = ({ exports }: ReturnType<typeof named>) =>
  Object.fromEntries([...exports].filter(([key]) => !/ /.test(key)));
const lockOf = (inside: string) => named(inside, {}).locked;

describe("a rule", () => {
  it("names a type and what is emitted beside it", () => {
    const { exports, said } = named(complex("user"), { "a.user": "GraphUser" });
    expect([...exports.values()]).toEqual(["GraphUser", "GraphUserCreate", "GraphUserUpdate", "graphUserSchema"]);
    expect(said).toEqual([]);
  });

  it("with a pattern adds, removes or replaces what stands around a name", () => {
    expect(
      typesIn(named(complex("user", "A_b", "A_1Type"), { "a.*": "My*", "a.A_*": "*", "a.A_*Type": "*Kind" })),
    ).toEqual({
      "a.user": "MyUser",
      "a.A_b": "B",
      "a.A_1Type": "_1Kind",
    });
  });

  it("with an exact name stands before patterns, whatever their order", () => {
    expect(typesIn(named(complex("x"), { "a.*": "A*", "a.x": "Exact" }))).toEqual({ "a.x": "Exact" });
    expect(typesIn(named(complex("x"), { "a.x": "Exact", "a.*": "A*" }))).toEqual({ "a.x": "Exact" });
  });

  it("with a pattern fits one namespace, not those below it", () => {
    const { exports } = namesOf(model(complex("x"), complex("x")), undefined, "a", { "a.*": "A*" });
    expect([exports.get("a.x"), exports.get("a.b.x")]).toEqual(["AX", "b.X"]);
  });

  it("names the parameters of an operation, by its name or that of an overload", () => {
    const inside = complex("x", "y") + action("do", "a.x") + action("do", "a.y");
    const { exports, said } = named(inside, { "a.do(a.y)": "YDone", "a.do": "Done" });
    expect([exports.get("a.do(a.x) parameters"), exports.get("a.do(a.y) parameters")]).toEqual([
      "DoneParameters",
      "YDoneParameters",
    ]);
    expect(said).toEqual([]);
  });

  it("with a pattern names operations that are not bound; others begin with the name of their type", () => {
    const { exports } = named(complex("x") + action("do", "a.x") + action("run"), { "a.*": "A*" });
    expect([exports.get("a.do(a.x) parameters"), exports.get("a.run() parameters")]).toEqual([
      "AXDoParameters",
      "ARunParameters",
    ]);
  });

  it("that fits nothing is reported, with the nearest name", () => {
    expect(named(complex("user"), { "a.usr": "User", "b.*": "B*" }).said).toEqual([
      "name-rule-unmatched: The rule a.usr of names fits no type or operation that is named; did you mean a.user?",
      "name-rule-unmatched: The rule b.* of names fits no type or operation that is named; remove it, or correct its name.",
    ]);
  });
});

describe("a name that is taken", () => {
  it("goes to the type with the rule, and the other one is reported", () => {
    const names = named(complex("A_x", "x"), { "a.A_*": "*" });
    expect(typesIn(names)).toEqual({ "a.A_x": "X", "a.x": "X_" });
    expect(names.said).toEqual([
      "name-taken-by-rule: The rule a.A_* of names calls a.A_x X, so a.x is named X_; name one of them otherwise in names.",
    ]);
  });

  it("of two rules goes to the exact one, else to the first type", () => {
    const names = named(complex("A_x", "B_x", "C_x"), { "a.A_*": "*", "a.C_*": "*", "a.B_x": "X" });
    expect(typesIn(names)).toEqual({ "a.A_x": "X_", "a.B_x": "X", "a.C_x": "X__" });
    expect(names.said[0]).toBe(
      "name-rule-refused: a.A_x cannot be named X by the rule a.A_* of names, since a.B_x has that name; it is named X_. Choose another name.",
    );
  });

  it("by what every output has is refused", () => {
    const names = named(complex("x"), { "a.x": "Page" });
    expect(typesIn(names)).toEqual({ "a.x": "Page_" });
    expect(names.said).toEqual([
      "name-rule-refused: a.x cannot be named Page by the rule a.x of names, since every output has that name; it is named Page_. Choose another name.",
    ]);
  });
});

describe("with a lock file", () => {
  const inside = complex("user") + action("assign", "a.user");

  it("a rule stands before the locked name, and its name is locked then", () => {
    const first = named(inside, { "a.user": "Person" }, lockOf(inside));
    expect([...first.exports.values()]).toEqual([
      "Person",
      "PersonCreate",
      "PersonUpdate",
      "personSchema",
      "PersonAssignParameters",
      "personAssignParametersSchema",
    ]);
    expect(first.locked.names).toEqual({ "a.user": "Person", "a.assign(a.user)": "PersonAssign" });
    const next = named(inside, { "a.user": "Person" }, first.locked);
    expect([next.exports, next.locked, next.said]).toEqual([first.exports, first.locked, []]);
  });

  it("a locked name that a rule gives to another type is reported once", () => {
    const types = complex("A_x", "x");
    const names = named(types, { "a.A_*": "*" }, lockOf(types));
    expect(typesIn(names)).toEqual({ "a.A_x": "X", "a.x": "X_" });
    expect(names.said.map((said) => said.split(":")[0])).toEqual(["name-taken-by-rule"]);
  });

  it("a locked name of another form that a rule gives to another type is reported", () => {
    const locked = { modules: {}, names: { "a.x": "Person" } };
    expect(named(complex("x", "y"), { "a.y": "Person" }, locked).said).toEqual([
      "locked-name-refused: The name for a.x in the lock file is not valid or not free, so it is named X; correct its uses, or the lock file.",
    ]);
  });

  it("the names of roles that had `_` follow the rule", () => {
    const types = complex("user", "userCreate");
    const names = named(types, { "a.user": "Person" }, lockOf(types));
    expect(names.exports.get("a.user create")).toBe("PersonCreate");
    expect(names.said).toEqual([]);
  });
});
