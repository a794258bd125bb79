import { beforeAll, describe, expect, it } from "vitest";
import { batch, multipart } from "./generated/odata.js";
import { newId, type Workshop } from "./workshop.js";

export function steps({ client, sent }: Workshop): void {
  const customer = newId();

  beforeAll(async () => {
    await client.Customers.post({ ID: customer, name: "Bätch O'Neil" });
    for (const number of [1, 2, 3, 4]) await client.Repairs.post({ number, customer_ID: customer });
  });

  describe.each([
    ["JSON", {}],
    ["multipart", { format: multipart }],
  ])("in %s", (_, options) => {
    it("sends reads and changes as one request, each with a result of its own", async () => {
      sent.length = 0;
      const name = `batch/ ${newId()} 'ä`;
      const results = await batch(
        client,
        {
          found: client.Customers.get({ filter: "name eq 'Bätch O''Neil'", select: ["ID", "name"], count: true }),
          created: client.Woods.post({ name, density: 1 }),
          missing: client.Customers.byId(newId()).get(),
          count: client.Repairs.$count({ filter: `customer_ID eq ${customer}` }),
          sum: client.add({ a: "1", b: 2 }).get(),
          paid: client.pay.post({
            money: { amount: "1", currency: "EUR" },
            parts: [{ amount: "2.5", currency: "EUR" }],
          }),
        },
        options,
      );
      expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual(["POST /$batch"]);
      expect(results).toMatchObject({
        found: { ok: true, value: { count: 1, value: [{ ID: customer, name: "Bätch O'Neil" }] } },
        created: { ok: true, value: { name, density: 1 } },
        missing: { ok: false, error: { status: 404 } },
        count: { ok: true, value: 4 },
        sum: { ok: true, value: "3" },
        paid: { ok: true, value: { amount: "2.5", currency: "EUR" } },
      });
      expect((await client.Woods.byId(name).get()).density).toBe(1);
    });

    it("changes by ETag", async () => {
      const read = await client.Customers.byId(customer).get();
      const results = await batch(
        client,
        { first: client.Customers.byId(customer).patch({ email: `${newId()}@home` }, { ifMatch: read }) },
        options,
      );
      expect(results.first).toMatchObject({ ok: true, value: { ID: customer } });
      const late = await batch(
        client,
        { late: client.Customers.byId(customer).patch({ email: "a@b" }, { ifMatch: read }) },
        options,
      );
      expect(late.late).toMatchObject({ ok: false, error: { status: 412 } });
    });

    it("takes a change set in whole or not at all", async () => {
      const [one, two] = [newId(), newId()];
      const good = await batch(
        client,
        { one: client.Woods.post({ name: one }), two: client.Woods.post({ name: two }) },
        { ...options, changeSets: [["one", "two"]] },
      );
      expect(good).toMatchObject({ one: { ok: true }, two: { ok: true } });
      const three = newId();
      const bad = await batch(
        client,
        { three: client.Woods.post({ name: three }), again: client.Woods.post({ name: one }) },
        { ...options, changeSets: [["three", "again"]] },
      );
      expect(bad).toMatchObject({ again: { ok: false } });
      await expect(client.Woods.byId(three).get()).rejects.toMatchObject({ status: 404 });
    });

    it("does not carry out what depends on a request that failed", async () => {
      const name = newId();
      const results = await batch(
        client,
        { missing: client.Customers.byId(newId()).get(), wood: client.Woods.post({ name }) },
        { ...options, dependsOn: { wood: ["missing"] } },
      );
      expect(results).toMatchObject({ missing: { ok: false }, wood: { ok: false, error: { status: 424 } } });
      await expect(client.Woods.byId(name).get()).rejects.toMatchObject({ status: 404 });
    });

    it("divides more requests than the service takes", async () => {
      sent.length = 0;
      const requests = Object.fromEntries([0, 1, 2, 3, 4].map((index) => [`r${index}`, client.Settings.get()]));
      const results = await batch(client, requests, { ...options, size: 2 });
      expect(Object.values(results).map(({ ok }) => ok)).toEqual([true, true, true, true, true]);
      expect(sent).toHaveLength(3);
    });
  });

  // In JSON, CAP cuts the first letter of the links.
  it("gives pages that go on after a batch", async () => {
    const repairs = client.Customers.byId(customer).repairs.get({ orderby: "number", select: ["number"] });
    await batch(client, { repairs }, { format: multipart });
    const numbers: unknown[] = [];
    for await (const { number } of repairs) numbers.push(number);
    expect(numbers).toEqual([1, 2, 3, 4]);
  });
}
