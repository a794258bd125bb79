import { describe, expect, expectTypeOf, test } from "vitest";
import type { ListRequest } from "../../../src/runtime/client.js";
import { ref } from "../../../src/runtime/odata.js";
import { serveFaults, type Behavior, type FaultyService } from "../support/faults.js";
import { libraryClient, type Library } from "./support/library.js";
import { failureOf } from "./support/failure.js";

async function connected(behavior: Behavior): Promise<FaultyService & { client: Library }> {
  const service = await serveFaults(behavior);
  return { ...service, client: libraryClient({ baseUrl: service.root }) };
}

function lines({ received, root }: FaultyService): string[] {
  return received.map(({ method, url, body }) => `${method} ${url} ${body}`.replaceAll(root, "ROOT").trim());
}

describe("references", () => {
  test("are added to and removed from collections by the absolute address of the entity", async () => {
    const service = await connected(() => ({ status: 204 }));
    const { groups, users } = service.client;
    const members = ref(groups.byId("g").members);
    expect(await members.add(users.byId("p"))).toBeUndefined();
    expect(await members.add(groups.byId("a b"))).toBeUndefined();
    expect(await members.remove(users.byId("p"), { ifMatch: '"1"' })).toBeUndefined();
    expect(await ref(groups.byId("g").members.byId("p")).remove()).toBeUndefined();
    const id = encodeURIComponent(`${service.root}/users/p`);
    expect(lines(service)).toEqual([
      'POST /v1.0/groups/g/members/$ref {"@odata.id":"ROOT/users/p"}',
      'POST /v1.0/groups/g/members/$ref {"@odata.id":"ROOT/groups/a%20b"}',
      `DELETE /v1.0/groups/g/members/$ref?$id=${id}`,
      "DELETE /v1.0/groups/g/members/p/$ref",
    ]);
    expect(service.received[2]?.headers["if-match"]).toBe('"1"');
  });

  test("are set and removed where there is one", async () => {
    const service = await connected(() => ({ status: 204 }));
    const { users } = service.client;
    const manager = ref(users.byId("p").manager);
    await manager.set(users.byId("m"));
    await manager.remove({ ifMatch: "*" });
    expect(lines(service)).toEqual([
      'PUT /v1.0/users/p/manager/$ref {"@odata.id":"ROOT/users/m"}',
      "DELETE /v1.0/users/p/manager/$ref",
    ]);
    expect(service.received[1]?.headers["if-match"]).toBe("*");
  });

  test("are listed as absolute URLs, over all pages", async () => {
    const { client, root } = await connected(({ url }) => ({
      body: url.includes("skip")
        ? { value: [{ "@id": "/v1.0/users/2" }] }
        : {
            "@odata.context": "../../../$metadata#Collection($ref)",
            "@odata.nextLink": "groups/g/members/$ref?$skip=1",
            value: [{ "@odata.id": "users/1" }],
          },
    }));
    const list = ref(client.groups.byId("g").members).list();
    expectTypeOf(list).toEqualTypeOf<ListRequest<string>>();
    const ids: string[] = [];
    for await (const id of list) ids.push(id);
    expect(ids).toEqual([`${root}/users/1`, `${root}/users/2`]);
  });

  test("of a single-valued property give one address, or none", async () => {
    let status = 200;
    const { client, root } = await connected(() => ({
      status,
      body: { "@odata.context": "$metadata#$ref", "@odata.id": "/v1.0/users/m" },
    }));
    expect(await ref(client.me.manager).get()).toBe(`${root}/users/m`);
    status = 204;
    expect(await ref(client.me.manager).get()).toBeUndefined();
  });

  test("fail as other requests do", async () => {
    const { client } = await connected(() => ({
      status: 400,
      body: { error: { code: "exists", message: "Is one." } },
    }));
    expect(await failureOf(ref(client.groups.byId("g").members).add(client.me))).toMatchObject({ code: "exists" });
  });

  test("take entities of the type and of derived types only", () => {
    const { groups, users, files, me } = libraryClient({ baseUrl: "https://service.example" });
    const check = () => [
      ref(groups.byId("g").owners).add(users.byId("p")),
      ref(groups.byId("g").owners).add(me),
      ref(groups.byId("g").members).add(groups.byId("g").members.byId("x")),
      // @ts-expect-error -- a group is no person
      ref(groups.byId("g").owners).add(groups.byId("g")),
      // @ts-expect-error -- a file is no thing
      ref(groups.byId("g").members).add(files.byId("f")),
      // @ts-expect-error -- a collection is no entity
      ref(groups.byId("g").members).add(users),
      // @ts-expect-error -- a collection has several
      ref(groups.byId("g").members).set(users.byId("p")),
      // @ts-expect-error -- which of them?
      ref(groups.byId("g").members).remove(),
    ];
    expect(check).toBeTypeOf("function");
  });
});
