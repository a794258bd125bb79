import { describe, expect, expectTypeOf, test } from "vitest";
import { upsert, uriOf, type UpsertResult } from "../../../../src/runtime/odata-v2.js";
import { failureOf } from "../../functions/support/failure.js";
import { connected } from "./support/service.js";

const id = "01234567-89ab-cdef-0123-456789abcdef";

describe("an upsert of SAP SuccessFactors", () => {
  test("sends all entities with their addresses, and gives what became of each", async () => {
    const results = [
      { key: `Books/ID=${id}`, status: "OK", editStatus: "UPSERTED", message: null, index: 0, httpCode: 200 },
      { key: null, status: "ERROR", editStatus: null, message: "title is required", index: 1, httpCode: 400 },
    ].map((result) => ({ ...result, inlineResults: null }));
    const service = await connected(() => ({ body: { d: results } }));
    const { Books, Authors } = service.client;
    const answer = upsert(
      Books,
      [
        { "@odata.id": uriOf(Books.byId(id)), title: "A", published: "2020-01-02T03:04:05" },
        { ID: id, "author@odata.bind": uriOf(Authors.byId(101)) },
      ],
      { custom: { purgeType: "full" } },
    );
    expectTypeOf(answer).resolves.toEqualTypeOf<readonly UpsertResult[]>();
    expect(await answer).toEqual(results);
    const [received] = service.received;
    expect(received).toMatchObject({ method: "POST", url: "/sap/shop/upsert?purgeType=full" });
    expect(JSON.parse(received?.body ?? "")).toEqual([
      { __metadata: { uri: `Books(guid'${id}')` }, title: "A", published: "/Date(1577934245000)/" },
      { __metadata: { uri: "Books" }, ID: id, author: { __metadata: { uri: "Authors(101)" } } },
    ]);
  });

  test("takes the properties of the entity alone", async () => {
    const service = await connected(() => ({ body: { d: [] } }));
    // @ts-expect-error -- a number
    expect(await upsert(service.client.Books, [{ title: 5 }])).toEqual([]);
  });

  test("fails as a whole where the service refuses it", async () => {
    const error = { code: "COE_GENERAL_BAD_REQUEST", message: { lang: "en-US", value: "[COE0018]No entity." } };
    const service = await connected(() => ({ status: 400, body: { error } }));
    const failure = await failureOf(upsert(service.client.Books, []));
    expect(failure).toMatchObject({ code: "COE_GENERAL_BAD_REQUEST", message: "[COE0018]No entity." });
  });
});
