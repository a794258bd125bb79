import { describe, expectTypeOf, test } from "vitest";
import type {
  Collection,
  Item,
  ListRequest,
  Many,
  NotBeforeOData4,
  One,
  Page,
} from "../../../src/runtime/client-v2.js";
import type * as edm from "../../../src/runtime/edm.js";
import { createShop, type Address, type Author, type Book, type BookEntity } from "./support/shop.js";

const shop = createShop({ baseUrl: "https://shop.example", fetch: () => Promise.reject(new Error("not sent")) });
const { Books, Authors, Chapters, OldBooks } = shop;

describe("what a query gives", () => {
  test("all properties, or those that are selected", () => {
    expectTypeOf(Books.get()).toEqualTypeOf<ListRequest<Book>>();
    expectTypeOf(Books.byId("x").get()).resolves.toEqualTypeOf<Book>();
    expectTypeOf(Books.get({ select: ["title", "ID"], top: 1 })).resolves.toEqualTypeOf<
      Page<{ title: string | null; ID: edm.Guid }>
    >();
  });

  test("related entities, with what is selected of them", () => {
    const request = Books.get({
      select: ["ID"],
      expand: { author: { select: ["name"], expand: { country: { select: ["code"] } } }, chapters: true },
    });
    expectTypeOf(request)
      .resolves.toHaveProperty("value")
      .items.toHaveProperty("author")
      .toEqualTypeOf<{ name: string | null; country: { code: string } | null | undefined } | null | undefined>();
  });

  test("values of properties, functions and actions", () => {
    expectTypeOf(Books.byId("x").price.get()).resolves.toEqualTypeOf<edm.DecimalString | null>();
    expectTypeOf(Authors.byId(1).address.get()).resolves.toEqualTypeOf<Address | null>();
    expectTypeOf(shop.stockOf({ book: "x" }).get()).resolves.toEqualTypeOf<edm.Int64String>();
    expectTypeOf(shop.newest({ count: 1 }).get({ select: ["title"] })).resolves.toEqualTypeOf<
      Page<{ title: string | null }>
    >();
    expectTypeOf(shop.order.post({ book: "x", quantity: "1" })).resolves.toEqualTypeOf<Book>();
    expectTypeOf(Books.$count()).resolves.toBeNumber();
    expectTypeOf(Books.byId("x").author.get()).resolves.toEqualTypeOf<Author>();
  });
});

describe("what a query refuses", () => {
  test("options inside expand, which OData 2.0 and 3.0 lack", () => {
    // @ts-expect-error -- Type 'string' is not assignable to type 'NotBeforeOData4<"filter">'
    Books.get({ expand: { chapters: { filter: "number gt 1L" } } });
    // @ts-expect-error -- beside one that there is
    Books.get({ expand: { chapters: { select: ["text"], orderby: "text" } } });
    // @ts-expect-error -- nor a limit
    Books.get({ expand: { chapters: { top: 1 } } });
    // @ts-expect-error -- nor a count
    Books.get({ expand: { chapters: { count: true } } });
    // @ts-expect-error -- nor levels
    Books.get({ expand: { author: { levels: 2 } } });
    // @ts-expect-error -- nor casts
    Books.get({ expand: { author: { as: "shop.Writer" } } });
    // @ts-expect-error -- nor further in
    Books.byId("x").get({ expand: { author: { expand: { books: { skip: 1 } } } } });
    type Options = NonNullable<NonNullable<Parameters<typeof Books.get>[0]>["expand"]>;
    type Query = Exclude<NonNullable<Options["chapters"]>, true>;
    expectTypeOf<Query["filter"]>().toEqualTypeOf<NotBeforeOData4<"filter"> | undefined>();
  });

  test("what only OData 4.0 has", () => {
    // @ts-expect-error -- no $apply
    Books.get({ apply: "x" });
    // @ts-expect-error -- no $compute
    Books.get({ compute: "x" });
    // @ts-expect-error -- no casts
    expectTypeOf(Books.as).toBeAny();
    // @ts-expect-error -- nor of an entity
    expectTypeOf(Books.byId("x").as).toBeAny();
    // @ts-expect-error -- numbers are always exact
    createShop({ baseUrl: "https://shop.example", exactNumbers: true });
  });

  test("names that do not exist", () => {
    // @ts-expect-error -- not a property
    Books.get({ select: ["titel"] });
    // @ts-expect-error -- not a property of the related type
    Books.get({ expand: { author: { select: ["nme"] } } });
    // @ts-expect-error -- not a navigation property
    Books.get({ expand: { authr: true } });
    // @ts-expect-error -- nor beside one that is
    Books.get({ expand: { author: true, authr: true } });
    // @ts-expect-error -- nor further in
    Books.get({ expand: { author: { expand: { contry: true } } } });
    // @ts-expect-error -- not an option
    Books.get({ expand: { author: { selct: ["name"] } } });
    // @ts-expect-error -- a navigation property is expanded
    Books.get({ select: ["author"] });
    // @ts-expect-error -- an entity has no filter
    Books.byId("x").get({ filter: "x" });
  });

  test("keys and parameters of other types", () => {
    // @ts-expect-error -- a number
    Authors.byId("1");
    // @ts-expect-error -- half a key
    Chapters.byId({ book_ID: "x" });
    // @ts-expect-error -- misspelled
    shop.stockOf({ bok: "x" });
    // @ts-expect-error -- an Edm.Int64 is a string
    void shop.order.post({ book: "x", quantity: 1 });
  });

  test("what a place lacks", () => {
    expectTypeOf(OldBooks).not.toHaveProperty("post");
    // @ts-expect-error -- does not search
    OldBooks.get({ search: "x" });
    // @ts-expect-error -- does not sort
    OldBooks.get({ orderby: "x" });
    // @ts-expect-error -- does not expand that
    OldBooks.get({ expand: { author: true } });
    Books.get({ search: "x", expand: { author: true } });
    expectTypeOf(OldBooks.get({ select: ["ID"] })).resolves.toEqualTypeOf<Page<{ ID: edm.Guid }>>();
  });
});

test("services of OData 3.0 have casts", () => {
  interface Derived extends BookEntity {
    read: Book & { extra: string };
  }
  interface Base extends BookEntity {
    derived: { "shop.Special": Derived };
  }
  expectTypeOf<Collection<Base>["as"]>().returns.toEqualTypeOf<Collection<Derived>>();
  expectTypeOf<Item<Base>["as"]>().returns.toEqualTypeOf<Item<Derived>>();
});

test("a place may need an ETag, or be empty", () => {
  interface Places {
    navigation: {
      author: One<BookEntity, { optional: true; needsETag: true }>;
      chapters: Many<BookEntity, { item: { noMethods: "delete" } }>;
    };
  }
  type At = Item<Places>;
  const authorOf = (item: At) => item.author.get();
  expectTypeOf(authorOf).returns.resolves.toEqualTypeOf<Book | undefined>();
  expectTypeOf<Parameters<At["author"]["patch"]>[1]>().toExtend<{ ifMatch: string | object }>();
  expectTypeOf<ReturnType<At["chapters"]["byId"]>>().not.toHaveProperty("delete");
});
