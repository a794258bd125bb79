import { expect, it } from "vitest";
import {
  partsCreateSchema,
  partsSchema,
  repairsCreateSchema,
  repairsSchema,
  type PartsCreate,
} from "./generated/index.js";
import { newId, type Workshop } from "./workshop.js";

export function steps({ client, sent }: Workshop): void {
  it("creates an entity of all types of values, and reads them to the last digit", async () => {
    const values = {
      title: "Soundpost",
      stock: "9007199254740993",
      price: "1234567.12345",
      weight: 1.5e-3,
      shelf: 255,
      delta: -32768,
      since: "2024-02-29",
      opens: "23:59:58",
      counted: "2024-02-29T10:00:00Z",
      changed: "2024-02-29T10:00:00.123Z",
      mark: "SGVsbG8=",
    } satisfies Partial<PartsCreate>;
    const body = partsCreateSchema.parse({ code: "all", store: 1, ...values });
    const created = await client.Parts.post(body);
    expect(created).toMatchObject({ ...values, code: "all", store: 1 });
    const read = await client.Parts.byId({ code: "all", store: 1 }).get();
    expect(partsSchema.validate(read).issues).toBeUndefined();
    expect(read).toMatchObject(values);
  });

  it("creates an entity together with those it contains, and with one it refers to", async () => {
    await client.Parts.post({ code: "peg", store: 2 });
    const customer = await client.Customers.post({ name: "Deep" });
    const repair = await client.Repairs.post({
      number: 1,
      urgency: 9,
      "customer@odata.bind": `Customers(${customer.ID})`,
      steps: [
        { position: 1, hours: "1.25", "part@odata.bind": "Parts(code='peg',store=2)" },
        { position: 2, worked: "PT1H30M", done: true },
      ],
      remarks: [{ line: 1, text: "Mind the varnish", author: "Deep" }],
    });
    expect(repairsSchema.validate(repair).issues).toBeUndefined();
    const read = await client.Repairs.byId(repair.ID).get({ expand: { customer: true, steps: true, remarks: true } });
    expect(read.customer?.name).toBe("Deep");
    expect(read.steps).toMatchObject([
      { position: 1, hours: "1.25", part_code: "peg", part_store: 2 },
      { position: 2, worked: "PT1H30M", done: true },
    ]);
    expect(read.remarks).toMatchObject([{ line: 1, author: "Deep" }]);
  });

  it("updates an entity together with those it contains: they are replaced", async () => {
    const { ID } = await client.Repairs.post({ number: 2, steps: [{ position: 1, hours: "1" }, { position: 2 }] });
    const repair = client.Repairs.byId(ID);
    await repair.patch(
      {
        steps: [
          { position: 1, hours: "4.00" },
          { position: 3, done: true },
        ],
      },
      { ifMatch: "*" },
    );
    const { value } = await repair.steps.get({ orderby: "position" });
    expect(value).toMatchObject([
      { position: 1, hours: "4.00" },
      { position: 3, done: true },
    ]);
  });

  it("creates, changes and deletes contained entities one by one", async () => {
    const { ID } = await client.Repairs.post({ number: 3 });
    const { remarks } = client.Repairs.byId(ID);
    expect(await remarks.post({ line: 4, text: "New strings" })).toMatchObject({ line: 4, author: null });
    await remarks.byId(4).patch({ author: "Eve" });
    expect(await remarks.byId(4).get()).toMatchObject({ text: "New strings", author: "Eve" });
    await remarks.byId(4).delete();
    expect(await remarks.$count()).toBe(0);
  });

  it("puts an entity that is not there, and one that is", async () => {
    const ID = newId();
    await client.Manuals.byId(ID).put({ title: "Purfling" });
    expect(sent.at(-1)?.status).toBe(201);
    expect(await client.Manuals.byId(ID).put({ title: "Purfling, 2nd edition" })).toMatchObject({ ID });
    expect(sent.at(-1)?.status).toBe(200);
  });

  it("sets a property to null, and a relation to none", async () => {
    const referrer = await client.Customers.post({ name: "Old" });
    const { ID } = await client.Customers.post({ name: "New", email: "new@home", referrer_ID: referrer.ID });
    const customer = client.Customers.byId(ID);
    await customer.patch({ email: null, referrer_ID: null }, { ifMatch: "*" });
    expect(await customer.get({ select: ["email", "referrer_ID"] })).toMatchObject({ email: null, referrer_ID: null });
  });

  it("asks for an answer without content", async () => {
    const { ID } = await client.Manuals.post({ title: "Varnish" });
    const answer = await client.Manuals.byId(ID).patch({ title: "Lacquer" }, { prefer: "return=minimal" });
    expect(answer).toBeUndefined();
    expect(sent.at(-1)?.status).toBe(204);
    expect(await client.Manuals.post({ title: "Shellac" }, { prefer: "return=minimal" })).toBeUndefined();
  });

  it("changes a singleton, and adds to an open type what it does not declare", async () => {
    await client.Settings.patch({ theme: "dark" });
    expect((await client.Settings.get()).theme).toBe("dark");
    const body = { ID: 2, title: "A worm", depth: { millimeters: 3 } };
    expect(await client.Findings.post(body)).toMatchObject(body);
  });

  it("deletes an entity with those it contains", async () => {
    const { ID } = await client.Repairs.post({ number: 4, steps: [{ position: 1 }] });
    await client.Repairs.byId(ID).delete({ ifMatch: "*" });
    await expect(client.Repairs.byId(ID).get()).rejects.toMatchObject({ status: 404 });
    await expect(client.Repairs.byId(ID).steps.byId(1).get()).rejects.toMatchObject({ status: 404 });
  });

  it("refuses a body before it is sent that the service would refuse", () => {
    const body = {
      status: "lost",
      promised: "tomorrow",
      urgency: 2,
      createdAt: "2024-01-01T00:00:00Z",
    };
    const paths = repairsCreateSchema.validate(body).issues?.map(({ path }) => path?.join("/"));
    expect(paths?.toSorted()).toEqual(["createdAt", "promised", "status", "urgency"]);
  });
}
