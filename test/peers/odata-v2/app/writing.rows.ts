import type { Row } from "./library.js";

const json = { "content-type": "application/json", accept: "application/json" };

/** A new book with a value of each type. */
const book = {
  ID: 20,
  title: "Agnes Grey",
  copies: "9223372036854775807",
  price: "1.5",
  rating: 2.5,
  shelf: 7,
  floor: -3,
  lendable: false,
  published: "1847-12-14T00:00:00",
  opens: "PT1H2M3S",
  bought: "2020-01-02T03:04:05Z",
  seen: "1969-12-31T23:59:59.999Z",
  code: "0aa5d1d4-5d5f-4d0c-8a1b-3c2d1e0f9a8b",
  mark: "+/8=",
} as const;

export const rows: readonly Row[] = [
  {
    line: "create",
    name: "with a value of each type",
    call: async (client) => {
      const { "@odata.id": id, copies, price, rating, published, opens, bought, seen } = await client.Books.post(book);
      return { id, copies, price, rating, published, opens, bought, seen };
    },
    sends: {
      method: "POST",
      path: "Books",
      headers: { ...json, dataserviceversion: "2.0" },
      body: {
        ...book,
        rating: "2.5",
        published: "/Date(-3851539200000)/",
        // CAP insists on two digits.
        opens: "PT01H02M03S",
        bought: "/Date(1577934245000+0000)/",
        seen: "/Date(-1+0000)/",
      },
    },
    answers: { d: { copies: "9223372036854775807", price: "1.500", seen: "/Date(-1+0000)/" } },
    sees: {
      id: "{root}/Books(20)",
      copies: "9223372036854775807",
      price: "1.500",
      rating: 2.5,
      published: "1847-12-14T00:00:00",
      opens: "PT01H02M03S",
      bought: "2020-01-02T03:04:05Z",
      seen: "1969-12-31T23:59:59.999Z",
    },
  },
  {
    line: "Guid and Binary",
    name: "are text, the bytes as base64; CAP answers with the alphabet of URLs",
    call: async (client) => {
      const { code, mark } = await client.Books.byId(20).get({ select: ["code", "mark"] });
      return [code, mark];
    },
    sends: { method: "GET", path: "Books(20)?$select=code,mark" },
    sees: ["0aa5d1d4-5d5f-4d0c-8a1b-3c2d1e0f9a8b", "-_8="],
  },
  {
    line: "create",
    name: "with related entities",
    call: async (client) => {
      const chapters = [{ book_ID: 21, number: 1, title: "Loomings" }];
      return (await client.Books.post({ ID: 21, title: "Moby-Dick", chapters })).chapters?.map(({ title }) => title);
    },
    sends: {
      method: "POST",
      path: "Books",
      body: { ID: 21, title: "Moby-Dick", chapters: [{ book_ID: 21, number: 1, title: "Loomings" }] },
    },
    answers: { d: { chapters: { results: [{ book_ID: 21, number: 1, title: "Loomings" }] } } },
    sees: ["Loomings"],
  },
  {
    line: "create",
    name: "bound to another, which CAP takes no notice of",
    call: async (client) =>
      (await client.Books.post({ ID: 22, title: "Shirley", "author@odata.bind": "Authors(101)" })).author_ID,
    sends: {
      method: "POST",
      path: "Books",
      body: { ID: 22, title: "Shirley", author: { __metadata: { uri: "Authors(101)" } } },
    },
    sees: null,
  },
  {
    line: "expanded null",
    name: "stays null",
    call: async (client) =>
      (await client.Books.byId(22).get({ select: ["ID"], expand: { author: { select: ["name"] } } })).author,
    sends: { method: "GET", path: "Books(22)?$select=ID,author/name&$expand=author" },
    answers: { d: { ID: 22, author: null } },
    sees: null,
  },
  {
    line: "update",
    name: "is a MERGE through POST",
    call: async (client) => (await client.Books.byId(20).patch({ rating: 3, seen: "2020-01-02T03:04:05.6Z" }))?.title,
    sends: {
      method: "POST",
      path: "Books(20)",
      headers: { ...json, "x-http-method": "MERGE" },
      body: { rating: "3", seen: "/Date(1577934245600+0000)/" },
    },
    answers: { d: { rating: "3", seen: "/Date(1577934245600+0000)/" } },
    sees: "Agnes Grey",
  },
  {
    line: "update",
    name: "by PUT",
    call: async (client) => (await client.Books.byId(20).put({ title: "Agnes Grey 2" }))?.title,
    sends: { method: "PUT", path: "Books(20)", headers: json, body: { title: "Agnes Grey 2" } },
    sees: "Agnes Grey 2",
  },
  {
    line: "update",
    name: "a deletion has no body",
    call: (client) => client.Books.byId(22).delete(),
    sends: { method: "DELETE", path: "Books(22)", body: undefined },
    sees: undefined,
  },
  {
    line: "DateTimeOffset",
    name: "what is finer than a millisecond is not sent",
    call: (client) => client.Books.byId(20).patch({ seen: "2020-01-02T03:04:05.6789Z" }),
    sends: [],
    fails: { name: "TypeError" },
  },
  {
    line: "errors",
    name: "with code, message and details",
    call: (client) => client.fail.post({ status: 418 }),
    sends: { method: "POST", path: "fail?status=418", headers: { "content-type": "application/json" } },
    answers: { error: { code: "BROKEN", message: { lang: "en", value: "The cover broke" } } },
    fails: {
      status: 418,
      code: "BROKEN",
      message: "The cover broke",
      details: [{ code: "SPINE", message: "It is torn", target: "spine" }],
    },
  },
  {
    line: "errors",
    name: "with messages that are objects in the details, too",
    call: (client) => client.Books.byId(99).get(),
    sends: { method: "GET", path: "Books(99)" },
    answers: { error: { innererror: { errordetails: [{ message: { value: "Not Found" } }] } } },
    fails: { status: 404, code: "404", message: "Not Found", details: [{ code: "404", message: "Not Found" }] },
  },
];
