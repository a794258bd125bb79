import { describe, expect, test } from "vitest";
import * as v from "../../src/runtime/validation.js";

interface Person {
  id: string;
  name?: string | null;
  age: number;
  manager?: Person | null;
  reports?: Person[];
}

const checkPerson: v.Check = (o, c) => {
  v.control(o, c);
  v.leaf(c, "hr.Person");
  v.string(o["id"], c, "id", v.required);
  v.string(o["name"], c, "name");
  v.byte(o["age"], c, "age", v.required);
  v.navigation(o["manager"], c, "manager");
  v.navigationMany(o["reports"], c, "reports", v.contained);
};
const person = v.readSchema<Person>(() => checkPerson);
const newPerson = v.createSchema<Person>(() => checkPerson);

/** What is wrong, as `path code`. */
function problems<T>(schema: v.Schema<T>, value: unknown): readonly string[] {
  const result = schema.validate(value);
  expect(schema.is(value)).toBe(result.ok);
  return result.ok ? [] : result.issues.map((issue) => `${issue.path.join("/")} ${issue.code}`);
}

describe("pick", () => {
  const named = v.pick(person, ["id", "name"]);

  test("the named properties have to be there, and are checked", () => {
    expect(problems(named, { id: "1", name: null })).toEqual([]);
    expect(problems(named, { id: "1" })).toEqual(["name missing"]);
    expect(problems(named, { id: 1, name: "a" })).toEqual(["id type"]);
    expect(problems(named, { id: "1", name: "a", "@odata.type": 5 })).toEqual(["@odata.type type"]);
  });

  test("others are not looked at in responses, and refused in bodies", () => {
    expect(problems(named, { id: "1", name: "a", age: "x" })).toEqual([]);
    expect(problems(v.pick(newPerson, ["id"]), { id: "1", age: 1 })).toEqual(["age unknown-property"]);
    expect(problems(v.pick(newPerson, ["id"]), { id: "1", age: undefined, "@custom.note": 1 })).toEqual([]);
  });

  test("with related entities", () => {
    const withManager = v.pick(v.withNavigation(person, { manager: named }), ["manager"]);
    expect(problems(withManager, { manager: { id: "1", name: "a" } })).toEqual([]);
    expect(problems(withManager, { manager: { id: "1" } })).toEqual(["manager/name missing"]);
  });
});

describe("partial", () => {
  test("nothing has to be there; what is there is checked", () => {
    expect(problems(v.partial(person), {})).toEqual([]);
    expect(problems(v.partial(person), { age: 256 })).toEqual(["age range"]);
    expect(problems(v.partial(newPerson), { nme: "x" })).toEqual(["nme unknown-property"]);
  });

  test("items of its collections, and objects within it, are complete", () => {
    const team = v.partial(
      v.readSchema<{ lead: Person; tags: string[] }>(() => (o, c) => {
        v.object(o["lead"], c, "lead", checkPerson, v.required);
        v.collection(o["tags"], c, "tags", v.string, v.required);
      }),
    );
    expect(problems(team, { lead: {}, tags: [undefined] })).toEqual([
      "lead/id missing",
      "lead/age missing",
      "tags/0 missing",
    ]);
  });
});

describe("withNavigation", () => {
  const related = v.withNavigation(person, { manager: person, reports: person });
  const one = { id: "1", age: 40 };

  test("related entities are checked where they are there", () => {
    expect(problems(related, one)).toEqual([]);
    expect(problems(related, { ...one, manager: null, reports: [] })).toEqual([]);
    expect(problems(related, { ...one, manager: one, reports: [one, one] })).toEqual([]);
    expect(problems(related, { ...one, manager: { id: "2" }, reports: [one, { age: 1 }] })).toEqual([
      "manager/age missing",
      "reports/1/id missing",
    ]);
  });

  test("what is no entity, or no collection of them, is reported once", () => {
    expect(problems(related, { ...one, manager: [{}], reports: [1, null] })).toEqual([
      "manager type",
      "reports/0 type",
      "reports/1 null",
    ]);
    expect(problems(related, { ...one, reports: {} })).toEqual(["reports type"]);
    expect(problems(related, { ...one, reports: [undefined] })).toEqual(["reports/0 missing"]);
  });
});

describe("createOf", () => {
  const alone = v.createOf<Person>(person);

  test("a body is checked as one that creates", () => {
    expect(problems(alone, { id: "1", age: 1 })).toEqual([]);
    expect(problems(alone, { id: "1", agee: 1 })).toEqual(["age missing", "agee unknown-property"]);
    expect(problems(alone, { id: "1", age: 1, "manager@odata.bind": "people('2')" })).toEqual([]);
  });

  test("what every object has under the name of a navigation property is no entity", () => {
    const check: v.Check = (o, c) => v.navigation(v.own(o, "__proto__"), c, "__proto__");
    const schema = v.createOf(v.readSchema(() => check));
    expect(problems(schema, {})).toEqual([]);
    expect(problems(schema, JSON.parse('{ "__proto__": {} }'))).toEqual(["__proto__ unknown-property"]);
  });

  test("related entities need a schema", () => {
    const body = { id: "1", age: 1, manager: { id: "2", age: 3 }, reports: [{}] };
    expect(problems(alone, body)).toEqual(["manager unknown-property", "reports unknown-property"]);
    expect(problems(v.createOf<Person>(person, { manager: person, reports: person }), body)).toEqual([
      "reports/0/id missing",
      "reports/0/age missing",
    ]);
  });
});

describe("pages", () => {
  const page = v.collectionOf(v.pick(person, ["id"]));
  const value = [{ id: "1" }];

  test("control information is of its kind, in both spellings", () => {
    const links = {
      "@odata.context": "$metadata#people",
      "@odata.count": "3",
      "@odata.nextLink": null,
      "@deltaLink": "x",
    };
    expect(problems(page, { ...links, value })).toEqual([]);
    expect(problems(page, { value, "@odata.count": 3, "@odata.other": 1, more: 1 })).toEqual([]);
    expect(problems(page, { value, "@odata.nextLink": 5, "@odata.count": "x", "@context": [] })).toEqual([
      "@odata.nextLink type",
      "@odata.count type",
      "@context type",
    ]);
    expect(problems(page, {})).toEqual(["value missing"]);
    expect(problems(page, { value: [{}] })).toEqual(["value/0/id missing"]);
  });

  test("changes: entities that may be partial, and removed ones of every form", () => {
    const delta = v.deltaOf(person);
    const removed = [
      { "@removed": { reason: "deleted" }, id: "1" },
      { "@odata.removed": {}, id: "1" },
      { "@odata.context": "$metadata#people/$deletedEntity", id: "people('1')", reason: "changed" },
      { "@odata.context": "$metadata#people/$deletedEntity", "@odata.id": "people('1')" },
    ];
    expect(problems(delta, { value: [{ name: "x" }, ...removed], "@odata.deltaLink": "people?$deltatoken=1" })).toEqual(
      [],
    );
    expect(problems(delta, { value: [{ name: 1 }, { "@removed": 1, id: 2 }] })).toEqual([
      "value/0/name type",
      "value/1/@removed type",
      "value/1/id type",
    ]);
  });

  test("errors", () => {
    const error = {
      code: "x",
      message: "y",
      target: null,
      details: [{ code: "a", message: "b" }],
      innererror: { any: 1 },
    };
    expect(problems(v.odataErrorSchema, { error })).toEqual([]);
    expect(problems(v.odataErrorSchema, {})).toEqual(["error missing"]);
    expect(problems(v.odataErrorSchema, { error: { code: 5, details: [{}] } })).toEqual([
      "error/code type",
      "error/message missing",
      "error/details/0/code missing",
      "error/details/0/message missing",
    ]);
  });
});

describe("derived types", () => {
  const checkPet: v.Check = (o, c) => {
    v.controlOfTyped(o["@odata.type"] ?? o["@type"], o, c);
    v.string(o["name"], c, "name", v.required);
  };
  const checkCat: v.Check = (o, c) => {
    checkPet(o, c);
    v.leaf(c, "home.Cat");
    v.byte(o["lives"], c, "lives", v.required);
  };
  const pet = v.variants("home.Pet", checkPet, { "home.Cat": checkCat });
  const animal = v.variants(null, checkPet, { "home.Cat": checkCat });
  const cat = { "@odata.type": "#home.Cat", name: "Tom", lives: 9 };

  test("read: by the type that the value names; an unknown one is checked as the base", () => {
    const schema = v.collectionOf(v.readSchema(() => pet));
    const items = [{ name: "x" }, cat, { ...cat, lives: "9" }, { "@odata.type": "#home.Dog", name: 1 }];
    expect(problems(schema, { value: items })).toEqual(["value/2/lives type", "value/3/name type"]);
  });

  test.each([
    ["create", v.createSchema, ["@odata.type odata-type"]],
    ["update", v.updateSchema, []],
  ] as const)("%s: the type has to be known, and of an abstract one named", (_, schemaOf, unnamed) => {
    expect(
      problems(
        schemaOf(() => pet),
        cat,
      ),
    ).toEqual([]);
    expect(
      problems(
        schemaOf(() => pet),
        { name: "x" },
      ),
    ).toEqual([]);
    expect(
      problems(
        schemaOf(() => pet),
        { "@odata.type": "home.Dog", name: "x" },
      ),
    ).toEqual(["@odata.type odata-type"]);
    expect(
      problems(
        schemaOf(() => pet),
        { name: "x", lives: 9 },
      ),
    ).toEqual(["lives unknown-property"]);
    expect(
      problems(
        schemaOf(() => animal),
        { name: "x" },
      ),
    ).toEqual(unnamed);
    const home: v.Check = (o, c) => v.object(o["pet"], c, "pet", animal);
    expect(
      problems(
        schemaOf(() => home),
        { pet: { name: "x" } },
      ),
    ).toEqual(["pet/@odata.type odata-type"]);
  });

  test("the schema of an abstract type alone wants a name as well", () => {
    const schema = v.createSchema(() => v.abstract(checkPet));
    expect(problems(schema, { name: "x" })).toEqual(["@odata.type odata-type"]);
    expect(problems(schema, { "@type": "home.Cat", name: "x" })).toEqual([]);
  });

  test("only some of the types may be allowed where a value is written", () => {
    const check: v.Check = (o, c) => {
      v.object(o["one"], c, "one", pet);
      v.types(o["one"], c, "one", "home.Pet", "home.Cat");
      v.objects(o["many"], c, "many", pet);
      v.types(o["many"], c, "many", "home.Pet", "home.Cat");
    };
    expect(
      problems(
        v.createSchema(() => check),
        { one: cat, many: [cat, { name: "x" }] },
      ),
    ).toEqual(["many/1/@odata.type odata-type"]);
    expect(
      problems(
        v.readSchema(() => check),
        { one: { name: "x" } },
      ),
    ).toEqual([]);
  });
});

test("control information of a body is of its kind; entities are related by URLs", () => {
  const body = { id: "1", age: 1 };
  expect(problems(newPerson, { ...body, "@odata.id": "people('1')", "manager@odata.bind": null })).toEqual([]);
  expect(problems(newPerson, { ...body, "manager@bind": "people('1')", "name@custom.note": [] })).toEqual([]);
  const wrong = { "manager@odata.bind": ["x"], "reports@odata.bind": ["x"], "boss@odata.bind": "x", "@odata.etag": 1 };
  expect(problems(newPerson, { ...body, ...wrong })).toEqual([
    "manager@odata.bind type",
    "reports@odata.bind unknown-property",
    "boss@odata.bind unknown-property",
    "@odata.etag type",
  ]);
});

test("a navigation property that an update refuses takes no URLs either", () => {
  const check: v.Check = (o, c) => v.navigation(o["manager"], c, "manager", v.nullable | v.immutable);
  const body = { "manager@odata.bind": "people('1')" };
  expect(
    problems(
      v.createSchema(() => check),
      body,
    ),
  ).toEqual([]);
  expect(
    problems(
      v.updateSchema(() => check),
      body,
    ),
  ).toEqual(["manager@odata.bind read-only"]);
});

test("an issue tells what was expected and received, but never the whole of a secret", () => {
  const found = (value: unknown, schema = person) => {
    const { issues = [] } = schema.validate(value);
    return issues.map(({ expected, received }) => `${expected} <- ${received}`);
  };
  expect(found({ id: 5, name: [], age: "hunter2" })).toEqual([
    "a string <- 5",
    "a string <- array",
    'an integer from 0 to 255 <- "hun"...',
  ]);
  expect(found({ id: "1", age: "x".repeat(1000) })).toEqual([`an integer from 0 to 255 <- "${"x".repeat(20)}"...`]);
  expect(found({ id: () => 1, age: 10n ** 1000n, "@odata.type": "#hr.Dog" }, newPerson)).toEqual([
    "a string <- function",
    "an integer from 0 to 255 <- bigint",
    '"#hr.Person" <- "#hr.Dog"',
  ]);
});

test("a pattern whose time grows with the square of a text is used on texts up to a length", () => {
  const schema = v.createSchema(() => (o, c) => {
    v.string(o["code"], c, "code");
    v.pattern(o["code"], c, "code", "a+$", "u", 10);
  });
  expect(problems(schema, { code: "baa" })).toEqual([]);
  expect(problems(schema, { code: "a".repeat(11) })).toEqual(["code format"]);
});

test("the issue of a member names some of many", () => {
  const members = Array.from({ length: 300 }, (_, index) => `member${index}`);
  const schema = v.memberSchema(() => members);
  const { issues = [] } = schema.validate("x");
  expect(issues[0]?.expected).toBe(`one of ${members.slice(0, 12).join(", ")} ...`);
});

test("items of a response may be null where nothing is stated", () => {
  const checked = (flags: number) => v.readSchema(() => v.valuesResponse(v.int32, flags));
  expect(problems(checked(0), { value: [null] })).toEqual(["value/0 null"]);
  expect(problems(checked(v.nullItemsOnRead), { value: [null, 1] })).toEqual([]);
  expect(
    problems(
      v.readSchema(() => v.membersResponse(["a"], v.nullableItems)),
      { value: [null, "a"] },
    ),
  ).toEqual([]);
});
