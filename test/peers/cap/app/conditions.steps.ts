import { beforeEach, expect, it } from "vitest";
import type { Customers } from "./generated/index.js";
import { etagOf } from "./generated/odata.js";
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

  it("a change without a condition is refused: 428, which the types ask for and a general request may leave out", async () => {
    const path = `Customers(${created.ID})`;
    await expect(client.request("PATCH", path, { body: { name: "Etta 2" } })).rejects.toMatchObject({ status: 428 });
    await expect(client.request("DELETE", path)).rejects.toMatchObject({ status: 428 });
    // @ts-expect-error -- the ETag is missing
    await expect(client.Customers.byId(created.ID).patch({ name: "Etta 2" })).rejects.toMatchObject({ status: 428 });
  });

  it("a change of what has not changed since, and then of what has: 412", async () => {
    const customer = client.Customers.byId(created.ID);
    const changed = await customer.patch({ name: "Etta 2" }, { ifMatch: created });
    expect(sent.at(-1)?.headers["if-match"]).toBe(created["@odata.etag"]);
    expect(changed?.["@odata.etag"]).not.toBe(created["@odata.etag"]);
    const late = { ifMatch: created };
    await expect(customer.patch({ name: "Etta 3" }, late)).rejects.toMatchObject({ status: 412 });
    await expect(customer.put({ name: "Etta 3" }, late)).rejects.toMatchObject({ status: 412 });
    await expect(customer.rename.post({ name: "Etta 3" }, late)).rejects.toMatchObject({ status: 412 });
    await expect(customer.delete(late)).rejects.toMatchObject({ status: 412 });
    await customer.delete({ ifMatch: etagOf(changed ?? {}) ?? "" });
  });

  it("a change of any state", async () => {
    const customer = client.Customers.byId(created.ID);
    await customer.patch({ name: "Etta 2" }, { ifMatch: "*" });
    await customer.patch({ name: "Etta 3" }, { ifMatch: "*" });
    expect((await customer.get()).name).toBe("Etta 3");
  });

  it("an entity without an ETag is no condition: nothing is sent", async () => {
    const [before, { ID }] = [sent.length, created];
    const patch = () => client.Customers.byId(ID).patch({ name: "Etta 2" }, { ifMatch: { ID } });
    expect(patch).toThrow("has no ETag");
    expect(sent).toHaveLength(before);
  });

  it("an entity that has not changed is not sent again: 304", async () => {
    const headers = { "if-none-match": created["@odata.etag"] ?? "" };
    await expect(client.Customers.byId(created.ID).get({ headers })).rejects.toMatchObject({ status: 304 });
    expect(sent.at(-1)?.status).toBe(304);
  });
}
