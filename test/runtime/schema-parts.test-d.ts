import { expectTypeOf, test } from "vitest";
import * as v from "../../src/runtime/validation.js";

interface Person {
  id: string;
  name?: string | null;
  manager?: Person | null;
  reports?: Person[];
}

interface Employee extends Person {
  salary: number;
}

declare const person: v.Shape<Person>;
declare const employee: v.Shape<Employee>;

type Of<S> = S extends v.Schema<infer T> ? T : never;

test("pick makes the named properties required, and has no others", () => {
  const named = v.pick(person, ["id", "name"]);
  expectTypeOf<Of<typeof named>>().toEqualTypeOf<{ id: string; name: string | null }>();
  // @ts-expect-error no property of the type
  v.pick(person, ["nme"]);
});

test("partial makes all properties optional", () => {
  const some = v.partial(employee);
  expectTypeOf<Of<typeof some>>().toEqualTypeOf<Partial<Employee>>();
});

test("withNavigation has the type of the related entities", () => {
  const related = v.withNavigation(person, { manager: employee, reports: v.pick(person, ["id"]) });
  type Related = Of<typeof related>;
  expectTypeOf<Related["manager"]>().toEqualTypeOf<Employee | null | undefined>();
  expectTypeOf<Related["reports"]>().toEqualTypeOf<{ id: string }[] | undefined>();
  expectTypeOf<Related["id"]>().toEqualTypeOf<string>();
  // @ts-expect-error no property of the type
  v.withNavigation(person, { boss: person });
});

test("pages hold what the schema of an item gives", () => {
  const page = v.collectionOf(v.pick(person, ["id"]));
  expectTypeOf<Of<typeof page>["value"]>().toEqualTypeOf<{ id: string }[]>();
  const delta = v.deltaOf(person);
  expectTypeOf<Of<typeof delta>["value"]>().toEqualTypeOf<(Partial<Person> | v.RemovedItem)[]>();
});

test("createOf has the type that is given", () => {
  const body = v.createOf<Employee>(employee, { manager: person });
  expectTypeOf<Of<typeof body>>().toEqualTypeOf<Employee>();
  // @ts-expect-error no property of the type
  v.createOf<Employee>(employee, { boss: person });
});

test("a schema of values has no parts", () => {
  const member = v.memberSchema<"a" | "b">(() => ["a", "b"]);
  // @ts-expect-error no objects
  v.partial(member);
});
