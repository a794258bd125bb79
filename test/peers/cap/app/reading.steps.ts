import { beforeAll, expect, it } from "vitest";
import * as service from "./generated/index.js";
import { customersSchema, type Dynamic, type Findings } from "./generated/index.js";
import { newId, type Workshop } from "./workshop.js";

export function steps({ client, sent }: Workshop): void {
  const [ann, ben] = [newId(), newId()];

  beforeAll(async () => {
    await client.Customers.post({ ID: ann, name: "Ann O'Neil", born: "1984-02-29", tags: ["viola", "bow"] });
    await client.Customers.post({
      ID: ben,
      name: "Bärbel Öz",
      referrer_ID: ann,
      phones: [{ kind: "home", number: "1" }],
    });
    await client.Parts.post({ code: "A 1/4", store: 1, title: "Bridge, maple", price: "12.5", since: "2020-05-01" });
    await client.Parts.byId({ code: "A 1/4", store: 1 }).texts.post({ locale: "de", title: "Steg, Ahorn" });
    await client.Woods.post({ name: "Maple", density: 650 });
    await client.Manuals.post({ title: "Setting a soundpost" });
    await client.Visits.post({
      day: "2026-01-02",
      time: "10:00:00",
      moment: "2026-01-02T10:00:00Z",
      number: 1,
      amount: "0.00",
      paid: true,
      customer: ann,
    });
    const steps = [
      { position: 1, hours: "1.50", part_code: "A 1/4", part_store: 1 },
      { position: 2, hours: "0.25", worked: "PT15M" },
    ];
    await client.Repairs.post({ number: 11, status: "IN_PROGRESS", customer_ID: ann, steps });
    await client.Repairs.post({
      number: 12,
      promised: "2026-12-24",
      customer_ID: ann,
      remarks: [{ line: 1, text: "Hurry" }],
    });
  });

  it("selects, filters, orders and counts a page", async () => {
    const page = await client.Repairs.get({
      select: ["number", "status"],
      filter: `customer_ID eq ${ann}`,
      orderby: ["number desc", "ID"],
      count: true,
      top: 1,
    });
    expect(page.count).toBe(2);
    expect(page.value).toMatchObject([{ number: 12, status: "waiting" }]);
    expect(sent.at(-1)?.path).toBe(
      `/Repairs?$select=number,status&$filter=customer_ID%20eq%20${ann}&$orderby=number%20desc,ID&$top=1&$count=true`,
    );
  });

  it("expands through several levels, each with a query of its own", async () => {
    const page = await client.Customers.get({
      filter: `ID eq ${ann}`,
      select: ["name"],
      expand: {
        repairs: {
          select: ["number"],
          filter: "number lt 12",
          orderby: "number desc",
          top: 2,
          count: true,
          expand: { steps: { orderby: "position", expand: { part: { select: ["title"] } } }, remarks: true },
        },
        referrer: true,
      },
    });
    const [customer] = page.value;
    expect(customer?.name).toBe("Ann O'Neil");
    expect(customer?.referrer).toBeNull();
    expect(customer?.repairs).toHaveLength(1);
    const [repair] = customer?.repairs ?? [];
    expect(repair?.number).toBe(11);
    expect(repair?.steps.map((step) => [step.position, step.hours, step.worked, step.part?.title])).toEqual([
      [1, "1.50", null, "Bridge, maple"],
      [2, "0.25", "PT15M", undefined],
    ]);
    expect(repair?.remarks).toEqual([]);
  });

  it.each([
    ["a quote in a string", "name eq 'Ann O''Neil'", ["Ann O'Neil"]],
    ["letters beyond ASCII", "contains(name,'Öz')", ["Bärbel Öz"]],
    ["a list", "name in ('Bärbel Öz','nobody')", ["Bärbel Öz"]],
    ["a date and its year", "born lt 1990-01-01 and year(born) eq 1984", ["Ann O'Neil"]],
    ["a path", "referrer/name eq 'Ann O''Neil'", ["Bärbel Öz"]],
    ["any of the related entities", "repairs/any(r:r/number eq 11 and r/steps/any(s:s/position eq 2))", ["Ann O'Neil"]],
    ["any of the values of a property", "tags/any(t:t eq 'bow')", ["Ann O'Neil"]],
  ])("filters by %s", async (_, condition, names) => {
    const { value } = await client.Customers.get({
      select: ["name"],
      filter: `(${condition}) and (ID eq ${ann} or ID eq ${ben})`,
    });
    expect(value.map(({ name }) => name)).toEqual(names);
  });

  it("searches", async () => {
    const { value } = await client.Parts.get({ search: "maple", select: ["code", "store"] });
    expect(value).toEqual([{ code: "A 1/4", store: 1 }]);
  });

  it("counts what a filter leaves", async () => {
    expect(await client.Repairs.$count({ filter: `customer_ID eq ${ann} and number gt 11` })).toBe(1);
    expect(await client.Customers.byId(ann).repairs.$count()).toBe(2);
  });

  it("skips", async () => {
    const query = { filter: `customer_ID eq ${ann}`, orderby: "number", select: ["number"] } as const;
    const { value } = await client.Repairs.get({ ...query, skip: 1 });
    expect(value.map(({ number }) => number)).toEqual([12]);
  });

  it("groups and computes with options of the service", async () => {
    const groups = await client.Repairs.get({
      custom: { $apply: `filter(customer_ID eq ${ann})/groupby((status),aggregate($count as n))` },
    });
    expect(groups.value).toMatchObject([
      { status: "IN_PROGRESS", n: 1 },
      { status: "waiting", n: 1 },
    ]);
    const computed = await client.Repairs.get({
      filter: `customer_ID eq ${ann}`,
      orderby: "number",
      custom: { $compute: "number mul 2 as twice", $select: "number,twice" },
    });
    expect(computed.value).toMatchObject([{ twice: 22 }, { twice: 24 }]);
  });

  it("reads an entity by its Guid, with what validators accept", async () => {
    const customer = await client.Customers.byId(ann).get();
    expect(customersSchema.parse(customer)).toBe(customer);
    expect(customer).toMatchObject({ name: "Ann O'Neil", born: "1984-02-29", tags: ["viola", "bow"], phones: [] });
  });

  it("reads an entity by a key of several properties", async () => {
    const part = await client.Parts.byId({ code: "A 1/4", store: 1 }).get({ select: ["title", "price"] });
    expect(part).toMatchObject({ title: "Bridge, maple", price: "12.50000" });
    expect(sent.at(-1)?.path).toBe("/Parts(code='A%201%2F4',store=1)?$select=title,price");
  });

  it("follows a path from entity to entity", async () => {
    const referrer = await client.Customers.byId(ben).referrer.get({ select: ["name"] });
    expect(referrer?.name).toBe("Ann O'Neil");
    const { value } = await client.Customers.byId(ben).referrer.repairs.get({
      orderby: "number",
      select: ["ID", "number"],
    });
    expect(value.map(({ number }) => number)).toEqual([11, 12]);
    const [first] = value;
    const step = client.Repairs.byId(first?.ID ?? "").steps.byId(1);
    expect((await step.get({ select: ["hours"] })).hours).toBe("1.50");
    expect((await step.part.get())?.title).toBe("Bridge, maple");
  });

  it("reads a singleton, a view that is only read, and an open type with what it does not declare", async () => {
    expect((await client.Settings.get({ select: ["pageSize"] })).pageSize).toBe(20);
    expect(Object.keys((await client.Catalog.get({ top: 1 })).value[0] ?? {})).not.toContain("photoType");
    const [finding] = (await client.Findings.get()).value as Dynamic<Findings>[];
    expect(finding?.["length"]).toBe(42);
  });

  it("reads a text in the language of the reader", async () => {
    const part = client.Parts.byId({ code: "A 1/4", store: 1 });
    const headers = { "accept-language": "de" };
    expect((await part.get({ select: ["title"], headers })).title).toBe("Steg, Ahorn");
    const { value } = await part.texts.get({ filter: "locale eq 'de'", select: ["title"] });
    expect(value).toMatchObject([{ title: "Steg, Ahorn" }]);
  });

  it.each([
    ["Archive", service.archiveCollectionResponseSchema],
    ["Catalog", service.catalogCollectionResponseSchema],
    ["Customers?$expand=repairs,referrer", service.customersCollectionResponseSchema],
    ["Findings", service.findingsCollectionResponseSchema],
    ["Manuals", service.manualsCollectionResponseSchema],
    ["Parts?$expand=texts,localized", service.partsCollectionResponseSchema],
    ["Repairs?$expand=steps($expand=part),remarks", service.repairsCollectionResponseSchema],
    ["Visits", service.visitsCollectionResponseSchema],
    ["Woods", service.woodsCollectionResponseSchema],
  ])("the validators accept what comes: %s", async (path, schema) => {
    const answer = await client.request("GET", path);
    expect(schema.validate(answer).issues).toBeUndefined();
    expect((answer as { readonly value: readonly unknown[] }).value).not.toEqual([]);
  });
}
