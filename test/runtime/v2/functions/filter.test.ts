import { describe, expect, test } from "vitest";
import {
  binary,
  dateTime,
  dateTimeOffset,
  decimal,
  double,
  enumMember,
  filter,
  geography,
  guid,
  int64,
  odata,
  orderby,
  single,
  time,
  type Filterable,
} from "../../../../src/runtime/odata-v2.js";
import type { BookEntity, NovelEntity } from "./support/books.js";

type Build = Parameters<typeof filter<BookEntity>>[0];

const id = "01234567-89ab-cdef-0123-456789abcdef";

describe("a filter of OData 2.0", () => {
  test.each<[string, Build]>([
    ["title eq 'it''s'", (b) => b.title.eq("it's")],
    ["title ne null", (b) => b.title.ne(null)],
    ["stock gt 5", (b) => b.stock.gt(5)],
    ["stock ge -5 and stock lt 6", (b) => b.stock.ge(-5).and(b.stock.lt(6))],
    ["sold gt 5", (b) => b.sold.gt(5)],
    ["sold gt 3000000000L", (b) => b.sold.gt(3_000_000_000)],
    ["sold lt 9223372036854775807L", (b) => b.sold.lt(9_223_372_036_854_775_807n)],
    ["sold eq -9223372036854775808L", (b) => b.sold.eq(int64("-9223372036854775808"))],
    ["price le 11.10m", (b) => b.price.le(decimal("11.10"))],
    ["price gt 5m", (b) => b.price.gt(decimal(5))],
    ["weight lt 1.5d", (b) => b.weight.lt(1.5)],
    ["weight lt 2d", (b) => b.weight.lt(double(2))],
    ["weight lt 1.5f", (b) => b.weight.lt(single(1.5))],
    ["weight lt 1e+21d", (b) => b.weight.lt(1e21)],
    ["weight lt -INF", (b) => b.weight.lt(-Infinity)],
    [`ID eq guid'${id}'`, (b) => b.ID.eq(guid(id))],
    [`ID eq guid'${id}' or ID eq null`, (b) => b.ID.in([guid(id), null])],
    ["published ge datetime'2020-01-02T03:04:05'", (b) => b.published.ge(dateTime("2020-01-02T03:04:05"))],
    ["changed lt datetimeoffset'2020-01-02T03:04:05Z'", (b) => b.changed.lt(dateTimeOffset("2020-01-02T03:04:05Z"))],
    ["opens eq time'PT07H05M00S'", (b) => b.opens.eq(time("PT7H5M"))],
    ["cover eq binary'fbff00'", (b) => b.cover.eq(binary("+/8A"))],
    ["author/name eq 'Ann'", (b) => b.author.name.eq("Ann")],
    ["author/address/city eq 'Bonn'", (b) => b.author.address.city.eq("Bonn")],
    ["author/ID eq 7", (b) => b.property("author").property("ID").eq(7)],
    ["author eq null", (b) => b.author.eq(null)],
    ["isof('shop.Novel')", (b) => b.isof("shop.Novel")],
    ["isof(author,'shop.Poet')", (b) => b.author.isof("shop.Poet")],
    ["cast(stock,'Edm.String') eq '5'", (b) => b.stock.cast("Edm.String").eq("5")],
    ["title eq 'a' or title eq 'b''c'", (b) => b.title.in(["a", "b'c"])],
    ["title eq 'a'", (b) => b.title.in(["a"])],
    ["false", (b) => b.title.in([])],
    ["(title eq 'a' or title eq 'b') and stock gt 5", (b) => b.title.in(["a", "b"]).and(b.stock.gt(5))],
    ["not (title eq 'a' or title eq 'b')", (b) => b.title.in(["a", "b"]).not()],
    ["round(price) eq 5m or round(price) eq 6m", (b) => b.price.round().in([decimal(5), decimal(6)])],
  ])("%s", (expected, build) => {
    expect(String(filter<BookEntity>(build))).toBe(expected);
  });

  test.each<[string, Build]>([
    ["substringof('it''s',title)", (b) => b.title.contains("it's")],
    ["substringof(author/name,title)", (b) => b.title.contains(b.author.name)],
    ["not substringof('x',title)", (b) => b.title.contains("x").not()],
    ["startswith(tolower(trim(title)),'a')", (b) => b.title.trim().tolower().startswith("a")],
    ["endswith(toupper(title),'A')", (b) => b.title.toupper().endswith("A")],
    ["indexof(title,'a') eq 1", (b) => b.title.indexof("a").eq(1)],
    ["length(title) lt 5", (b) => b.title.length().lt(5)],
    ["substring(title,1) eq 'b'", (b) => b.title.substring(1).eq("b")],
    ["substring(title,1,2) eq 'b'", (b) => b.title.substring(1, 2).eq("b")],
    ["replace(title,'a','b') eq 'b'", (b) => b.title.replace("a", "b").eq("b")],
    ["concat(concat(title,', '),author/name) eq 'a'", (b) => b.title.concat(", ").concat(b.author.name).eq("a")],
    ["year(published) eq 2012", (b) => b.published.year().eq(2012)],
    ["month(changed) eq 12", (b) => b.changed.month().eq(12)],
    ["day(published) eq 3", (b) => b.published.day().eq(3)],
    ["hour(opens) eq 7", (b) => b.opens.hour().eq(7)],
    ["minute(published) eq 16", (b) => b.published.minute().eq(16)],
    ["second(opens) eq 23", (b) => b.opens.second().eq(23)],
    ["round(weight) eq floor(weight)", (b) => b.weight.round().eq(b.weight.floor())],
    ["ceiling(price) eq 5m", (b) => b.price.ceiling().eq(decimal(5))],
    ["(price add 1.5m) mul 2m gt 5m", (b) => b.price.add(decimal("1.5")).mul(decimal(2)).gt(decimal(5))],
    ["stock sub -stock eq stock mod 3", (b) => b.stock.sub(b.stock.negate()).eq(b.stock.mod(3))],
  ])("%s", (expected, build) => {
    expect(String(filter<BookEntity>(build))).toBe(expected);
  });

  test.each<[string, Build]>([
    ["available eq true", (b) => b.available],
    ["available eq true and hidden eq false", (b) => b.available.and(b.hidden.eq(false))],
    ["not (available eq true)", (b) => b.available.not()],
    ["author/living eq true or hidden eq true", (b) => b.author.living.or(b.hidden)],
    ["startswith(title,'A') and true", (b) => b.title.startswith("A").and(true)],
  ])("a property alone is compared with true, for services that take no other condition: %s", (expected, build) => {
    expect(String(filter<BookEntity>(build))).toBe(expected);
  });

  test("of OData 3.0 has conditions on related entities, casts, enumerations and places", () => {
    const texts = [
      filter<NovelEntity>((n) => n.chapters.any()),
      filter<NovelEntity>((n) => n.chapters.all((c) => c.pages.gt(0).and(c.draft.not()))),
      filter<NovelEntity>((n) => n.chapters.any((c) => c.notes.any((o) => o.text.eq(c.text).and(o.open)))),
      filter<NovelEntity>((n) => n.tags.any((tag) => tag.eq("new"))),
      filter<NovelEntity>((n) => n.color.eq(enumMember("shop.Color", "red"))),
      filter<NovelEntity>((n) => n.as("shop.Saga").volumes.gt(2)),
      filter<NovelEntity>((n) => n.place["geo.distance"](geography({ type: "Point", coordinates: [7, 50] })).lt(9)),
    ];
    expect(texts.map(String)).toEqual([
      "chapters/any()",
      "chapters/all(x1:x1/pages gt 0 and not (x1/draft eq true))",
      "chapters/any(x1:x1/notes/any(x2:x2/text eq x1/text and x2/open eq true))",
      "tags/any(x1:x1 eq 'new')",
      "color eq shop.Color'red'",
      "shop.Saga/volumes gt 2",
      "geo.distance(place,geography'SRID=4326;Point(7 50)') lt 9",
    ]);
  });

  test("can be part of another, and of a template", () => {
    const cheap = filter<BookEntity>((b) => b.price.lt(decimal(5)).or(b.available));
    expect(String(filter<BookEntity>((b) => b.stock.gt(0).and(cheap)))).toBe(
      "stock gt 0 and (price lt 5m or available eq true)",
    );
    expect(String(odata`stock gt ${5000000000} and ${cheap} and title ne ${"it's"} and ID eq ${guid(id)}`)).toBe(
      `stock gt 5000000000L and (price lt 5m or available eq true) and title ne 'it''s' and ID eq guid'${id}'`,
    );
  });

  test("refuses values that would be read as something else", () => {
    const built = (build: (b: Filterable<BookEntity>) => unknown) => () => filter<BookEntity>(build as Build);
    expect(built((b) => b.published.eq(dateTime("2020-01-02T03:04:05Z")))).toThrow(TypeError);
    expect(built((b) => b.changed.eq(dateTimeOffset("2020-01-02T03:04:05")))).toThrow(TypeError);
    expect(built((b) => b.opens.eq(time("07:05:00")))).toThrow(TypeError);
    expect(built((b) => b.ID.eq(guid("1' or 1 eq 1")))).toThrow(TypeError);
    expect(built((b) => b.sold.eq(int64("1.5")))).toThrow(TypeError);
    expect(built((b) => b.price.eq(decimal("1m or true")))).toThrow(TypeError);
    expect(built((b) => b.cover.eq(binary("%")))).toThrow(TypeError);
    expect(built((b) => (b.published as never as { eq(value: Date): never }).eq(new Date(0)))).toThrow(TypeError);
    expect(built((b) => b.property("a or b" as "title").eq("x"))).toThrow(TypeError);
    // @ts-expect-error -- a list is no value
    expect(() => odata`title eq ${["a"]}`).toThrow(TypeError);
  });
});

describe("an order of OData 2.0", () => {
  test("has properties and paths, ascending and descending", () => {
    expect(String(orderby<BookEntity>((b) => b.title))).toBe("title");
    expect(String(orderby<BookEntity>((b) => [b.author.name.desc(), b.price.asc(), b.title.length().desc()]))).toBe(
      "author/name desc,price asc,length(title) desc",
    );
  });
});
