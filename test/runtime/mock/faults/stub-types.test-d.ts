import type { StubsOf } from "../../../../src/runtime/mock/faults/stubs.js";
import type { Library } from "../../functions/support/library.js";
import { expectTypeOf, test } from "vitest";

declare const on: StubsOf<Library>;

test("stubs behind a cast are typed by the derived types", () => {
  expectTypeOf(on.groups.byId.members.byId.as).parameter(0).toEqualTypeOf<"library.person" | "library.group">();
  on.groups.byId.members.byId.as("library.person").get(() => ({ id: "1", displayName: "Ann" }));
  // @ts-expect-error: no derived type is called so.
  on.groups.byId.members.byId.as("library.room");
});
