import { describe, expect, expectTypeOf, test } from "vitest";
import type { ListRequest, ODataRequest } from "../../../src/runtime/client.js";
import { checked, CheckError, type StandardSchema } from "../../../src/runtime/odata.js";
import { userSchema } from "../sample/validators.js";
import { serveFaults, type Behavior, type FaultyService } from "../support/faults.js";
import { failureOf } from "./support/failure.js";
import { libraryClient, type Library } from "./support/library.js";

async function connected(behavior: Behavior): Promise<FaultyService & { client: Library }> {
  const service = await serveFaults(behavior);
  return { ...service, client: libraryClient({ baseUrl: service.root }) };
}

/** A schema as a library would make it: names are texts, and become upper case. */
function named<Input, Output>(isAsync = false): StandardSchema<Input, Output> {
  const validate = (value: unknown) => {
    const { displayName } = value as { displayName?: unknown };
    if (typeof displayName === "string") return { value: { name: displayName.toUpperCase() } as Output };
    return { issues: [{ message: "is no text", path: [{ key: "displayName" }] }] };
  };
  return {
    "~standard": {
      version: 1,
      vendor: "test",
      validate: isAsync ? (value) => Promise.resolve(validate(value)) : validate,
    },
  };
}

const person = named<{ displayName: string }, { name: string }>();

describe("checked", () => {
  test("each item of a collection, over all pages", async () => {
    const { client } = await connected(({ url }) => ({
      body: url.includes("skip")
        ? { value: [{ displayName: "Bob" }, { displayName: 1 }] }
        : { value: [{ displayName: "Ann" }], "@odata.nextLink": "users?skip=1" },
    }));
    const list = checked(client.users.get(), person);
    expectTypeOf(list).toEqualTypeOf<ListRequest<{ name: string }>>();
    expect(await list).toMatchObject({ value: [{ name: "ANN" }], nextLink: expect.any(String) as string });
    const iterated = async () => {
      for await (const item of checked(client.users.get(), person)) expect(item).toEqual({ name: "ANN" });
    };
    const error = await failureOf(iterated());
    expect(error).toBeInstanceOf(CheckError);
    expect(error).toMatchObject({
      message: "1/displayName: is no text",
      issues: [{ path: [1, { key: "displayName" }] }],
    });
  });

  test("a single result, also with an asynchronous schema", async () => {
    const { client } = await connected(({ url }) => ({
      body: { displayName: url.endsWith("1") ? "Ann" : null, value: [1] },
    }));
    const one = checked(client.users.byId("1").get(), named<{ displayName: string }, { name: string }>(true));
    expectTypeOf(one).toEqualTypeOf<ODataRequest<{ name: string }>>();
    expect(await one).toEqual({ name: "ANN" });
    expect(await failureOf(checked(client.users.byId("2").get(), person))).toMatchObject({
      name: "CheckError",
      message: "displayName: is no text",
    });
  });

  test("a response without content passes", async () => {
    const { client } = await connected(() => ({ status: 204 }));
    const changed = checked(client.users.byId("1").patch({ displayName: "Ann" }), person);
    expectTypeOf(changed).toEqualTypeOf<ODataRequest<{ name: string } | undefined>>();
    expect(await changed).toBeUndefined();
  });

  test("a body before it is sent", async () => {
    const { client, received } = await connected(() => ({ status: 201, body: { id: "1" } }));
    const body = named<{ displayName: string }, { displayName: string }>();
    await client.users.post(checked({ displayName: "Ann" }, body));
    expect(received[0]?.body).toBe('{"name":"ANN"}');
    // @ts-expect-error -- a number is no name
    expect(() => checked({ displayName: 1 }, body)).toThrow(CheckError);
    expect(() => checked({ displayName: "Ann" }, named<{ displayName: string }, unknown>(true))).toThrow(TypeError);
  });

  test("schemas of generated validators", async () => {
    const { client } = await connected(inTurnBodies({ id: "1", displayName: "Ann" }, { id: "1", displayName: 3 }));
    expect(await checked(client.users.byId("1").get(), userSchema)).toMatchObject({ displayName: "Ann" });
    expect(await failureOf(checked(client.users.byId("1").get(), userSchema))).toBeInstanceOf(CheckError);
  });

  test("a schema for another type is an error of the compiler", () => {
    const { users } = libraryClient({ baseUrl: "https://service.example" });
    const misspelled = named<{ displayNme: string }, unknown>();
    const numeric = named<{ displayName: number }, unknown>();
    const check = () => [
      // @ts-expect-error -- there is no such property
      checked(users.get(), misspelled),
      // @ts-expect-error -- the property has another type
      checked(users.byId("1").get(), numeric),
    ];
    expect(check).toBeTypeOf("function");
  });
});

function inTurnBodies(...bodies: readonly unknown[]): Behavior {
  let next = 0;
  return () => ({ body: bodies[next++] });
}
