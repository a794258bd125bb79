import { beforeAll, expect, it } from "vitest";
import type { CustomersEntity, PartsEntity, RepairsEntity } from "./generated/client.js";
import { date, dateTime, decimal, filter, guid, int64, odata, orderby, result, time } from "./generated/odata.js";
import { newId, type Workshop } from "./workshop.js";

/** What `filter` takes for the entities that D describes. */
type Condition<D> = Parameters<typeof filter<D>>[0];

export function steps({ client, sent }: Workshop): void {
  const [ida, odo] = [newId(), newId()];

  beforeAll(async () => {
    await client.Customers.post({
      ID: ida,
      name: "Ida O'Hara",
      born: "1960-03-01",
      tags: ["cello"],
      address_city: "Füssen",
    });
    await client.Customers.post({ ID: odo, name: "Odo & Söhne 100%", referrer_ID: ida, tags: [] });
    await client.Repairs.post({
      number: 41,
      status: "IN_PROGRESS",
      urgency: 9,
      promised: "2026-12-24",
      customer_ID: ida,
      steps: [
        { position: 1, hours: "1.50", done: true },
        { position: 2, hours: "8.00" },
      ],
    });
    await client.Repairs.post({ number: 42, customer_ID: odo });
    await client.Parts.post({
      code: "filter",
      store: 1,
      stock: "9007199254740993",
      price: "10.50",
      weight: 0.25,
      since: "2020-02-29",
      opens: "08:30:00",
      changed: "2024-05-06T07:08:09.123Z",
    });
    await client.Parts.post({ code: "filter", store: 2, stock: "9007199254740992", price: "99.99" });
  });

  it.each<[string, Condition<CustomersEntity>, string[]]>([
    ["a string with a quote", (customer) => customer.name.eq("Ida O'Hara"), ["Ida O'Hara"]],
    ["characters that URLs reserve", (customer) => customer.name.endswith("& Söhne 100%"), ["Odo & Söhne 100%"]],
    ["functions of strings", (c) => c.name.tolower().contains("ida").and(c.name.length().gt(3)), ["Ida O'Hara"]],
    [
      "and, or, not",
      (c) => c.name.startswith("Odo").or(c.born.year().eq(1960).not()).and(c.referrer_ID.ne(null)),
      ["Odo & Söhne 100%"],
    ],
    ["a date", (c) => c.born.lt(date("1960-03-02")), ["Ida O'Hara"]],
    ["null", (c) => c.born.eq(null), ["Odo & Söhne 100%"]],
    ["a path", (c) => c.referrer.name.eq("Ida O'Hara"), ["Odo & Söhne 100%"]],
    ["a list", (c) => c.address_city.in(["Füssen", "Mittenwald"]), ["Ida O'Hara"]],
    ["any of values", (c) => c.tags.any((tag) => tag.eq("cello")), ["Ida O'Hara"]],
    [
      "any of entities of entities",
      (c) => c.repairs.any((r) => r.steps.any((s) => s.hours.gt(decimal("7.99")))),
      ["Ida O'Hara"],
    ],
    ["all of entities", (c) => c.repairs.all((r) => r.number.eq(42)), ["Odo & Söhne 100%"]],
    [
      "members of an enumeration",
      (c) => c.repairs.any((r) => r.status.eq("IN_PROGRESS").and(r.urgency.eq(9))),
      ["Ida O'Hara"],
    ],
    [
      "the moment of its creation",
      (c) =>
        c.createdAt
          .ge(dateTime("2020-01-01T00:00:00Z"))
          .and(c.createdAt.lt(new Date("2999-01-01")))
          .and(c.name.startswith("Ida")),
      ["Ida O'Hara"],
    ],
  ])("filters by %s", async (_, condition, names) => {
    const { value } = await client.Customers.get({
      select: ["name"],
      filter: filter<CustomersEntity>((customer) => customer.ID.in([guid(ida), guid(odo)]).and(condition(customer))),
    });
    expect(value.map(({ name }) => name)).toEqual(names);
  });

  it.each<[string, Condition<PartsEntity>, number[]]>([
    ["large numbers to the last digit", (part) => part.stock.eq(int64("9007199254740993")), [1]],
    ["decimals", (part) => part.price.le(decimal("10.5")), [1]],
    ["doubles", (part) => part.weight.gt(0.2).and(part.weight.lt(0.3)), [1]],
    ["times", (part) => part.opens.gt(time("08:29:59")).and(part.opens.hour().eq(8)), [1]],
    ["moments", (part) => part.changed.lt(new Date("2024-05-06T07:08:10Z")), [1]],
    ["numbers", (part) => part.store.gt(1), [2]],
  ])("filters by %s", async (_, condition, stores) => {
    const filtered = filter<PartsEntity>((part) => part.code.eq("filter").and(condition(part)));
    const { value } = await client.Parts.get({ select: ["store"], filter: filtered });
    expect(value.map(({ store }) => store)).toEqual(stores);
  });

  it("filters and orders what is expanded, and counts", async () => {
    const { value } = await client.Customers.get({
      filter: filter((customer) => customer.ID.eq(guid(ida))),
      expand: {
        repairs: {
          filter: filter((repair) => repair.number.ge(41)),
          orderby: orderby((repair) => [repair.promised.desc(), repair.number]),
          expand: { steps: { filter: filter((step) => step.done.eq(true)) } },
        },
      },
    });
    expect(value[0]?.repairs[0]?.steps.map(({ position }) => position)).toEqual([1]);
    expect(await client.Repairs.$count({ filter: filter((repair) => repair.customer.ID.eq(guid(ida))) })).toBe(1);
  });

  it("orders by several properties", async () => {
    const { value } = await client.Parts.get({
      filter: odata`code eq ${"filter"}`,
      orderby: orderby((part) => [part.price.desc(), part.store]),
      select: ["store"],
    });
    expect(value.map(({ store }) => store)).toEqual([2, 1]);
  });

  it("writes values into a template by their types", async () => {
    const [name, since] = ["Ida O'Hara", new Date("2000-01-01T00:00:00Z")];
    const condition = odata`name in ${[name, "x"]} and createdAt gt ${since} and ID eq ${guid(ida)}`;
    expect((await client.Customers.get({ filter: condition })).value).toHaveLength(1);
    expect(decodeURIComponent(sent.at(-1)?.path ?? "")).toContain(
      "name in ('Ida O''Hara','x') and createdAt gt 2000-01-01T00:00:00.000Z",
    );
  });

  it("groups and computes, with the type that the caller gives", async () => {
    const grouped = await client.Repairs.get({
      apply: result<{ status: string; n: number }>(
        odata`filter(customer_ID eq ${guid(ida)})/groupby((status),aggregate($count as n))`,
      ),
    });
    expect(grouped.value.map(({ status, n }) => [status, n])).toEqual([["IN_PROGRESS", 1]]);
    const computed = await client.Repairs.get({
      filter: filter<RepairsEntity>((repair) => repair.number.in([41, 42])),
      orderby: "number",
      compute: result<{ twice: number }>("number mul 2 as twice"),
      select: ["number", "twice"],
    });
    expect(computed.value.map(({ twice }) => twice)).toEqual([82, 84]);
  });
}
