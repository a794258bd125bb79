/** What is read from annotations, each written in CSDL. */
import { describe, expect, it } from "vitest";
import type { Annotation, Expression } from "../../src/edm/annotations.js";
import { accessOf, fieldControlOf, isReadOnly, keyAccessOf, memberAccessOf } from "../../src/vocabularies/access.js";
import { alternateKeysOf } from "../../src/vocabularies/alternate-keys.js";
import { annotatedPermissions } from "../../src/vocabularies/resource-permissions.js";
import { deprecationOf } from "../../src/vocabularies/revisions.js";
import { misfitOf } from "../../src/vocabularies/terms/value-shapes.js";
import type { ValueShape } from "../../src/vocabularies/terms/term-entry.js";
import {
  booleanOf,
  fieldOf,
  itemsOf,
  membersOf,
  numeralOf,
  pathOf,
  pathsOf,
  stringOf,
} from "../../src/vocabularies/values.js";
import { readXmlText } from "../csdl/reading.js";
import { setsOf } from "../support/scope-sets.js";

const ALIASES = [
  ["Org.OData.Core.V1", "Core"],
  ["Org.OData.Capabilities.V1", "Cap"],
  ["com.sap.vocabularies.Common.v1", "Common"],
  ["OData.Community.Keys.V1", "Keys"],
];

/** A schema with annotations. */
function annotated(annotations: string): { readonly annotations: readonly Annotation[] } {
  const includes = ALIASES.map(([namespace, alias]) => `<x:Include Namespace="${namespace}" Alias="${alias}"/>`).join(
    "",
  );
  const { document, said } = readXmlText(
    `<x:Edmx xmlns:x="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0"><x:Reference Uri="v">${includes}</x:Reference><x:DataServices><Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="n">${annotations}</Schema></x:DataServices></x:Edmx>`,
  );
  expect(said).toEqual([]);
  return { annotations: document?.schemas[0]?.annotations ?? [] };
}

function value(inside: string): Expression {
  const [annotation] = annotated(
    inside.startsWith("<") ? `<Annotation Term="n.T">${inside}</Annotation>` : `<Annotation Term="n.T" ${inside}/>`,
  ).annotations;
  if (annotation === undefined) throw new Error("no annotation");
  return annotation.value;
}

const VALUES: Readonly<Record<string, string>> = {
  true: 'Bool="true"',
  false: 'Bool="false"',
  text: 'String="a"',
  digits: 'String="12"',
  int: 'Int="-12"',
  decimal: 'Decimal="1.5e3"',
  date: 'Date="2020-01-02"',
  member: 'EnumMember="n.E/A n.E/B"',
  path: 'PropertyPath="a/b"',
  valuePath: 'Path="a"',
  null: "<Null/>",
  strings: "<Collection><String>a</String><Path>b</Path></Collection>",
  paths: "<Collection><PropertyPath>a</PropertyPath></Collection>",
  records: "<Collection><Record/></Collection>",
  mixed: "<Collection><Record/><Int>1</Int></Collection>",
  empty: "<Collection/>",
  record: "<Record/>",
};

describe("the shape of a value", () => {
  const DYNAMIC = new Set(["valuePath", "null"]);

  it.each<[shape: ValueShape, expected: string, fitting: readonly string[]]>([
    ["boolean", "true or false", ["true", "false"]],
    ["string", "a string", ["text", "digits"]],
    ["number", "a number", ["digits", "int", "decimal"]],
    ["member", "a member of an enumeration", ["text", "digits", "int", "member"]],
    ["constant", "a constant", ["text", "digits", "int", "decimal", "date", "member"]],
    ["path", "a path", ["text", "digits", "path"]],
    ["strings", "a collection of strings", ["strings", "empty"]],
    ["paths", "a collection of paths", ["strings", "paths", "empty"]],
    ["records", "a collection of records", ["records", "empty"]],
    ["record", "a record", ["record"]],
    ["any", "", Object.keys(VALUES)],
    [{}, "a record", ["true", "record"]],
  ])("%j", (shape, expected, fitting) => {
    const misfits = Object.entries(VALUES).flatMap(([name, text]) => {
      const misfit = misfitOf(value(text), shape);
      return misfit === undefined ? [] : [[name, misfit.expected]];
    });
    const others = Object.keys(VALUES).filter((name) => !fitting.includes(name) && !DYNAMIC.has(name));
    expect(misfits).toEqual(others.map((name) => [name, expected]));
  });

  it("of a record is that of its properties, also of records in it", () => {
    const shape: ValueShape = { a: "boolean", b: { c: "string" } };
    const record = (inside: string) => value(`<Record>${inside}</Record>`);
    expect(
      misfitOf(record('<PropertyValue Property="a" Bool="true"/><PropertyValue Property="x" Int="1"/>'), shape),
    ).toBeUndefined();
    expect(misfitOf(record('<PropertyValue Property="a" Int="1"/>'), shape)).toMatchObject({
      expected: "true or false",
      property: { name: "a" },
    });
    const inner = record(
      '<PropertyValue Property="b"><Record><PropertyValue Property="c" Int="1"/></Record></PropertyValue>',
    );
    expect(misfitOf(inner, shape)).toMatchObject({ expected: "a string", property: { name: "c" } });
  });
});

describe("readers", () => {
  const read = (text: string) => {
    const found = value(text);
    return [booleanOf(found), stringOf(found), numeralOf(found), membersOf(found)?.join(), pathOf(found)];
  };

  it.each<[name: string, boolean: unknown, string: unknown, numeral: unknown, members: unknown, path: unknown]>([
    ["true", true, undefined, undefined, undefined, undefined],
    ["false", false, undefined, undefined, undefined, undefined],
    ["text", undefined, "a", undefined, "a", "a"],
    ["digits", undefined, "12", "12", "12", "12"],
    ["int", undefined, undefined, "-12", "-12", undefined],
    ["decimal", undefined, undefined, "1.5e3", undefined, undefined],
    ["date", undefined, undefined, undefined, undefined, undefined],
    ["member", undefined, undefined, undefined, "A,B", undefined],
    ["path", undefined, undefined, undefined, undefined, "a/b"],
    ["valuePath", undefined, undefined, undefined, undefined, undefined],
    ["strings", undefined, undefined, undefined, undefined, undefined],
  ])("%s", (name, ...expected) => expect(read(VALUES[name] ?? "")).toEqual(expected));

  it("of collections and records", () => {
    expect(itemsOf(value(VALUES["mixed"] ?? ""))).toHaveLength(2);
    expect(itemsOf(value(VALUES["record"] ?? ""))).toBeUndefined();
    expect(
      pathsOf(value("<Collection><PropertyPath>a</PropertyPath><Int>1</Int><String>b</String></Collection>")),
    ).toEqual(["a", "b"]);
    expect(pathsOf(value(VALUES["int"] ?? ""))).toEqual([]);
    const record = value('<Record><PropertyValue Property="a" Int="1"/><PropertyValue Property="b" Int="2"/></Record>');
    expect([numeralOf(fieldOf(record, "b")), fieldOf(record, "c"), fieldOf(value("<Collection/>"), "a")]).toEqual([
      "2",
      undefined,
      undefined,
    ]);
    expect(membersOf(value('String="A, B ,n.E/C"'))).toEqual(["A", "B", "C"]);
    for (const text of ['String="1x"', 'String="1."', 'String=".5"', 'String="+-1"'])
      expect(numeralOf(value(text))).toBeUndefined();
    expect(numeralOf(value('String="+1.25E-3"'))).toBe("+1.25E-3");
  });
});

describe("access", () => {
  const permissions = (members: string) => accessOf(annotated(`<Annotation Term="Core.Permissions" ${members}/>`));

  it.each([
    ['EnumMember="Core.Permission/Read"', true, false],
    ['EnumMember="Core.Permission/Write"', false, true],
    ['EnumMember="Core.Permission/ReadWrite"', true, true],
    ['EnumMember="Core.Permission/Read Core.Permission/Write"', true, true],
    ['EnumMember="Core.Permission/None"', false, false],
    ['EnumMember="Core.Permission/Invoke"', false, false],
    ['EnumMember="Core.Permission/Read Core.Permission/Other"', true, true],
    ['String="Read"', true, false],
    ['Int="2"', false, true],
    ['Int="1"', true, false],
    ['String=""', true, true],
    ['Bool="false"', true, true],
  ])("%s", (members, read, write) => expect(permissions(members)).toEqual({ read, write }));

  it("is unrestricted without annotations", () => {
    expect(accessOf({})).toEqual({ read: true, write: true });
    expect(memberAccessOf({})).toEqual({
      read: true,
      write: true,
      computed: false,
      immutable: false,
      computedDefault: false,
    });
  });

  it("of a member is that of its tags and its field control", () => {
    const access = (...terms: readonly string[]) =>
      memberAccessOf(annotated(terms.map((term) => `<Annotation Term="${term}"/>`).join("")));
    expect(access("Core.Computed")).toMatchObject({ computed: true, immutable: false, computedDefault: false });
    expect(access("Core.Immutable")).toMatchObject({ computed: false, immutable: true, computedDefault: false });
    expect(access("Core.ComputedDefaultValue")).toMatchObject({
      computed: false,
      immutable: false,
      computedDefault: true,
    });
    const control = (text: string) => fieldControlOf(annotated(`<Annotation Term="Common.FieldControl" ${text}/>`));
    expect(
      [
        'EnumMember="Common.FieldControlType/Mandatory"',
        'Int="7"',
        'EnumMember="Common.FieldControlType/ReadOnly"',
        'Int="1"',
        'EnumMember="Common.FieldControlType/Optional"',
        'Path="a"',
        'String="ReadOnly,Mandatory"',
      ].map(control),
    ).toEqual(["mandatory", "mandatory", "readOnly", "readOnly", undefined, undefined, undefined]);
  });

  it("is read-only where it is computed, cannot be written or is controlled so", () => {
    const all = memberAccessOf({});
    expect(isReadOnly(all)).toBe(false);
    expect(isReadOnly({ ...all, computed: true })).toBe(true);
    expect(isReadOnly({ ...all, write: false })).toBe(true);
    expect(isReadOnly({ ...all, control: "readOnly" })).toBe(true);
    expect(isReadOnly({ ...all, control: "mandatory", immutable: true, computedDefault: true })).toBe(false);
  });

  it("of a key that can be read alone is to be given on create, and stays", () => {
    const all = memberAccessOf({});
    expect(keyAccessOf({ ...all, write: false })).toEqual({ ...all, write: true, immutable: true });
    for (const access of [all, { ...all, write: false, computed: true }, { ...all, write: false, read: false }])
      expect(keyAccessOf(access)).toEqual(access);
  });
});

describe("revisions", () => {
  const revision = (inside: string) => `<Record>${inside}</Record>`;
  const kind = (member: string) => `<PropertyValue Property="Kind" EnumMember="Core.RevisionKind/${member}"/>`;
  const deprecated = (...records: readonly string[]) =>
    deprecationOf(
      annotated(`<Annotation Term="Core.Revisions"><Collection>${records.join("")}</Collection></Annotation>`),
    );

  it("deprecate by their kind alone; the last one counts", () => {
    expect(deprecated(revision(kind("Added")))).toBeUndefined();
    expect(deprecated(revision(kind("Deprecated")))).toEqual({});
    expect(deprecated(revision('<PropertyValue Property="Kind" Int="2"/>'))).toEqual({});
    expect(deprecated(revision('<PropertyValue Property="Kind" Int="1"/>'))).toBeUndefined();
    const described = (text: string) =>
      revision(`${kind("Deprecated")}<PropertyValue Property="Description" String="${text}"/>`);
    expect(deprecated(described("first"), described("last"), revision(kind("Modified")))).toEqual({
      description: "last",
    });
    expect(deprecationOf({})).toBeUndefined();
  });

  it("have a date or a version, and a date of removal", () => {
    const since = (inside: string) => deprecated(revision(kind("Deprecated") + inside));
    const version = '<PropertyValue Property="Version" String="2020-01"/>';
    expect(since(version)).toEqual({ since: "2020-01" });
    expect(since(`${version}<PropertyValue Property="Date" Date="2020-02-03"/>`)).toEqual({ since: "2020-02-03" });
    expect(since('<PropertyValue Property="RemovalDate" Date="2021-02-03"/>')).toEqual({ removal: "2021-02-03" });
    expect(since('<PropertyValue Property="Date"><Null/></PropertyValue>')).toEqual({});
  });
});

describe("alternate keys", () => {
  const ref = (name: string, alias = "") =>
    `<Record><PropertyValue Property="Name" PropertyPath="${name}"/>${alias === "" ? "" : `<PropertyValue Property="Alias" String="${alias}"/>`}</Record>`;
  const key = (...refs: readonly string[]) =>
    `<Record><PropertyValue Property="Key"><Collection>${refs.join("")}</Collection></PropertyValue></Record>`;
  const keys = (term: string, ...all: readonly string[]) =>
    `<Annotation Term="${term}"><Collection>${all.join("")}</Collection></Annotation>`;
  const read = (text: string) =>
    alternateKeysOf(annotated(text)).map((parts) => parts.map(({ name, path }) => `${name}=${path}`));

  it("have the names of their properties or their aliases", () => {
    expect(read(keys("Core.AlternateKeys", key(ref("a")), key(ref("b"), ref("c/d", "e"))))).toEqual([
      ["a=a"],
      ["b=b", "e=c/d"],
    ]);
  });

  it("are left out where a part has no name in a key predicate", () => {
    expect(
      read(
        keys("Core.AlternateKeys", key(ref("a/b")), key(ref("c"), ref("d/e")), key(), key("<Record/>"), key(ref("f"))),
      ),
    ).toEqual([["f=f"]]);
  });

  it("have a term of the community, too, which that of Core replaces", () => {
    const community = keys("Keys.AlternateKeys", key(ref("a")));
    expect(read(community)).toEqual([["a=a"]]);
    expect(read(community + keys("Core.AlternateKeys", key(ref("b"))))).toEqual([["b=b"]]);
  });
});

describe("permissions", () => {
  const scope = (name: string, restricted = "") =>
    `<Record><PropertyValue Property="Scope" String="${name}"/>${restricted === "" ? "" : `<PropertyValue Property="RestrictedProperties" String="${restricted}"/>`}</Record>`;
  const permission = (scheme: string, scopes: readonly string[], notes = "") =>
    `<Record><PropertyValue Property="SchemeName" String="${scheme}"/><PropertyValue Property="Scopes"><Collection>${scopes.join("")}</Collection></PropertyValue>${notes}</Record>`;
  const permissions = (...records: readonly string[]) =>
    `<PropertyValue Property="Permissions"><Collection>${records.join("")}</Collection></PropertyValue>`;
  const restrictions = (term: string, inside: string) =>
    `<Annotation Term="Cap.${term}"><Record>${inside}</Record></Annotation>`;
  const APP = "Application";
  const read = (
    text: string,
    kind: Parameters<typeof annotatedPermissions>[1] = "Collection",
    method: Parameters<typeof annotatedPermissions>[2] = "GET",
    isStated = true,
  ) =>
    annotatedPermissions(annotated(text), kind, method, () => isStated)?.map(
      ({ scheme, when, alternatives, exact }) =>
        `${scheme}${when === undefined ? "" : ` ${when}`}: ${setsOf(alternatives).join(", ")}${exact === false ? ", not exact" : ""}`,
    );

  it("of one scheme and case are alternatives, of which each is a set", () => {
    const text = restrictions(
      "ReadRestrictions",
      permissions(
        permission(APP, [scope("A.Read"), scope("B.Read")]),
        permission(APP, [scope("C.Read")]),
        permission("DelegatedWork", [scope("D.Read")]),
        permission("Other", [scope("E.Read")]),
      ),
    );
    expect(read(text)).toEqual(["application: A.Read and B.Read, C.Read", "delegatedWork: D.Read"]);
    expect(read(text, "Collection", "GET", false)).toBeUndefined();
  });

  it("are those of the method", () => {
    const one = (term: string) => restrictions(term, permissions(permission(APP, [scope(term)])));
    const text = [
      "ReadRestrictions",
      "InsertRestrictions",
      "UpdateRestrictions",
      "DeleteRestrictions",
      "OperationRestrictions",
    ]
      .map(one)
      .join("");
    const found = (["GET", "POST", "PATCH", "PUT", "DELETE"] as const).map((method) =>
      read(text, "Entity", method)?.join(),
    );
    expect(found).toEqual(
      ["Read", "Insert", "Update", "Update", "Delete"].map((word) => `application: ${word}Restrictions`),
    );
    expect(read(text, "Operation", "POST")).toEqual(["application: OperationRestrictions"]);
    expect(read(one("InsertRestrictions"), "Entity", "GET")).toBeUndefined();
  });

  it("of one entity come before those of the collection", () => {
    const byKey = `<PropertyValue Property="ReadByKeyRestrictions"><Record>${permissions(permission(APP, [scope("Key.Read")]))}</Record></PropertyValue>`;
    const text = restrictions("ReadRestrictions", permissions(permission(APP, [scope("All.Read")])) + byKey);
    expect([read(text, "Entity"), read(text)]).toEqual([["application: Key.Read"], ["application: All.Read"]]);
  });

  it("have a case by their description, and are not exact where scopes are restricted", () => {
    const description = '<Annotation Term="Core.Description" String="for chats"/>';
    expect(
      read(
        restrictions(
          "ReadRestrictions",
          permissions(permission(APP, [scope("A.Read")], description), permission(APP, [scope("B.Read")])),
        ),
      ),
    ).toEqual(["application for chats: A.Read", "application: B.Read"]);
    expect(
      read(
        restrictions("ReadRestrictions", permissions(permission(APP, [scope("A.Read", "a"), scope("B.Read", "b")]))),
      ),
    ).toEqual(["application: A.Read, B.Read, not exact"]);
    expect(read(restrictions("ReadRestrictions", permissions(permission(APP, []))))).toEqual(["application: "]);
    expect(read(restrictions("ReadRestrictions", ""))).toBeUndefined();
  });
});
