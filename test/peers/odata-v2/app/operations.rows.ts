import type { Row } from "./library.js";

const json = { "content-type": "application/json", accept: "application/json" };

export const rows: readonly Row[] = [
  {
    line: "function result",
    name: "a boolean",
    call: (client) => client.Books_isRare({ ID: 1, below: "501" }).get(),
    sends: { method: "GET", path: "Books_isRare?ID=1&below=501L" },
    answers: { d: { Books_isRare: true } },
    sees: true,
  },
  {
    line: "function result",
    name: "an Edm.Int64, which CAP wraps twice",
    call: (client) => client.copiesOf({ book: 2 }).get(),
    sends: { method: "GET", path: "copiesOf?book=2" },
    answers: { d: { copiesOf: { value: "9007199254740993" } } },
    sees: "9007199254740993",
  },
  {
    line: "function result",
    name: "a complex value",
    call: (client) => client.quote({ book: 2 }).get(),
    sends: { method: "GET", path: "quote?book=2" },
    answers: { d: { quote: { due: "/Date(-14256000000)/", at: "PT11H22M33S", count: "7" } } },
    sees: {
      "@odata.type": "LibraryService.Receipt",
      book: 2,
      total: "11.110",
      due: "1969-07-20T00:00:00",
      at: "PT11H22M33S",
      count: "7",
    },
  },
  {
    line: "function result",
    name: "an entity",
    call: async (client) => (await client.newest().get())?.title,
    sends: { method: "GET", path: "newest" },
    sees: "The Raven",
  },
  {
    line: "function result",
    name: "a collection",
    call: async (client) => (await client.rated({ above: 3 }).get({ select: ["ID"] })).value.map(({ ID }) => ID),
    sends: { method: "GET", path: "rated?above=3d&$select=ID" },
    sees: [1, 2],
  },
  {
    line: "functions and actions",
    name: "a parameter of each type is an option of the query",
    call: async (client) => {
      const text = await client
        .echo({
          text: "O'Neil &",
          id: "0aa5d1d4-5d5f-4d0c-8a1b-3c2d1e0f9a8b",
          number: "5",
          amount: "1.5",
          ratio: 2.5,
          flag: true,
          day: "2020-01-02T00:00:00",
          time: "PT1H2M3S",
          moment: "2020-01-02T03:04:05.678Z",
        })
        .get();
      return JSON.parse(text ?? "") as unknown;
    },
    sends: {
      method: "GET",
      path:
        "echo?text='O''Neil%20%26'&id=guid'0aa5d1d4-5d5f-4d0c-8a1b-3c2d1e0f9a8b'&number=5L&amount=1.5m&ratio=2.5d&flag=true" +
        "&day=datetime'2020-01-02T00%3A00%3A00'&time=time'PT01H02M03S'&moment=datetimeoffset'2020-01-02T03%3A04%3A05.678Z'",
    },
    sees: {
      text: "O'Neil &",
      id: "0aa5d1d4-5d5f-4d0c-8a1b-3c2d1e0f9a8b",
      number: 5,
      amount: 1.5,
      ratio: 2.5,
      flag: true,
      day: "2020-01-02",
      time: "01:02:03",
      moment: "2020-01-02T03:04:05.678Z",
    },
  },
  {
    line: "functions and actions",
    name: "a parameter that may be null is left out",
    call: async (client) => (await client.quote({}).get())?.total,
    sends: { method: "GET", path: "quote" },
    sees: "11.110",
  },
  {
    line: "functions and actions",
    name: "an action has its parameters in the query, too, and no body",
    call: (client) => client.submitOrder.post({ book: 2, quantity: "5", due: "2020-01-02T00:00:00" }),
    sends: {
      method: "POST",
      path: "submitOrder?book=2&quantity=5L&due=datetime'2020-01-02T00%3A00%3A00'",
      headers: json,
      body: undefined,
    },
    answers: { d: { submitOrder: { book: 2, count: "5" } } },
    sees: {
      "@odata.type": "LibraryService.Receipt",
      book: 2,
      total: "11.110",
      due: "2020-01-02T00:00:00",
      at: "PT11H22M33S",
      count: "5",
    },
  },
  {
    line: "functions and actions",
    name: "an action that CAP binds to an entity has its key in the query",
    call: async (client) => (await client.Books_restock.post({ ID: 4, quantity: "2" }))?.copies,
    sends: { method: "POST", path: "Books_restock?ID=4&quantity=2L" },
    sees: "14",
  },
  {
    line: "functions and actions",
    name: "an action without a result: 204",
    call: (client) => client.tidy.post(),
    sends: { method: "POST", path: "tidy" },
    sees: undefined,
  },
];
