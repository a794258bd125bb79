import { beforeEach, expect, it } from "vitest";
import type { Customers } from "./generated/index.js";
import type { Workshop } from "./workshop.js";

export function steps({ client, sent }: Workshop): void {
  let created: Customers;
  beforeEach(async () => {
    created = await client.Customers.post({ name: "Etta" });
  });

  it("what is created and read has an ETag", async () => {
    const read = await client.Customers.byId(created.ID).get({ select: ["name"] });
    expect(created["@odata.etag"]).toMatch(/^W\/"/);
    expect(read).toHaveProperty(["@odata.etag"], created["@odata.etag"]);
  });

  it("a change without a condition is refused: 428", async () => {
    const customer = client.Customers.byId(created.ID);
    await expect(customer.patch({ name: "Etta 2" })).rejects.toMatchObject({ status: 428 });
    await expect(customer.delete()).rejects.toMatchObject({ status: 428 });
  });

  it("a change of what has not changed since, and then of what has: 412", async () => {
    const customer = client.Customers.byId(created.ID);
    const headers = { "if-match": created["@odata.etag"] ?? "" };
    const changed = await customer.patch({ name: "Etta 2" }, { headers });
    expect(changed?.["@odata.etag"]).not.toBe(created["@odata.etag"]);
    await expect(customer.patch({ name: "Etta 3" }, { headers })).rejects.toMatchObject({ status: 412 });
    await expect(customer.rename.post({ name: "Etta 3" }, { headers })).rejects.toMatchObject({ status: 412 });
    await expect(customer.delete({ headers })).rejects.toMatchObject({ status: 412 });
    await customer.delete({ headers: { "if-match": changed?.["@odata.etag"] ?? "" } });
  });

  it("an entity that has not changed is not sent again: 304", async () => {
    const headers = { "if-none-match": created["@odata.etag"] ?? "" };
    await expect(client.Customers.byId(created.ID).get({ headers })).rejects.toMatchObject({ status: 304 });
    expect(sent.at(-1)?.status).toBe(304);
  });
}
