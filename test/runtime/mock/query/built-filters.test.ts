/** What the functions of the client build is read, and holds where a plain predicate does. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { dateTime, decimal, filter, orderby, type Condition, type Filterable } from "../../../../src/runtime/odata.js";
import { compareBy, parseQuery } from "../../../../src/runtime/mock/query/index.js";
import type { Order, OrderEntity } from "../../sample/shop.js";
import { holds, shopContext } from "./shop-service.js";

type Item = Pick<Order, "title" | "number" | "bytes" | "total" | "created" | "color" | "paid" | "tags" | "items">;
/** Null where a value is missing that would decide. */
type Truth = boolean | null;

interface Drawn {
  readonly build: (order: Filterable<OrderEntity>) => Condition;
  readonly test: (order: Item) => Truth;
}

const text = fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom("a", "it's", "%27", "ü😀", "\u0000+"));
const whole = fc.integer({ min: -3, max: 3 });
const long = fc.bigInt({ min: 9_007_199_254_740_990n, max: 9_007_199_254_740_994n });
const cents = fc.integer({ min: -300, max: 300 }).map((value) => (value / 100).toFixed(2));
const instant = fc.integer({ min: -5, max: 5 }).map((seconds) => new Date(seconds * 1000).toISOString());
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 4 });

const items: fc.Arbitrary<Item> = fc.record({
  title: maybe(text),
  number: whole,
  bytes: maybe(long.map(String)),
  total: maybe(cents),
  created: maybe(instant),
  color: maybe(fc.constantFrom("red" as const, "green" as const)),
  paid: maybe(fc.boolean()),
  tags: fc.array(text, { maxLength: 3 }),
  items: fc.array(fc.record({ id: whole, amount: whole }), { maxLength: 3 }),
});

const operator = fc.constantFrom("eq", "ne", "gt", "ge", "lt", "le");

/** What a comparison gives; the values are not null. */
function ordered<T extends number | bigint | string>(name: string, left: T | null | undefined, right: T): boolean {
  if (left === null || left === undefined) return name === "ne";
  return {
    eq: left === right,
    ne: left !== right,
    gt: left > right,
    ge: left >= right,
    lt: left < right,
    le: left <= right,
  }[name as "eq"];
}

const comparisons: fc.Arbitrary<Drawn> = fc.oneof(
  fc.tuple(operator, text).map(([name, value]) => ({
    build: (order: Filterable<OrderEntity>) => order.title[name as "eq"](value),
    test: ({ title }: Item) => ordered(name, title, value),
  })),
  fc.tuple(operator, whole, whole).map(([name, add, value]) => ({
    build: (order: Filterable<OrderEntity>) => order.number.add(add).mul(2)[name as "eq"](value),
    test: ({ number }: Item) => ordered(name, (number + add) * 2, value),
  })),
  fc.tuple(operator, long).map(([name, value]) => ({
    build: (order: Filterable<OrderEntity>) => order.bytes[name as "eq"](value),
    test: ({ bytes }: Item) => ordered(name, bytes === null ? null : BigInt(bytes ?? 0), value),
  })),
  fc.tuple(operator, cents).map(([name, value]) => ({
    build: (order: Filterable<OrderEntity>) => order.total[name as "eq"](decimal(value)),
    test: ({ total }: Item) => ordered(name, total === null ? null : Number(total), Number(value)),
  })),
  fc.tuple(operator, instant).map(([name, value]) => ({
    build: (order: Filterable<OrderEntity>) => order.created[name as "eq"](dateTime(value)),
    test: ({ created }: Item) => ordered(name, created === null ? null : Date.parse(created ?? ""), Date.parse(value)),
  })),
);

const others: fc.Arbitrary<Drawn> = fc.oneof(
  fc.tuple(fc.constantFrom("contains", "startswith", "endswith"), text).map(([name, value]) => ({
    build: (order: Filterable<OrderEntity>) => order.title[name as "contains"](value),
    test: ({ title }: Item) =>
      title?.[{ contains: "includes", startswith: "startsWith", endswith: "endsWith" }[name] as "includes"](value) ??
      null,
  })),
  fc.constant<Drawn>({ build: (order) => order.paid, test: ({ paid }) => paid ?? null }),
  fc.constantFrom("red" as const, "green" as const).map((value) => ({
    build: (order: Filterable<OrderEntity>) => order.color.in([value]),
    test: ({ color }: Item) => color === value,
  })),
  text.map((value) => ({
    build: (order: Filterable<OrderEntity>) => order.tags.any((tag) => tag.eq(value)),
    test: ({ tags = [] }: Item) => tags.includes(value),
  })),
  fc.tuple(operator, whole).map(([name, value]) => ({
    build: (order: Filterable<OrderEntity>) => order.items.all((item) => item.amount[name as "eq"](value)),
    test: (order: Item) => (order.items ?? []).every(({ amount }) => ordered(name, amount, value)),
  })),
  whole.map((value) => ({
    build: (order: Filterable<OrderEntity>) => order.items.$count.gt(value),
    test: (order: Item) => (order.items ?? []).length > value,
  })),
);

const conditions = fc.letrec<{ all: Drawn }>((tie) => ({
  all: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    comparisons,
    others,
    tie("all").map(({ build, test }) => ({
      build: (order: Filterable<OrderEntity>) => build(order).not(),
      test: (order: Item) => (test(order) === null ? null : test(order) !== true),
    })),
    fc.tuple(fc.constantFrom("and", "or"), tie("all"), tie("all")).map(([name, left, right]) => ({
      build: (order: Filterable<OrderEntity>) => left.build(order)[name as "and"](right.build(order)),
      test: (order: Item) => {
        const both = new Set([left.test(order), right.test(order)]);
        const decides = name === "or";
        return both.has(decides) ? decides : both.has(null) ? null : !decides;
      },
    })),
  ),
})).all;

it("a filter that is built holds where a plain predicate does", () => {
  let held = 0;
  fc.assert(
    fc.property(conditions, items, ({ build, test }, order) => {
      const expected = test(order) === true;
      held += Number(expected);
      expect(holds(String(filter<OrderEntity>(build)), { ...order })).toBe(expected);
    }),
    { numRuns: 700 },
  );
  expect(held).toBeGreaterThan(150);
});

it("an order that is built sorts as a plain comparison does, null first", () => {
  const built = String(orderby<OrderEntity>((order) => [order.bytes.desc(), order.number]));
  const query = `$orderby=${encodeURIComponent(built)}`;
  const { orderby: parsed = [] } = parseQuery(query, { type: "shop.Order", collection: true }, shopContext);
  const rank = ({ bytes }: Item): bigint => (bytes === null || bytes === undefined ? -1n : BigInt(bytes));
  fc.assert(
    fc.property(fc.array(items, { maxLength: 8 }), (orders) => {
      const expected = orders.toSorted((left, right) => {
        const [a, b] = [rank(left), rank(right)];
        return a === b ? left.number - right.number : a > b ? -1 : 1;
      });
      expect(orders.toSorted(compareBy(parsed, shopContext))).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});
