import { beforeAll, expect, it } from "vitest";
import { sampleSchema, workshop_MoneySchema } from "./generated/index.js";
import { newId, type Workshop } from "./workshop.js";

const ifAny = { ifMatch: "*" };

export function steps({ client, sent }: Workshop): void {
  const [customer, other, repair] = [newId(), newId(), newId()];

  beforeAll(async () => {
    await client.Customers.post({ ID: customer, name: "Zoe" });
    await client.Customers.post({ ID: other, name: "Zora" });
    await client.Repairs.post({ ID: repair, number: 3, customer_ID: customer, promised: "1999-01-01" });
  });

  it("an action of an entity, with and without an optional parameter", async () => {
    const { rename } = client.Customers.byId(customer);
    expect(await rename.post({ name: "Zoë" }, ifAny)).toMatchObject({ ID: customer, name: "Zoë" });
    expect(await rename.post({ name: "Zoe", suffix: "!" }, ifAny)).toMatchObject({ name: "Zoe!" });
  });

  it("an action of an entity, with collections of values and of structures", async () => {
    const windows = [{ opens: "09:00:00", closes: "17:30:00", days: ["mon", "tue"] }, { days: [] }];
    const done = await client.Repairs.byId(repair).deliver.post(
      { at: "2026-01-01T00:00:00Z", windows, codes: ["a", "b", "c"] },
      ifAny,
    );
    expect(done).toMatchObject({ ID: repair, status: "done", number: 203 });
  });

  it("an action of an entity without parameters and result", async () => {
    expect(await client.Repairs.byId(repair).touch.post(undefined, ifAny)).toBeUndefined();
    expect(sent.at(-1)).toMatchObject({ method: "POST", status: 204 });
  });

  it("an action of a collection", async () => {
    expect(await client.Repairs.closeAll.post({ before: "2000-01-01" }, ifAny)).toBe(1);
  });

  it("functions of an entity: a value, a structure, a collection of values", async () => {
    expect(await client.Customers.byId(customer).countRepairs({ atLeast: 1 }).get()).toBe(1);
    expect(await client.Customers.byId(customer).countRepairs().get()).toBe(1);
    const cost = await client.Repairs.byId(repair).cost({ currency: "EUR" }).get();
    expect(workshop_MoneySchema.parse(cost)).toMatchObject({ amount: "12.50", currency: "EUR" });
    const { value } = await client.Repairs.byId(repair)
      .remarksBy({ authors: ["O'Neil", "a,b&c"] })
      .get();
    expect(value).toEqual(["by O'Neil", "by a,b&c"]);
  });

  it("functions that give entities, narrowed by a query", async () => {
    const similar = await client.Customers.byId(customer)
      .similar()
      .get({ select: ["name"], orderby: "name" });
    expect(similar.value).toContainEqual(expect.objectContaining({ name: "Zora" }));
    const named = await client.Customers.named({ prefix: "Zor" }).get({ select: ["ID", "name"] });
    expect(named.value).toMatchObject([{ ID: other, name: "Zora" }]);
  });

  it("unbound actions: a value, structures, none", async () => {
    expect(await client.reset.post({ hard: true })).toBe("reset true");
    const money = { amount: "1", currency: "EUR" };
    const paid = await client.pay.post({ repair, money, parts: [money, { amount: "2.25", currency: "EUR" }] });
    expect(paid).toMatchObject({ amount: "3.25", currency: "EUR" });
    expect(await client.wipe.post()).toBeUndefined();
  });

  it("unbound actions that give back structures, to the last digit", async () => {
    const sample = {
      whole: "9223372036854775807",
      exact: "123456789012345.12345",
      day: "2024-02-29",
      time: "01:02:03",
      moment: "2024-01-01T00:00:00.123Z",
      bytes: "AQID",
      guid: customer,
      urgency: 5,
      list: ["9007199254740993", "-1"],
    };
    const echoed = await client.echo.post({ sample });
    expect(sampleSchema.parse(echoed)).toMatchObject(sample);
    const { value } = await client.echoAll.post({ samples: [sample, sample] });
    expect(value).toMatchObject([sample, sample]);
  });

  it("unbound functions: large numbers, a collection of keys, dates and times", async () => {
    expect(await client.add({ a: "9007199254740993", b: "1" }).get()).toBe("9007199254740994");
    const found = await client.find({ ids: [customer, other], on: "2024-01-01", name: "O'x" }).get({ orderby: "name" });
    expect(found.value.map(({ ID }) => ID).toSorted()).toEqual([customer, other].toSorted());
    const between = await client.between({ opens: "08:30:00", from: "2024-01-01T00:00:00+02:00", price: "0.10" }).get();
    expect(between.value).toEqual(["08:30:00", "2024-01-01T00:00:00+02:00", "0.10"]);
  });

  it("unbound functions: values of other types, structures, and collections of both", async () => {
    const window = { opens: "08:00:00", closes: "12:00:00", days: ["O'x", "b&c"] };
    const parameters = { guid: customer, flag: false, ratio: -1.5, bytes: "AQ-_", window, note: "50% / #1?" };
    const described = await client.describe(parameters).get();
    expect(JSON.parse(described ?? "")).toEqual(parameters);
    const prices = [{ amount: "1", currency: "EUR" }];
    expect(await client.sum({ numbers: ["9007199254740993", 7], prices }).get()).toBe("9007199254741001");
  });

  it("unbound functions without parameters: structures, and one entity", async () => {
    const { value } = await client.load().get();
    expect(value.find(({ status }) => status === "done")?.repairs).toBeGreaterThan(0);
    expect(typeof (await client.newest().get())?.name).toBe("string");
  });

  it("changes since a moment, by the link of the service", async () => {
    const first = await client.Repairs.changes().get();
    expect(first.deltaLink).toContain("changes(token='2')");
    const next = (await client.request("GET", first.deltaLink ?? "")) as { readonly value: readonly object[] };
    expect(next.value.some((item) => "@odata.removed" in item || "@removed" in item)).toBe(true);
  });
}
