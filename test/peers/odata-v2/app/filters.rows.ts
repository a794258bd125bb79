import {
  dateTime,
  dateTimeOffset,
  decimal,
  double,
  filter,
  guid,
  int64,
  odata,
  orderby,
  time,
} from "./generated/v2/odata.js";
import type { Client } from "./generated/v2/index.js";
import type { Row } from "./library.js";

type BookFilter = Exclude<Parameters<Client["Books"]["get"]>[0], undefined>["filter"];

/** A row that reads the numbers of the books for which a condition holds. */
function found(name: string, condition: BookFilter, text: string, sees: readonly number[]): Row {
  return {
    line: "functions in filters",
    name,
    call: async (client) => {
      const { value } = await client.Books.get({ select: ["ID"], filter: condition, orderby: ["ID"] });
      return value.map(({ ID }) => ID);
    },
    sends: { method: "GET", path: `Books?$select=ID&$filter=${text}&$orderby=ID` },
    sees,
  };
}

const literals: readonly Row[] = [
  found(
    "a text",
    filter((book) => book.title.eq("The Raven")),
    "title%20eq%20'The%20Raven'",
    [2],
  ),
  found(
    "a quote",
    filter((book) => book.title.startswith("Jane's")),
    "startswith(title,'Jane''s')",
    [4],
  ),
  found(
    "an Edm.Int64",
    filter((book) => book.copies.eq(int64("9007199254740993"))),
    "copies%20eq%209007199254740993L",
    [2],
  ),
  found(
    "an Edm.Decimal",
    filter((book) => book.price.eq(decimal("12.125"))),
    "price%20eq%2012.125m",
    [2],
  ),
  found(
    "an Edm.Double",
    filter((book) => book.rating.eq(double(3.25))),
    "rating%20eq%203.25d",
    [2],
  ),
  found(
    "an Edm.DateTime",
    filter((book) => book.published.eq(dateTime("1845-01-29T00:00:00"))),
    "published%20eq%20datetime'1845-01-29T00:00:00'",
    [2],
  ),
  found(
    "an Edm.DateTimeOffset",
    filter((book) => book.seen.lt(dateTimeOffset("1970-01-01T00:00:00Z"))),
    "seen%20lt%20datetimeoffset'1970-01-01T00:00:00Z'",
    [2],
  ),
  found(
    "an Edm.Time",
    filter((book) => book.opens.eq(time("PT11H22M33S"))),
    "opens%20eq%20time'PT11H22M33S'",
    [1],
  ),
  found(
    "an Edm.Guid",
    filter((book) => book.code.eq(guid("0aa5d1d4-5d5f-4d0c-8a1b-3c2d1e0f9a8b"))),
    "code%20eq%20guid'0aa5d1d4-5d5f-4d0c-8a1b-3c2d1e0f9a8b'",
    [1],
  ),
];

const functions: readonly Row[] = [
  found(
    "contains is substringof",
    filter((book) => book.title.contains("Raven")),
    "substringof('Raven',title)",
    [2],
  ),
  found(
    "of text",
    filter((book) => book.title.tolower().startswith("the").and(book.shelf.eq(255))),
    "startswith(tolower(title),'the')%20and%20shelf%20eq%20255",
    [2],
  ),
  found(
    "of dates",
    filter((book) => book.published.year().eq(1845)),
    "year(published)%20eq%201845",
    [2],
  ),
  found(
    "of a related entity",
    filter((book) => book.author.name.eq("Emily Brontë")),
    "author/name%20eq%20'Emily%20Bront%C3%AB'",
    [1, 4],
  ),
  found(
    "one of several",
    filter((book) => book.shelf.in([0, 255])),
    "shelf%20eq%200%20or%20shelf%20eq%20255",
    [2, 4],
  ),
  found(
    "a property alone",
    filter((book) => book.lendable.not()),
    "not%20(lendable%20eq%20true)",
    [2],
  ),
  found(
    "a template",
    odata`copies gt ${int64(500)} and title ne ${"x"}`,
    "copies%20gt%20500L%20and%20title%20ne%20'x'",
    [2],
  ),
];

export const rows: readonly Row[] = [
  ...literals,
  ...functions,
  {
    line: "functions in filters",
    name: "an order",
    call: async (client) => {
      const { value } = await client.Books.get({
        select: ["ID"],
        orderby: orderby((book) => [book.shelf.desc(), book.title]),
        top: 2,
      });
      return value.map(({ ID }) => ID);
    },
    sends: { method: "GET", path: "Books?$select=ID&$orderby=shelf%20desc,title&$top=2" },
    sees: [2, 1],
  },
];
