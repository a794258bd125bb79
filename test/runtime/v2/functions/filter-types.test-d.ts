import { expectTypeOf, describe, test } from "vitest";
import {
  dateTime,
  dateTimeOffset,
  decimal,
  filter,
  guid,
  int64,
  odata,
  time,
  type DateTimeExpression,
  type DecimalExpression,
  type NumberExpression,
  type StringExpression,
} from "../../../../src/runtime/odata-v2.js";
import type { Book, BookEntity, NovelEntity } from "./support/books.js";

declare const book: Required<{ [P in keyof Book]: NonNullable<Book[P]> }>;

describe("an expression of OData 2.0", () => {
  test("has the type of its property", () => {
    filter<BookEntity>((b) => {
      expectTypeOf(b.title).toEqualTypeOf<StringExpression>();
      expectTypeOf(b.stock).toEqualTypeOf<NumberExpression>();
      expectTypeOf(b.sold).toEqualTypeOf<NumberExpression>();
      expectTypeOf(b.price).toEqualTypeOf<DecimalExpression>();
      expectTypeOf(b.published).toEqualTypeOf<DateTimeExpression>();
      expectTypeOf(b.author.name).toEqualTypeOf<StringExpression>();
      return b.available;
    });
  });

  test("takes values as they were read, by the function of their type", () => {
    filter<BookEntity>((b) => b.published.ge(dateTime(book.published)));
    filter<BookEntity>((b) => b.changed.ge(dateTimeOffset(book.changed)));
    filter<BookEntity>((b) => b.opens.ge(time(book.opens)));
    filter<BookEntity>((b) => b.price.ge(decimal(book.price)));
    filter<BookEntity>((b) => b.sold.ge(int64(book.sold)));
    filter<BookEntity>((b) => b.ID.in([guid(book.ID)]));
    filter<BookEntity>((b) => b.title.ne(null).and(odata`hidden eq false`));
    // @ts-expect-error -- an Edm.DateTimeOffset is no Edm.DateTime
    dateTime(book.changed);
    // @ts-expect-error -- an Edm.DateTime is no Edm.DateTimeOffset
    dateTimeOffset(book.published);
  });

  test("takes no value that would be written as another type", () => {
    // @ts-expect-error -- it would be an Edm.String
    filter<BookEntity>((b) => b.published.ge("2020-01-02T03:04:05"));
    // @ts-expect-error -- it would be an Edm.String
    filter<BookEntity>((b) => b.sold.eq(book.sold));
    // @ts-expect-error -- it would be an Edm.Double
    filter<BookEntity>((b) => b.price.gt(1.5));
    // @ts-expect-error -- it would be an Edm.String
    filter<BookEntity>((b) => b.ID.eq("01234567-89ab-cdef-0123-456789abcdef"));
    // @ts-expect-error -- of another type
    filter<BookEntity>((b) => b.changed.eq(dateTime("2020-01-02T03:04:05")));
  });

  test("has no conditions on related entities and no casts, which OData 3.0 has", () => {
    // @ts-expect-error -- the argument is not assignable to NotInOData2<"any">
    filter<BookEntity>((b) => b.reviews.any((review: never) => review));
    // @ts-expect-error -- an argument is missing
    filter<BookEntity>((b) => b.reviews.any());
    // @ts-expect-error -- no descriptor of OData 2.0 has derived types
    filter<BookEntity>((b) => b.as("shop.Comic"));
    filter<NovelEntity>((n) => n.chapters.any((chapter) => chapter.pages.gt(5)));
    filter<NovelEntity>((n) => n.as("shop.Saga").volumes.gt(5));
  });
});
