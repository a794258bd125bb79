import { beforeAll, expect, it } from "vitest";
import { newId, type Workshop } from "./workshop.js";

export function steps({ client, sent }: Workshop): void {
  const key = { code: "prop/1 'x'", store: 9 };
  const part = client.Parts.byId(key);
  const customer = newId();

  beforeAll(async () => {
    await client.Parts.post({
      ...key,
      title: "Chinrest",
      price: "2.5",
      stock: "9007199254740993",
      since: "2020-02-29",
    });
    await client.Customers.post({ ID: customer, name: "Prop", tags: ["a", "b"], phones: [{ number: "1" }] });
  });

  it("reads one value", async () => {
    expect(await part.title.get()).toBe("Chinrest");
    expect(await part.price.get()).toBe("2.50000");
    expect(await part.stock.get()).toBe("9007199254740993");
    expect(await part.since.get()).toBe("2020-02-29");
    expect(sent.at(-1)?.path).toBe("/Parts(code='prop%2F1%20''x''',store=9)/since");
  });

  it("reads no value", async () => {
    expect(await part.weight.get()).toBeUndefined();
  });

  it("reads values that are collections", async () => {
    expect((await client.Customers.byId(customer).tags.get()).value).toEqual(["a", "b"]);
    expect((await client.Customers.byId(customer).phones.get()).value).toEqual([{ number: "1" }]);
  });

  it("reads a value behind a path", async () => {
    const { ID } = await client.Repairs.post({
      number: 5,
      customer_ID: customer,
      steps: [{ position: 1, hours: "2" }],
    });
    const repair = client.Repairs.byId(ID);
    expect(await repair.customer.name.get()).toBe("Prop");
    expect(await repair.steps.byId(1).hours.get()).toBe("2.00");
    expect(await client.Settings.pageSize.get()).toBe(20);
  });

  it("writes one value, and none", async () => {
    await part.title.put({ value: "Shoulder rest" });
    await part.stock.put({ value: "9007199254740995" });
    expect(await part.get({ select: ["title", "stock"] })).toMatchObject({
      title: "Shoulder rest",
      stock: "9007199254740995",
    });
    await part.title.delete();
    expect(await part.title.get()).toBeUndefined();
  });
}
