import { describe, expect, expectTypeOf, test } from "vitest";
import { lightJson, type ListRequest } from "../../../../src/runtime/client-v2.js";
import { ref, take, uriOf } from "../../../../src/runtime/odata-v2.js";
import { failureOf } from "../../functions/support/failure.js";
import { connected } from "./support/service.js";

const id = "01234567-89ab-cdef-0123-456789abcdef";

describe("links", () => {
  test("are set and removed where there is one", async () => {
    const service = await connected(() => ({ status: 204 }));
    const { Books, Authors } = service.client;
    const author = ref(Books.byId(id).author);
    expect(await author.set(Authors.byId(101), { ifMatch: 'W/"1"' })).toBeUndefined();
    expect(await author.remove()).toBeUndefined();
    const { root } = service;
    expect(service.lines()).toEqual([
      `PUT /Books(guid'${id}')/$links/author {"uri":"${root}/Authors(101)"}`,
      `DELETE /Books(guid'${id}')/$links/author`,
    ]);
    expect(service.received[0]?.headers).toMatchObject({ "if-match": 'W/"1"', "content-type": "application/json" });
  });

  test("are added to and removed from collections, by the key of the entity", async () => {
    const service = await connected(() => ({ status: 204 }));
    const { Books, Authors } = service.client;
    const reviews = ref(Books.byId(id).reviews);
    await reviews.add(Books.byId(id).reviews.byId(5));
    await reviews.remove(Books.byId(id).reviews.byId(5));
    await ref(Books.byId(id).reviews.byId(6)).remove();
    // @ts-expect-error -- another type of entity
    await reviews.remove(Authors.byId(7));
    expect(service.lines()).toEqual([
      `POST /Books(guid'${id}')/$links/reviews {"uri":"${service.root}/Books(guid'${id}')/reviews(5)"}`,
      `DELETE /Books(guid'${id}')/$links/reviews(5)`,
      `DELETE /Books(guid'${id}')/$links/reviews(6)`,
      `DELETE /Books(guid'${id}')/$links/reviews(7)`,
    ]);
    expect(() => reviews.remove(Books.byId(id).author as never)).toThrow(TypeError);
  });

  test("are read as absolute URLs, over all pages and in each form", async () => {
    const service = await connected(({ url }) => {
      if (url.endsWith("author")) return { body: { d: { uri: "Authors(101)" } } };
      if (url.includes("skip")) return { body: { d: [{ uri: "Reviews(2)" }] } };
      return { body: { d: { results: [{ uri: "Reviews(1)" }], __next: `Books(guid'${id}')/$links/reviews?$skip=1` } } };
    });
    const { Books } = service.client;
    const list = ref(Books.byId(id).reviews).list();
    expectTypeOf(list).toEqualTypeOf<ListRequest<string>>();
    expect(await take(list, 9)).toEqual([`${service.root}/Reviews(1)`, `${service.root}/Reviews(2)`]);
    expect(await ref(Books.byId(id).author).get()).toBe(`${service.root}/Authors(101)`);
  });

  test("of OData 3.0 have the name that its JSON has, and those of CAP are entities", async () => {
    const service = await connected(
      ({ method, url }) => {
        if (method !== "GET") return { status: 204 };
        if (url.endsWith("author")) return { body: { d: { __metadata: { uri: "Authors(101)" }, ID: 101 } } };
        return { body: { "odata.metadata": "$metadata#Reviews/$links", value: [{ url: "Reviews(1)" }] } };
      },
      {},
      { protocol: "3.0", light: lightJson },
    );
    const { Books, Authors } = service.client;
    await ref(Books.byId(id).author).set(Authors.byId(101));
    expect(service.lines()).toEqual([`PUT /Books(guid'${id}')/$links/author {"url":"${service.root}/Authors(101)"}`]);
    expect(await ref(Books.byId(id).reviews).list()).toEqual({ value: [`${service.root}/Reviews(1)`] });
    expect(await ref(Books.byId(id).author).get()).toBe(`${service.root}/Authors(101)`);
  });

  test("that do not exist are errors", async () => {
    const service = await connected(() => ({
      status: 404,
      body: { error: { code: "SY/530", message: { lang: "en", value: "No author." } } },
    }));
    const failure = await failureOf(ref(service.client.Books.byId(id).author).get());
    expect(failure).toMatchObject({ status: 404, message: "No author." });
  });
});

describe("an address", () => {
  test("is relative to the service root, for what is bound in a body", async () => {
    const service = await connected(() => ({ status: 204 }));
    const { Books, Authors } = service.client;
    await Books.post({ title: "A", "author@odata.bind": uriOf(Authors.byId(101)) }, { prefer: "return=minimal" });
    expect(service.lines()).toEqual(['POST /Books {"title":"A","author":{"__metadata":{"uri":"Authors(101)"}}}']);
  });
});
