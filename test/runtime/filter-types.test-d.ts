import { describe, expectTypeOf, test } from "vitest";
import type { ListQuery, Page } from "../../src/runtime/client.js";
import {
  date,
  enumMember,
  filter,
  guid,
  odata,
  orderby,
  result,
  type Condition,
  type EnumExpression,
  type NumberExpression,
  type StringExpression,
} from "../../src/runtime/odata.js";
import { createShop, type BigOrderEntity, type Order, type OrderEntity, type OrderNavigation } from "./sample/shop.js";

const { orders, customers } = createShop("https://service.example");

describe("a filter", () => {
  test("knows the item of the place where it stands", () => {
    const page = orders.get({ select: ["title"], filter: filter((o) => o.title.startswith("A").and(o.paid)) });
    expectTypeOf(page).resolves.toEqualTypeOf<Page<{ title: string | null }>>();
    orders.$count({ filter: filter((o) => o.number.gt(5)) });
    customers.byId("x").orders.get({ filter: filter((o) => o.customer.id.eq(guid("x"))) });
    customers.byId("x").orders.get({ orderby: orderby((o) => [o.title.desc(), o.customer.name, o.items.$count]) });
  });

  test("in expand, at any depth and for a cast", () => {
    const page = customers.get({
      select: ["name"],
      expand: {
        orders: {
          select: ["title"],
          filter: filter((o) => o.title.eq("x")),
          orderby: orderby((o) => o.created.desc()),
          expand: { items: { select: ["amount"], filter: filter((i) => i.parts.any((p) => p.name.eq("y"))) } },
        },
      },
    });
    expectTypeOf(page).resolves.toEqualTypeOf<
      Page<{ name: string | null; orders: { title: string | null; items: { amount: number }[] }[] }>
    >();
    customers.get({
      expand: { orders: { as: "shop.BigOrder", select: ["rebate"], filter: filter((o) => o.rebate.gt(5)) } },
    });
  });

  test("gives paths their types", () => {
    filter<OrderEntity>((o) => {
      expectTypeOf(o.title).toEqualTypeOf<StringExpression>();
      expectTypeOf(o.bytes).toEqualTypeOf<NumberExpression>();
      expectTypeOf(o.total).toEqualTypeOf<NumberExpression>();
      expectTypeOf(o.weight).toEqualTypeOf<NumberExpression>();
      expectTypeOf(o.color).toEqualTypeOf<EnumExpression<"red" | "green" | "blue">>();
      expectTypeOf(o.rights).toEqualTypeOf<EnumExpression<"read" | "write" | "share">>();
      expectTypeOf(o.items.$count).toEqualTypeOf<NumberExpression>();
      return o.paid;
    });
  });

  test("can be a value that a helper takes, gives or adds to", () => {
    const paid = filter<OrderEntity>((o) => o.paid);
    orders.get({ filter: paid });
    customers.get({ expand: { orders: { filter: paid } } });
    orders.as("shop.BigOrder").get({ filter: paid });
    orders.get({ filter: filter((o) => o.title.ne(null).and(paid)) });
    orders.get({ filter: odata`number gt 5 and ${paid}` });
    const read = (query: ListQuery<Order, OrderNavigation>) => orders.get(query);
    read({ filter: filter((o) => o.customer.name.eq("Ann")), orderby: orderby((o) => o.title) });
    // @ts-expect-error -- only derived orders have it
    orders.get({ filter: filter<BigOrderEntity>((o) => o.rebate.gt(5)) });
  });

  test("is made of the fragments of templates too", () => {
    orders.get({ filter: odata`title eq ${"x"}`, orderby: odata`title desc` });
    orders.get({ filter: "title eq 'x'", orderby: ["title desc", "number"] });
    expectTypeOf(filter<OrderEntity>((o) => o.paid.and(odata`number gt 5`))).toExtend<object>();
  });

  test("refuses names, operators and literals that do not fit", () => {
    filter<OrderEntity>((o) => {
      // @ts-expect-error -- misspelled
      void o.titel;
      // @ts-expect-error -- misspelled, further in
      void o.address.city.nam;
      // @ts-expect-error -- misspelled, over navigation
      void o.customer.nme;
      // @ts-expect-error -- an annotation
      void o["@odata.type"].eq;
      // @ts-expect-error -- no operator of numbers
      void o.number.startswith;
      // @ts-expect-error -- no operator
      void o.number.gtt;
      // @ts-expect-error -- a number for a string
      void o.title.eq(5);
      // @ts-expect-error -- a string for a boolean
      void o.paid.eq("true");
      // @ts-expect-error -- a string for a number
      void o.number.gt("5");
      // @ts-expect-error -- a string for a Guid
      void o.id.eq("01234567-89ab-cdef-0123-456789abcdef");
      // @ts-expect-error -- a string for a Date
      void o.day.eq("2012-12-03");
      // @ts-expect-error -- a Date for an instant
      void o.created.eq(date("2012-12-03"));
      // @ts-expect-error -- a string for an instant
      void o.created.eq("2012-12-03");
      // @ts-expect-error -- not a member
      void o.color.eq("rde");
      // @ts-expect-error -- not a member
      void o.color.eq(enumMember("shop.Color", "rde"));
      // @ts-expect-error -- not a member
      void o.status.in(["new", "dnoe"]);
      // @ts-expect-error -- not a member
      void o.rights.has("raed");
      // @ts-expect-error -- no member of a collection
      void o.items.amount;
      // @ts-expect-error -- misspelled in a lambda
      void o.items.any((i) => i.amout.gt(1));
      // @ts-expect-error -- a literal in a lambda
      void o.tags.any((t) => t.eq(1));
      // @ts-expect-error -- a condition is needed
      void o.items.all();
      // @ts-expect-error -- a condition is needed
      void o.items.any((i) => i.amount);
      // @ts-expect-error -- two paths of different types
      void o.title.eq(o.number);
      // @ts-expect-error -- no derived type
      void o.customer.as("shop.Compny");
      // @ts-expect-error -- undefined is no value
      void o.title.eq(undefined);
      return o.paid satisfies Condition;
    });
  });

  test("is refused where it does not belong", () => {
    // @ts-expect-error -- misspelled
    orders.get({ filter: filter((o) => o.titel.eq("x")) });
    // @ts-expect-error -- no condition
    orders.get({ filter: filter((o) => o.title) });
    // @ts-expect-error -- a literal of the wrong type
    orders.get({ filter: filter((o) => o.title.eq(1)) });
    // @ts-expect-error -- misspelled in expand
    customers.get({ expand: { orders: { filter: filter((o) => o.titel.eq("x")) } } });
    // @ts-expect-error -- misspelled
    orders.get({ orderby: orderby((o) => o.titel) });
    // @ts-expect-error -- a structured value has no order
    orders.get({ orderby: orderby((o) => o.customer) });
    // @ts-expect-error -- an order is no filter
    orders.get({ filter: orderby((o) => o.title) });
    // @ts-expect-error -- of another type
    customers.get({ filter: filter<OrderEntity>((o) => o.paid) });
    // @ts-expect-error -- not a fragment
    orders.get({ filter: {} });
    // @ts-expect-error -- an object is no value
    void odata`title eq ${{}}`;
    // @ts-expect-error -- undefined is no value
    void odata`title eq ${undefined}`;
  });
});

describe("other query options", () => {
  test("apply and compute give the result", () => {
    expectTypeOf(orders.get({ apply: result<{ color: string; n: number }>("x") })).resolves.toEqualTypeOf<
      Page<{ color: string; n: number }>
    >();
    const computed = orders.get({ compute: result<{ twice: number }>("x"), select: ["title", "twice"] });
    expectTypeOf(computed).resolves.toEqualTypeOf<Page<{ twice: number }>>();
    expectTypeOf(orders.get({ compute: "x", select: ["title"] })).resolves.toEqualTypeOf<
      Page<{ title: string | null }>
    >();
    // @ts-expect-error -- nobody can know the result
    orders.get({ apply: "groupby((color))" });
    // @ts-expect-error -- misspelled
    orders.get({ compute: result<{ twice: number }>("x"), select: ["title", "twce"] });
    const typed = (): Promise<Page<{ bogus: string }>> =>
      // @ts-expect-error -- the expected type gives no result
      orders.get();
    expectTypeOf(typed).toBeFunction();
  });

  test("expand gives IDs, or the number alone", () => {
    const ids = orders.get({ select: ["title"], expand: { items: { only: "$ref" }, customer: { only: "$ref" } } });
    expectTypeOf(ids).resolves.toEqualTypeOf<
      Page<{
        title: string | null;
        items: { "@odata.id": string }[];
        customer: { "@odata.id": string } | null | undefined;
      }>
    >();
    const counted = orders.get({ select: ["title"], expand: { items: { only: "$count" } } });
    expectTypeOf(counted).resolves.toEqualTypeOf<Page<{ title: string | null; "items@odata.count": number }>>();
    // @ts-expect-error -- one entity has no number
    orders.get({ expand: { customer: { only: "$count" } } });
    // @ts-expect-error -- no such option
    orders.get({ expand: { items: { only: "$cuont" } } });
  });

  test("expand repeats", () => {
    customers.get({ expand: { orders: { levels: "max" } } });
    // @ts-expect-error -- a number or max
    customers.get({ expand: { orders: { levels: "all" } } });
  });
});
