import { describe, expect, it, test } from "vitest";
import { filterMatches, parseQuery, project } from "../../../../src/runtime/mock/query/index.js";
import type { Entity } from "../../../../src/runtime/mock/query/index.js";
import { filter, orderby, type Filterable } from "../../../../src/runtime/odata-v2.js";
import type { MockService } from "../../../../src/runtime/mock/service.js";
import { DIALECT_V2 } from "../../../../src/runtime/mock/v2/query.js";
import { contextOf, faultOf } from "./shop-service.js";
import { of } from "../../../support/mock-properties.js";

const books: MockService = {
  protocol: "2.0",
  types: {
    "books.Book": {
      kind: "entity",
      key: ["ID"],
      properties: {
        ID: of("Edm.Int32"),
        title: of("Edm.String"),
        price: of("Edm.Decimal"),
        stock: of("Edm.Int64"),
        weight: of("Edm.Double"),
        printed: of("Edm.DateTime"),
        sold: of("Edm.DateTimeOffset"),
        opens: of("Edm.Time"),
        guid: of("Edm.Guid"),
        cover: of("Edm.Binary"),
        used: of("Edm.Boolean"),
      },
      navigation: {
        author: { type: "books.Author", nullable: true },
        editions: { type: "books.Edition", collection: true },
      },
    },
    "books.Author": {
      kind: "entity",
      key: ["ID"],
      properties: { ID: of("Edm.Int32"), name: of("Edm.String") },
      navigation: {
        books: { type: "books.Book", collection: true },
        country: { type: "books.Country", nullable: true },
      },
    },
    "books.Country": { kind: "entity", key: ["code"], properties: { code: of("Edm.String"), name: of("Edm.String") } },
    "books.Edition": { kind: "entity", key: ["ID"], properties: { ID: of("Edm.Int32"), year: of("Edm.Int16") } },
  },
  enums: {},
  children: {},
};
const context = contextOf(books, DIALECT_V2);
const type = { type: "books.Book", collection: true };

const book: Entity = {
  ID: 1,
  title: "Emma's",
  price: "11.10",
  stock: "9007199254740993",
  weight: "0.5",
  printed: "1815-12-23T00:00:00",
  sold: "2020-01-01T10:00:00Z",
  opens: "PT08H30M00S",
  guid: "01234567-89ab-cdef-0123-456789abcdef",
  cover: "AQr/",
  used: true,
  author: { ID: 7, name: "Jane", country: { code: "GB", name: "Britain" }, books: [] },
  editions: [{ ID: 1, year: 1815 }],
};

function holds(text: string): boolean {
  const { filter: parsed } = parseQuery(`$filter=${encodeURIComponent(text)}`, type, context);
  return parsed !== undefined && filterMatches(parsed, book, context);
}

describe("a filter of OData 2.0", () => {
  test.each([
    "substringof('mma',title) and startswith(title,'E') and endswith(title,'''s') eq true",
    "price eq 11.1M and price lt 11.2m and price gt 11 and price lt 1e3",
    "stock eq 9007199254740993L and stock ne 9007199254740992l",
    "weight eq 0.5d and weight eq 0.5f and weight lt 1.5D",
    "printed eq datetime'1815-12-23T00:00:00' and printed lt datetime'1815-12-23T00:00:00.001'",
    "printed ge datetime'1815-12-23T00:00' and year(printed) eq 1815 and day(printed) eq 23",
    "sold eq datetimeoffset'2020-01-01T12:00:00+02:00'",
    "opens eq time'PT8H30M' and hour(opens) eq 8 and minute(opens) eq 30",
    "guid eq guid'01234567-89AB-CDEF-0123-456789ABCDEF'",
    "cover eq X'010AFF' and cover eq binary'010aff'",
    "author/name eq 'Jane' and author/country/code eq 'GB'",
    "replace(title,'Emma','Anna') eq 'Anna''s' and concat(title,'!') eq 'Emma''s!'",
    "round(price) eq 11 and floor(price) eq 11 and ceiling(price) eq 12 and (ID add 1) mul 2 eq 4",
    "not (title eq null) and used and isof('books.Book')",
  ])("holds: %s", (text) => {
    expect(holds(text)).toBe(true);
  });

  it("has what the functions of its client build", () => {
    interface BookEntity {
      readonly read: { title?: string; price?: string; used?: boolean };
    }
    const built = filter<BookEntity>((one: Filterable<BookEntity>) =>
      one.title
        .contains("mm")
        .and(one.title.in(["a", "Emma's"]))
        .and(one.used),
    );
    expect(holds(String(built))).toBe(true);
    const order = String(orderby<BookEntity>((one: Filterable<BookEntity>) => [one.title.desc(), one.used]));
    expect(faultOf(`$orderby=${encodeURIComponent(order)}`, type, context)).toBeUndefined();
  });

  test.each([
    ["contains(title,'a')", "400 contains is no function."],
    ["titel eq 'a'", "400 titel is no property of books.Book; the nearest is title."],
    ["price eq '5'", '400 "eq" cannot have Edm.Decimal and Edm.String as operands.'],
    ["printed eq datetime'2020-13-01T00:00:00'", "400 2020-13-01T00:00:00 is no Edm.DateTime."],
  ])("is refused: %s", (text, message) => {
    expect(faultOf(`$filter=${encodeURIComponent(text)}`, type, context)).toBe(message);
  });
});

describe("options of OData 2.0", () => {
  it("count with $inlinecount", () => {
    expect(parseQuery("$inlinecount=allpages&$top=1", type, context)).toMatchObject({ count: true, top: 1 });
    expect(parseQuery("$inlinecount=none&$format=json", type, context)).toMatchObject({ count: false });
    expect(faultOf("$count=true", type, context)).toMatch("400 $count is no system query option");
  });

  it("are options of the service without a dollar sign", () => {
    expect(parseQuery("search=x&filter=y", type, context).custom).toEqual({ search: "x", filter: "y" });
  });

  it.each<[string, Entity]>([
    ["$select=title", { ID: 1, title: "Emma's" }],
    ["$select=title,author/name&$expand=author", { ID: 1, title: "Emma's", author: { ID: 7, name: "Jane" } }],
    ["$select=author&$expand=author", { ID: 1, author: { ID: 7, name: "Jane" } }],
    ["$select=title&$expand=author", { ID: 1, title: "Emma's" }],
    [
      "$select=ID,author/country/name,author/ID&$expand=author/country,author/books,editions",
      { ID: 1, author: { ID: 7, country: { code: "GB", name: "Britain" } } },
    ],
    ["$select=ID,editions/*&$expand=editions", { ID: 1, editions: [{ ID: 1, year: 1815 }] }],
  ])("select and expand by paths: %s", (text, expected) => {
    expect(project(book, parseQuery(text, type, context), type, context)).toEqual(expected);
  });

  it.each(["$expand=author($select=name)", "$expand=autor", "$select=author/nme&$expand=author", "$expand=title"])(
    "are refused: %s",
    (text) => {
      expect(faultOf(text, type, context)).toMatch(/^400 /);
    },
  );
});
