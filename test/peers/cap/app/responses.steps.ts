import { beforeAll, describe, expect, it } from "vitest";
import { createClient, customersCreateSchema, customersSchema, visitsSchema } from "./generated/index.js";
import {
  batch,
  changes,
  CheckError,
  checked,
  ifNoneMatch,
  isNotFound,
  isPreconditionFailed,
  isRemoved,
  isThrottled,
  multipart,
  response,
  retry,
  value,
} from "./generated/odata.js";
import { newId, type Workshop } from "./workshop.js";

export function steps({ client, fetch, sent }: Workshop): void {
  const ID = newId();
  const customer = client.Customers.byId(ID);

  beforeAll(async () => {
    await client.Customers.post({ ID, name: "Resi" });
  });

  it("gives status, headers and location beside the result", async () => {
    const wood = newId();
    const { status, location, headers, value } = await response(client.Woods.post({ name: wood }));
    expect([status, value.name]).toEqual([201, wood]);
    expect(headers.get("odata-version")).toBe("4.0");
    expect(await client.request("GET", location ?? "")).toMatchObject({ name: wood });
  });

  it("does not read again what is unchanged", async () => {
    const read = await customer.get();
    expect(await ifNoneMatch(customer.get(), read)).toBeUndefined();
    await customer.patch({ email: "resi@home" }, { ifMatch: read });
    expect((await ifNoneMatch(customer.get({ select: ["email"] }), read))?.email).toBe("resi@home");
  });

  it("reads one value as text", async () => {
    expect(await value(customer.name)).toBe("Resi");
  });

  it("checks what comes, and a body before it goes", async () => {
    const query = { filter: `ID eq ${ID}` };
    expect((await checked(client.Customers.get(query), customersSchema)).value).toHaveLength(1);
    for await (const { name } of checked(client.Customers.get(query), customersSchema)) expect(name).toBe("Resi");
    expect((await checked(customer.get(), customersSchema)).name).toBe("Resi");
    // @ts-expect-error -- a schema of another type
    await expect(checked(customer.get(), visitsSchema)).rejects.toBeInstanceOf(CheckError);
    const check = () => checked({ name: "x", email: "nowhere" }, customersCreateSchema);
    expect(check).toThrow(CheckError);
  });

  it("reads what has changed since, and what is removed", async () => {
    const first = changes(client.Repairs.changes());
    for await (const change of first) expect(isRemoved(change)).toBe(false);
    const second = changes(client.Repairs.changes(), first.deltaLink);
    const removed: unknown[] = [];
    for await (const change of second) if (isRemoved(change)) removed.push(change.id, change["@removed"].reason);
    expect(removed).toEqual(["Repairs(00000000-0000-4000-8000-000000000000)", "deleted"]);
  });

  it("tells errors apart", async () => {
    expect(
      isNotFound(
        await client.Woods.byId(newId())
          .get()
          .catch((error: unknown) => error),
      ),
    ).toBe(true);
    const late = customer.delete({ ifMatch: 'W/"old"' }).catch((error: unknown) => error);
    expect(isPreconditionFailed(await late)).toBe(true);
    expect(isThrottled(await client.queue.post({ ticket: newId() }).catch((error: unknown) => error))).toBe(true);
  });

  describe("what the service refuses for now is repeated", () => {
    it("alone", async () => {
      const patient = createClient({ fetch: retry(fetch) });
      const ticket = newId();
      expect(await patient.queue.post({ ticket })).toBe(ticket);
    });

    it.each([
      ["JSON", {}],
      ["multipart", { format: multipart }],
    ])("in a batch in %s", async (_, options) => {
      const ticket = newId();
      sent.length = 0;
      const results = await batch(
        client,
        { queue: client.queue.post({ ticket }), theme: client.Settings.theme.get() },
        options,
      );
      expect(results).toMatchObject({ queue: { ok: true, value: ticket }, theme: { ok: true } });
      expect(sent).toHaveLength(2);
    });
  });
}
