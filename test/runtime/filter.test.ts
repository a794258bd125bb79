import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  $it,
  binary,
  date,
  dateTime,
  decimal,
  duration,
  enumMember,
  filter,
  geography,
  geometry,
  guid,
  int64,
  now,
  odata,
  orderby,
  result,
  time,
  type Condition,
  type Filterable,
  type NumberExpression,
} from "../../src/runtime/odata.js";
import { createShop, type OrderEntity, type Shop } from "./sample/shop.js";
import { serve, type Answer, type Service } from "./support/service.js";
import { shopNames } from "./support/shop-names.js";

function serveShop(answer: () => Answer): Promise<Service> {
  return serve(answer, { names: shopNames });
}

/** Sends a query for the orders of a shop, and gives the option as the service reads it. */
async function sent(
  option: "$filter" | "$orderby" | "$expand",
  query: Parameters<Shop["orders"]["get"]>[0],
): Promise<string | null> {
  const { root, received } = await serveShop(() => ({ body: { value: [] } }));
  await createShop(root).orders.get(query);
  return new URL(received[0]?.url ?? "", root).searchParams.get(option);
}

type Build = Parameters<typeof filter<OrderEntity>>[0];

const id = "01234567-89ab-cdef-0123-456789abcdef";

describe("a filter of a function", () => {
  test.each<[string, Build]>([
    ["title eq 'it''s'", (o) => o.title.eq("it's")],
    ["title ne null", (o) => o.title.ne(null)],
    ["paid", (o) => o.paid],
    ["paid eq true and not archived", (o) => o.paid.eq(true).and(o.archived.not())],
    ["number gt 5", (o) => o.number.gt(5)],
    ["number ge -5 and number lt 1.5", (o) => o.number.ge(-5).and(o.number.lt(1.5))],
    ["total le 99999999999999999999.99", (o) => o.total.le(decimal("99999999999999999999.99"))],
    ["bytes lt 9223372036854775807", (o) => o.bytes.lt(9_223_372_036_854_775_807n)],
    ["bytes eq -9223372036854775808", (o) => o.bytes.eq(int64("-9223372036854775808"))],
    ["weight lt INF", (o) => o.weight.lt(Infinity)],
    [`id eq ${id}`, (o) => o.id.eq(guid(id))],
    [`id in (${id},${id})`, (o) => o.id.in([guid(id), guid(id)])],
    ["title in ('a','b''c')", (o) => o.title.in(["a", "b'c"])],
    [
      "(number add 1) in (2,3) and (-number) in (4)",
      (o) =>
        o.number
          .add(1)
          .in([2, 3])
          .and(o.number.negate().in([4])),
    ],
    ["day eq 2012-12-03", (o) => o.day.eq(date("2012-12-03"))],
    ["at lt 07:59:59.999", (o) => o.at.lt(time("07:59:59.999"))],
    ["created ge 2012-12-03T07:16:23Z", (o) => o.created.ge(dateTime("2012-12-03T07:16:23Z"))],
    ["created ge 2012-12-03T07:16:23.000Z", (o) => o.created.ge(new Date(Date.UTC(2012, 11, 3, 7, 16, 23)))],
    ["created ge now() sub duration'P1D'", (o) => o.created.ge(now().sub(duration("P1D")))],
    ["span gt duration'PT1H'", (o) => o.span.gt(duration("PT1H"))],
    ["stamp eq binary'-_8='", (o) => o.stamp.eq(binary("+/8="))],
    ["color eq 'red'", (o) => o.color.eq("red")],
    ["color eq shop.Color'red'", (o) => o.color.eq(enumMember("shop.Color", "red"))],
    ["rights has 'read'", (o) => o.rights.has("read")],
    ["rights has shop.Right'read,write'", (o) => o.rights.has(enumMember("shop.Right", "read", "write"))],
    ["status eq 'new'", (o) => o.status.eq("new")],
    ["unlisted eq 5", (o) => o.unlisted.eq(5)],
    ["unlisted/deep eq 5", (o) => o.unlisted.property("deep").eq(5)],
    ["extension_color eq 'red'", (o) => o.property("extension_color").eq("red")],
    ["customer/name eq 'Ann'", (o) => o.property("customer").property("name").eq("Ann")],
    [
      "geo.distance(place,geography'SRID=4326;Point(7.1 50.7)') lt 1000",
      (o) => o.place["geo.distance"](geography({ type: "Point", coordinates: [7.1, 50.7] })).lt(1000),
    ],
    [
      "geo.intersects(place,geometry'SRID=0;Polygon((0 0,1 0,1 1,0 0))')",
      (o) =>
        o.place["geo.intersects"](
          geometry({
            type: "Polygon",
            coordinates: [
              [
                [0, 0],
                [1, 0],
                [1, 1],
                [0, 0],
              ],
            ],
          }),
        ),
    ],
    ["address/city/name eq 'Bonn'", (o) => o.address.city.name.eq("Bonn")],
    ["address eq null", (o) => o.address.eq(null)],
    ["customer/name eq 'Ann'", (o) => o.customer.name.eq("Ann")],
    ["customer/shop.Company/size gt 5", (o) => o.customer.as("shop.Company").size.gt(5)],
    ["isof(customer,shop.Company)", (o) => o.customer.isof("shop.Company")],
    ["shop.BigOrder/rebate gt 5", (o) => o.as("shop.BigOrder").rebate.gt(5)],
    ["isof(shop.BigOrder)", (o) => o.isof("shop.BigOrder")],
    ["address/shop.EuAddress/vat eq 'x'", (o) => o.address.as<{ vat: string }>("shop.EuAddress").vat.eq("x")],
    ["cast(number,Edm.String) eq '5'", (o) => o.number.cast("Edm.String").eq("5")],
    ["$it/title eq title", (o) => $it<OrderEntity>().title.eq(o.title)],
    ["items/any()", (o) => o.items.any()],
    ["items/$count gt 5", (o) => o.items.$count.gt(5)],
    ["items/all(x1:x1/amount gt 0)", (o) => o.items.all((item) => item.amount.gt(0))],
    ["tags/any(x1:x1 eq 'new')", (o) => o.tags.any((tag) => tag.eq("new"))],
    ["colors/any(x1:x1 eq 'red')", (o) => o.colors.any((color) => color.eq("red"))],
    ["lines/any(x1:x1/text eq 'a')", (o) => o.lines.any((line) => line.text.eq("a"))],
    [
      "items/any(x1:x1/parts/any(x2:x2/name eq x1/name or x2/name eq $it/title) and x1/amount gt 1)",
      (o) =>
        o.items.any((item) =>
          item.parts
            .any((part) => part.name.eq(item.name).or(part.name.eq($it<OrderEntity>().title)))
            .and(item.amount.gt(1)),
        ),
    ],
    [
      "items/any(x1:x1/amount gt 1) and tags/any(x1:x1 eq 'a')",
      (o) => o.items.any((i) => i.amount.gt(1)).and(o.tags.any((t) => t.eq("a"))),
    ],
  ])("%s", async (expected, build) => {
    expect(await sent("$filter", { filter: filter(build) })).toBe(expected);
  });

  test.each<[string, Build]>([
    ["contains(title,'a''b')", (o) => o.title.contains("a'b")],
    ["startswith(tolower(trim(title)),'a')", (o) => o.title.trim().tolower().startswith("a")],
    ["endswith(toupper(title),'A')", (o) => o.title.toupper().endswith("A")],
    ["matchesPattern(title,'^A.*e$')", (o) => o.title.matchesPattern("^A.*e$")],
    ["indexof(title,'a') eq 1", (o) => o.title.indexof("a").eq(1)],
    ["length(title) lt 5", (o) => o.title.length().lt(5)],
    ["substring(title,1) eq 'b'", (o) => o.title.substring(1).eq("b")],
    ["substring(title,1,2) eq 'b'", (o) => o.title.substring(1, 2).eq("b")],
    ["concat(concat(title,', '),customer/name) eq 'a'", (o) => o.title.concat(", ").concat(o.customer.name).eq("a")],
    ["year(created) eq 2012", (o) => o.created.year().eq(2012)],
    ["month(day) eq 12", (o) => o.day.month().eq(12)],
    ["day(day) eq 3", (o) => o.day.day().eq(3)],
    ["hour(at) eq 7", (o) => o.at.hour().eq(7)],
    ["minute(created) eq 16", (o) => o.created.minute().eq(16)],
    ["second(created) eq 23", (o) => o.created.second().eq(23)],
    ["fractionalseconds(at) lt 0.5", (o) => o.at.fractionalseconds().lt(0.5)],
    ["totaloffsetminutes(created) eq 60", (o) => o.created.totaloffsetminutes().eq(60)],
    ["date(created) eq day", (o) => o.created.date().eq(o.day)],
    ["time(created) gt at", (o) => o.created.time().gt(o.at)],
    ["totalseconds(span) gt 3600", (o) => o.span.totalseconds().gt(3600)],
    ["round(weight) eq 1", (o) => o.weight.round().eq(1)],
    ["floor(weight) eq 1", (o) => o.weight.floor().eq(1)],
    ["ceiling(weight) eq 2", (o) => o.weight.ceiling().eq(2)],
  ])("functions: %s", async (expected, build) => {
    expect(await sent("$filter", { filter: filter(build) })).toBe(expected);
  });

  test.each<[string, Build]>([
    ["number add 1 sub 2 eq 3", (o) => o.number.add(1).sub(2).eq(3)],
    ["number sub (number sub 2) eq 3", (o) => o.number.sub(o.number.sub(2)).eq(3)],
    ["(number add 1) mul 2 eq 4", (o) => o.number.add(1).mul(2).eq(4)],
    ["number add number mul 3 eq 4", (o) => o.number.add(o.number.mul(3)).eq(4)],
    ["number div 2 divby 3 mod 4 eq 5", (o) => o.number.div(2).divby(3).mod(4).eq(5)],
    ["-(number add 1) eq 2", (o) => o.number.add(1).negate().eq(2)],
    ["(paid eq true) eq archived", (o) => o.paid.eq(true).eq(o.archived)],
    ["not (paid eq true)", (o) => o.paid.eq(true).not()],
    ["not startswith(title,'a')", (o) => o.title.startswith("a").not()],
    ["(paid or archived) and paid", (o) => o.paid.or(o.archived).and(o.paid)],
    ["paid or archived and paid", (o) => o.paid.or(o.archived.and(o.paid))],
    ["paid and (archived or paid)", (o) => o.paid.and(o.archived.or(o.paid))],
    ["paid and (number gt 1 or title eq 'a')", (o) => o.paid.and(odata`number gt ${1} or title eq ${"a"}`)],
  ])("operators bind as written: %s", async (expected, build) => {
    expect(await sent("$filter", { filter: filter(build) })).toBe(expected);
  });
});

describe("operators bind as in the expression they are built from", () => {
  interface Sum {
    readonly value: number;
    readonly of: (order: Filterable<OrderEntity>) => NumberExpression;
  }
  interface Truth {
    readonly value: boolean;
    readonly of: (order: Filterable<OrderEntity>) => Condition;
  }
  const sums = {
    add: (a: number, b: number) => a + b,
    sub: (a: number, b: number) => a - b,
    mul: (a: number, b: number) => a * b,
  };
  const comparisons = { lt: (a: number, b: number) => a < b, eq: (a: number, b: number) => a === b };
  const junctions = { and: (a: boolean, b: boolean) => a && b, or: (a: boolean, b: boolean) => a || b };
  const keys = <Name extends string>(table: Readonly<Record<Name, unknown>>) =>
    fc.constantFrom(...(Object.keys(table) as Name[]));

  /** The property `number` is 3, `paid` is true. */
  const { truth } = fc.letrec<{ sum: Sum; truth: Truth }>((tie) => ({
    sum: fc.oneof(
      { depthSize: "small" },
      fc.constant<Sum>({ value: 3, of: (o) => o.number }),
      fc
        .tuple(keys(sums), tie("sum"), fc.oneof(tie("sum"), fc.nat(9)))
        .map(([name, left, right]): Sum =>
          typeof right === "number"
            ? { value: sums[name](left.value, right), of: (o) => left.of(o)[name](right) }
            : { value: sums[name](left.value, right.value), of: (o) => left.of(o)[name](right.of(o)) },
        ),
      tie("sum").map(({ value, of }): Sum => ({ value: -value, of: (o) => of(o).negate() })),
    ),
    truth: fc.oneof(
      { depthSize: "small" },
      fc.constant<Truth>({ value: true, of: (o) => o.paid }),
      fc.tuple(keys(comparisons), tie("sum"), tie("sum")).map(([name, left, right]): Truth => ({
        value: comparisons[name](left.value, right.value),
        of: (o) => left.of(o)[name](right.of(o)),
      })),
      fc.tuple(keys(junctions), tie("truth"), tie("truth")).map(([name, left, right]): Truth => ({
        value: junctions[name](left.value, right.value),
        of: (o) => left.of(o)[name](right.of(o)),
      })),
      fc.tuple(tie("truth"), tie("truth")).map(([left, right]): Truth => ({
        value: left.value === right.value,
        of: (o) => left.of(o).eq(right.of(o)),
      })),
      tie("truth").map(({ value, of }): Truth => ({ value: !value, of: (o) => of(o).not() })),
    ),
  }));

  // These operators bind in JavaScript as in OData (URL Conventions 4.01 §5.1.1.17).
  const script = { add: "+", sub: "-", mul: "*", lt: "<", eq: "===", and: "&&", or: "||", not: "!" };

  test("whatever is built", () => {
    fc.assert(
      fc.property(truth, ({ value, of }) => {
        const text = String(filter<OrderEntity>(of));
        const code = text.replaceAll(
          /\b(?:add|sub|mul|lt|eq|and|or|not)\b/g,
          (name) => script[name as keyof typeof script],
        );
        expect([text, runInNewContext(code.replaceAll("--", "- -"), { number: 3, paid: true })]).toEqual([text, value]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("an order", () => {
  test.each<[string, Parameters<typeof orderby<OrderEntity>>[0]]>([
    ["title desc,number,customer/name asc", (o) => [o.title.desc(), o.number, o.customer.name.asc()]],
    ["length(title) desc", (o) => o.title.length().desc()],
    ["items/$count", (o) => o.items.$count],
    ["number add 1 desc", (o) => o.number.add(1).desc()],
    ["paid and archived desc", (o) => o.paid.and(o.archived).desc()],
  ])("%s", async (expected, build) => {
    expect(await sent("$orderby", { orderby: orderby(build) })).toBe(expected);
  });
});

describe("a template", () => {
  test.each([
    ["startswith(title,'O''Neil')", odata`startswith(title,${"O'Neil"})`],
    [`id eq ${id} and paid eq true`, odata`id eq ${guid(id)} and paid eq ${true}`],
    ["number gt 5 and bytes lt 9223372036854775807", odata`number gt ${5} and bytes lt ${9_223_372_036_854_775_807n}`],
    ["customer eq null", odata`customer eq ${null}`],
    ["title in ('a','b''c')", odata`title in ${["a", "b'c"]}`],
    ["created lt 2012-12-03T07:16:23.000Z", odata`created lt ${new Date(Date.UTC(2012, 11, 3, 7, 16, 23))}`],
    ["paid and (number gt 5 or number lt 1)", odata`paid and ${odata`number gt ${5} or number lt ${1}`}`],
    ["paid and (title eq 'a')", odata`paid and ${filter<OrderEntity>((o) => o.title.eq("a"))}`],
    ["paid and startswith(title,'a')", odata`paid and ${filter<OrderEntity>((o) => o.title.startswith("a"))}`],
  ])("%s", async (expected, fragment) => {
    expect(await sent("$filter", { filter: fragment })).toBe(expected);
  });

  test("orders, and stands in expand", async () => {
    expect(await sent("$orderby", { orderby: odata`indexof(title,${"a"}) desc` })).toBe("indexof(title,'a') desc");
    expect(
      await sent("$expand", {
        expand: {
          items: {
            filter: filter((item) => item.name.eq("a;b)")),
            orderby: orderby((item) => [item.amount.desc(), item.id]),
          },
        },
      }),
    ).toBe("items($filter=name eq 'a;b)';$orderby=amount desc,id)");
  });

  test("refuses what is no value", () => {
    for (const value of [undefined, {}, () => 1, Symbol("x"), { toString: () => "1 or 1 eq 1" }, new Date(NaN)]) {
      expect(() => odata`id eq ${value as string}`).toThrow(TypeError);
    }
  });
});

describe("other query options", () => {
  test("apply and compute have the result that is given", async () => {
    const { root, received } = await serveShop(() => ({ body: { value: [{ color: "red", n: 2 }] } }));
    const { orders } = createShop(root);
    const grouped = await orders.get({
      apply: result<{ color: string; n: number }>("groupby((color),aggregate($count as n))"),
      filter: odata`n gt ${1}`,
    });
    expect(grouped.value[0]?.n).toBe(2);
    await orders.get({ apply: result(odata`filter(title eq ${"a&b"})`) });
    await orders.get({ compute: "number mul 2 as twice" });
    await orders.get({ compute: result<{ twice: number }>("number mul 2 as twice"), select: ["title", "twice"] });
    expect(received.map(({ url }) => decodeURIComponent(url.replace(/.*[?]/, "")))).toEqual([
      "$apply=groupby((color),aggregate($count as n))&$filter=n gt 1",
      "$apply=filter(title eq 'a&b')",
      "$compute=number mul 2 as twice",
      "$compute=number mul 2 as twice&$select=title,twice",
    ]);
  });

  test("expand repeats, or gives IDs or numbers alone", async () => {
    const { root, received } = await serveShop(() => ({ body: { value: [{ "items@odata.count": 3 }] } }));
    const { customers, orders } = createShop(root);
    const counted = await orders.get({ expand: { items: { only: "$count", filter: filter((i) => i.amount.gt(1)) } } });
    expect(counted.value[0]?.["items@odata.count"]).toBe(3);
    await orders.get({ expand: { items: { only: "$ref", top: 2, count: true }, customer: { only: "$ref" } } });
    await orders.get({ expand: { customer: { as: "shop.Company", only: "$ref" } } });
    await customers.get({ expand: { orders: { levels: 2, compute: "number mul 2 as twice" } } });
    await customers.get({ expand: { orders: { levels: "max", select: ["title"] } } });
    expect(received.map(({ url }) => decodeURIComponent(url.replace(/.*expand=/, "")))).toEqual([
      "items/$count($filter=amount gt 1)",
      "items/$ref($top=2;$count=true),customer/$ref",
      "customer/shop.Company/$ref",
      "orders($compute=number mul 2 as twice;$levels=2)",
      "orders($select=title;$levels=max)",
    ]);
  });

  test("an iteration reads no more pages than it may", async () => {
    let pages = 0;
    const { root } = await serveShop(() => ({
      body: { value: [{ title: "a" }], "@odata.nextLink": `orders?page=${++pages}` },
    }));
    const read = async () => {
      for await (const { title } of createShop(root).orders.get({ maxPages: 3 })) expect(title).toBe("a");
    };
    await expect(read()).rejects.toMatchObject({ code: "endlessPages" });
    expect(pages).toBe(3);
  });
});

describe("literals", () => {
  test.each<[string, (value: string) => unknown, readonly string[]]>([
    ["Guid", guid, ["x", "", `${id}0`, ` ${id}`, `${id}\n`, `${id} or 1 eq 1`]],
    ["Date", date, ["99", "2012-13-01", "2012-00-01", "2012-1-1", "2012-12-32", "2012-12-03T00:00:00Z"]],
    ["TimeOfDay", time, ["7:59", "24:00", "07:60", "07:59:59.", "07"]],
    ["DateTimeOffset", dateTime, ["2012-12-03", "2012-12-03T07:16:23", "2012-12-03 07:16Z", "yesterday"]],
    ["Duration", duration, ["P", "PT", "P1Y", "1D", "P1DT", "P1D' or '1' eq '1"]],
    ["Binary", binary, ["a", "ab=", "a b", "ab'", "abcde"]],
    ["Int64", int64, ["1.5", "abc", "", "12345678901234567890", "0x1"]],
    ["Decimal", decimal, ["1,5", "abc", "", ".5", "1e", "1 or 1"]],
  ])("of Edm.%s are well-formed", (kind, make, wrong) => {
    for (const value of wrong) {
      expect(() => make(value)).toThrow(new TypeError(`"${value}" is not an Edm.${kind}.`));
    }
  });

  test.each([
    [guid, "01234567-89AB-CDEF-0123-456789ABCDEF"],
    [date, "2012-12-03"],
    [date, "-0044-03-15"],
    [time, "07:59"],
    [time, "07:59:60.123456789012"],
    [dateTime, "2012-12-03T07:16:23+05:30"],
    [dateTime, "2012-12-03T07:16Z"],
    [int64, "+1"],
    [decimal, "-1.50e+3"],
  ])("are written as they are: %o", (make, value) => {
    expect(String(make(value))).toBe(value);
  });

  test.each([
    [duration, "P12DT23H59M59.9S"],
    [duration, "-PT0.5S"],
    [duration, "P1D"],
    [binary, ""],
    [binary, "T0RhdGE"],
    [binary, "T0RhdGE="],
  ])("have the prefix of their type: %o", (make, value) => {
    expect(String(make(value))).toBe(`${make.name}'${value}'`);
  });

  test.each<[string, Parameters<typeof geography>[0]]>([
    ["Point(1 2 3)", { type: "Point", coordinates: [1, 2, 3] }],
    [
      "MultiPoint((1 2),(3 4))",
      {
        type: "MultiPoint",
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      "LineString(1 2,3 4)",
      {
        type: "LineString",
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ],
    [
      "MultiLineString((1 2,3 4))",
      {
        type: "MultiLineString",
        coordinates: [
          [
            [1, 2],
            [3, 4],
          ],
        ],
      },
    ],
    [
      "MultiPolygon(((0 0,1 0,1 1,0 0)))",
      {
        type: "MultiPolygon",
        coordinates: [
          [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 0],
            ],
          ],
        ],
      },
    ],
    [
      "GeometryCollection(Point(1 2),Point(3 4))",
      {
        type: "GeometryCollection",
        geometries: [
          { type: "Point", coordinates: [1, 2] },
          { type: "Point", coordinates: [3, 4] },
        ],
      },
    ],
  ])("of places are well-known text: %s", (expected, value) => {
    expect(String(geography(value, 12))).toBe(`geography'SRID=12;${expected}'`);
  });

  test("places are GeoJSON", () => {
    for (const value of [
      { type: "Circle", coordinates: [1, 2] },
      { type: "Point", coordinates: ["1')", 2] },
      { type: "LineString", coordinates: [1, 2] },
    ]) {
      expect(() => geography(value as Parameters<typeof geography>[0])).toThrow(TypeError);
    }
  });

  test("invalid dates and names of types are errors", () => {
    expect(() => dateTime(new Date(NaN))).toThrow(TypeError);
    expect(() => enumMember("shop.Color'", "red")).toThrow(TypeError);
    expect(() => enumMember("shop.Color", "red'")).toThrow(TypeError);
  });
});

describe("no value and no name breaks out of its place", () => {
  /** The strings of an expression, read as the grammar has them. */
  function strings(text: string): readonly string[] {
    return [...text.matchAll(/'((?:[^']|'')*)'/g)].map(([, inner = ""]) => inner.replaceAll("''", "'"));
  }

  test("any string survives the way to the service", async () => {
    const { root, received } = await serveShop(() => ({ body: { value: [] } }));
    const { orders } = createShop(root);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), async (text, other) => {
        const all = [text, other, text, text];
        await orders.get({
          filter: filter((o) => o.title.eq(text).and(o.tags.any((tag) => tag.contains(other)))),
          orderby: odata`indexof(title,${text})`,
          expand: { items: { filter: odata`name eq ${text}` } },
        });
        const { searchParams } = new URL(received.at(-1)?.url ?? "", root);
        const options = ["$filter", "$orderby", "$expand"].map((name) => searchParams.get(name) ?? "");
        expect(options.flatMap(strings)).toEqual(all);
        expect(options.map((option) => option.replaceAll(/'(?:[^']|'')*'/g, "?"))).toEqual([
          "title eq ? and tags/any(x1:contains(x1,?))",
          "indexof(title,?)",
          "items($filter=name eq ?)",
        ]);
      }),
    );
  });

  test("names that are known at run time only are names", () => {
    const named = (name: string) =>
      filter<{ read: Record<string, unknown> }>((item) => (item[name] ?? item["x"])?.eq(1) ?? odata``);
    expect(String(named("extension_1_größe"))).toBe("extension_1_größe eq 1");
    for (const name of ["a eq 1 or b", "a/b", "a'", "a)", "a,b", "", "a;b", "a:b"]) {
      expect(() => named(name)).toThrow(TypeError);
    }
    expect(() => filter<OrderEntity>((o) => o.isof("shop.A) or (1 eq 1"))).toThrow(TypeError);
    expect(() => filter<OrderEntity>((o) => o.address.as("a/b").eq(1))).toThrow(TypeError);
  });

  test("after an error in a lambda, variables begin anew", () => {
    const failing = () => filter<OrderEntity>((o) => o.tags.any((tag) => tag.eq({} as string)));
    expect(failing).toThrow(TypeError);
    expect(String(filter<OrderEntity>((o) => o.tags.any((tag) => tag.eq("a"))))).toBe("tags/any(x1:x1 eq 'a')");
  });
});
