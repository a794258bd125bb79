import type { StubsOf } from "../../../../src/runtime/mock/faults/stubs.js";
import type { Library } from "../../functions/support/library.js";
import { expectTypeOf, test } from "vitest";

declare const on: StubsOf<Library>;

test("stubs behind a cast are typed by the derived types", () => {
  const person = on.groups.byId.members.byId.as("library.person");
  person.get(() => ({ id: "1", displayName: "Ann" }));
  person.manager.get(() => ({ id: "2" }));
  expectTypeOf(person).not.toHaveProperty("owners");
  const group = on.groups.byId.members.byId.as("library.group");
  group.get(() => ({ id: "1", description: "All" }));
  group.owners.get(() => [{ id: "1", displayName: "Ann" }]);
  expectTypeOf(group).not.toHaveProperty("manager");
  on.groups.byId.members.as("library.group").get(() => [{ id: "1", description: "All" }]);
  // @ts-expect-error: no derived type is called so.
  on.groups.byId.members.byId.as("library.room");
});
