import type { Row } from "./library.js";
import { pages, take, value } from "./generated/v2/odata.js";

const json = { accept: "application/json" };

/** The first book as an app sees it. */
const wuthering = {
  "@odata.id": "{root}/Books(1)",
  "@odata.type": "LibraryService.Books",
  ID: 1,
  title: "Wuthering Heights",
  copies: "500",
  price: "11.110",
  rating: 4.5,
  shelf: 3,
  floor: -1,
  lendable: true,
  published: "1847-12-01T00:00:00",
  opens: "PT11H22M33S",
  bought: "2020-01-02T03:04:05Z",
  seen: "2020-01-02T03:04:05.678Z",
  code: "0aa5d1d4-5d5f-4d0c-8a1b-3c2d1e0f9a8b",
  mark: null,
  author_ID: 101,
};

const emily = { "@odata.id": "{root}/Authors(101)", "@odata.type": "LibraryService.Authors" };

export const rows: readonly Row[] = [
  {
    line: "headers",
    name: "of a read",
    call: async (client) => (await client.Authors.byId(101).get({ select: ["name"] })).name,
    sends: {
      method: "GET",
      path: "Authors(101)?$select=name",
      headers: { ...json, dataserviceversion: "2.0", maxdataserviceversion: "2.0" },
    },
    sees: "Emily Brontë",
  },
  {
    line: "entity",
    name: "loses d, __metadata and __deferred",
    call: (client) => client.Books.byId(1).get(),
    sends: { method: "GET", path: "Books(1)" },
    answers: {
      d: {
        __metadata: { type: "LibraryService.Books", uri: "{root}/Books(1)" },
        copies: "500",
        rating: "4.5",
        published: "/Date(-3852662400000)/",
        bought: "/Date(1577934245000+0000)/",
        author: { __deferred: { uri: "{root}/Books(1)/author" } },
      },
    },
    sees: wuthering,
  },
  {
    line: "collection",
    name: "has its items and the link to the next page",
    call: (client) => client.Books.get({ select: ["ID"], orderby: ["ID"] }),
    sends: { method: "GET", path: "Books?$select=ID&$orderby=ID" },
    answers: {
      d: { results: [{ ID: 1 }, { ID: 2 }, { ID: 3 }], __next: "{root}/Books?$select=ID&$orderby=ID&$skiptoken=3" },
    },
    sees: {
      value: [1, 2, 3].map((ID) => ({ "@odata.id": `{root}/Books(${ID})`, "@odata.type": "LibraryService.Books", ID })),
      nextLink: "{root}/Books?$select=ID&$orderby=ID&$skiptoken=3",
    },
  },
  {
    line: "collection",
    name: "is read to its end",
    call: (client) =>
      take(client.Books.get({ select: ["ID"], orderby: ["ID"], filter: "ID lt 10" }), 100).then((books) =>
        books.map(({ ID }) => ID),
      ),
    sends: [
      { method: "GET", path: "Books?$select=ID&$filter=ID%20lt%2010&$orderby=ID" },
      { method: "GET", path: "Books?$select=ID&$filter=ID%20lt%2010&$orderby=ID&$skiptoken=3" },
    ],
    sees: [1, 2, 3, 4],
  },
  {
    line: "collection",
    name: "is read page by page",
    call: async (client) => {
      const lengths: number[] = [];
      for await (const page of pages(client.Books.get({ select: ["ID"], filter: "ID lt 10" })))
        lengths.push(page.value.length);
      return lengths;
    },
    sends: [
      { method: "GET", path: "Books?$select=ID&$filter=ID%20lt%2010" },
      { method: "GET", path: "Books?$select=ID&$filter=ID%20lt%2010&$skiptoken=3" },
    ],
    sees: [3, 1],
  },
  {
    line: "navigation",
    name: "related entities are an array",
    call: (client) => client.Books.byId(1).get({ select: ["ID"], expand: { chapters: { select: ["title"] } } }),
    sends: { method: "GET", path: "Books(1)?$select=ID,chapters/title&$expand=chapters" },
    answers: { d: { chapters: { results: [{ title: "The Arrival" }, { title: "The Dream" }] } } },
    sees: {
      "@odata.id": "{root}/Books(1)",
      "@odata.type": "LibraryService.Books",
      ID: 1,
      chapters: ["The Arrival", "The Dream"].map((title, index) => ({
        "@odata.id": `{root}/Chapters(book_ID=1,number=${index + 1})`,
        "@odata.type": "LibraryService.Chapters",
        // CAP adds the keys.
        book_ID: 1,
        number: index + 1,
        title,
      })),
    },
  },
  {
    line: "navigation",
    name: "a path leads to the related entity",
    call: async (client) => (await client.Books.byId(1).author.get())?.name,
    sends: { method: "GET", path: "Books(1)/author" },
    sees: "Emily Brontë",
  },
  {
    line: "navigation",
    name: "a path leads to related entities",
    call: async (client) => (await client.Books.byId(1).chapters.get({ top: 1 })).value.map(({ title }) => title),
    sends: { method: "GET", path: "Books(1)/chapters?$top=1" },
    sees: ["The Arrival"],
  },
  {
    line: "property",
    name: "has its value",
    call: (client) => client.Books.byId(1).title.get(),
    sends: { method: "GET", path: "Books(1)/title" },
    answers: { d: { title: "Wuthering Heights" } },
    sees: "Wuthering Heights",
  },
  {
    line: "property",
    name: "has its date",
    call: (client) => client.Books.byId(2).published.get(),
    sends: { method: "GET", path: "Books(2)/published" },
    answers: { d: { published: "/Date(-3942172800000)/" } },
    sees: "1845-01-29T00:00:00",
  },
  {
    line: "property",
    name: "is text by $value",
    call: (client) => value(client.Books.byId(1).title),
    sends: { method: "GET", path: "Books(1)/title/$value" },
    sees: "Wuthering Heights",
  },
  {
    line: "count",
    name: "is a number with the page",
    call: async (client) => (await client.Books.get({ top: 1, count: true, filter: "ID lt 10" })).count,
    sends: { method: "GET", path: "Books?$filter=ID%20lt%2010&$top=1&$inlinecount=allpages" },
    answers: { d: { __count: "4" } },
    sees: 4,
  },
  {
    line: "count",
    name: "is a number by $count",
    call: (client) => client.Books.$count({ filter: "ID lt 10" }),
    sends: { method: "GET", path: "Books/$count?$filter=ID%20lt%2010" },
    answers: 4,
    sees: 4,
  },
  {
    line: "DateTimeOffset",
    name: "before 1970",
    call: async (client) => {
      const { bought, seen } = await client.Books.byId(2).get({ select: ["bought", "seen"] });
      return [bought, seen];
    },
    sends: { method: "GET", path: "Books(2)?$select=bought,seen" },
    answers: { d: { bought: "/Date(-1000+0000)/", seen: "/Date(-1+0000)/" } },
    sees: ["1969-12-31T23:59:59Z", "1969-12-31T23:59:59.999Z"],
  },
  {
    line: "select and expand",
    name: "are paths",
    call: (client) => client.Books.byId(1).get({ select: ["title"], expand: { author: { select: ["name"] } } }),
    sends: { method: "GET", path: "Books(1)?$select=title,author/name&$expand=author" },
    sees: {
      "@odata.id": "{root}/Books(1)",
      "@odata.type": "LibraryService.Books",
      ID: 1,
      title: "Wuthering Heights",
      author: { ...emily, ID: 101, name: "Emily Brontë" },
    },
  },
  {
    line: "select and expand",
    name: "reach further",
    call: async (client) => {
      const expand = { books: { select: ["title"], expand: { chapters: { select: ["number"] } } } } as const;
      const { books } = await client.Authors.byId(101).get({ select: ["ID"], expand });
      return books?.map(({ title, chapters }) => [title, chapters?.length]);
    },
    sends: {
      method: "GET",
      path: "Authors(101)?$select=ID,books/title,books/chapters/number&$expand=books/chapters",
    },
    sees: [
      ["Wuthering Heights", 2],
      ["Jane's Eyre/ & co", 0],
    ],
  },
  {
    line: "search",
    name: "is the option of SAP",
    call: async (client) => (await client.request("GET", "Books?search=Raven&$select=ID")) as unknown,
    sends: { method: "GET", path: "Books?search=Raven&$select=ID" },
    sees: { value: [{ "@odata.id": "{root}/Books(2)", "@odata.type": "LibraryService.Books", ID: 2 }] },
  },
];
