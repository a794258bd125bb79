import { beforeAll, expect, it } from "vitest";
import { pages, take, toRequest } from "./generated/odata.js";
import { newId, type Workshop } from "./workshop.js";

/** The limit of the service is three a page. */
const numbers = [1, 2, 3, 4, 5, 6, 7];

export function steps({ client, sent, serviceRoot }: Workshop): void {
  const customer = newId();
  const repair = newId();

  beforeAll(async () => {
    await client.Customers.post({ ID: customer, name: "Cy" });
    for (const number of numbers) await client.Repairs.post({ number: 700 + number, customer_ID: customer });
    await client.Repairs.post({
      ID: repair,
      number: 800,
      steps: numbers.map((position) => ({ position, hours: "1" })),
      remarks: numbers.map((line) => ({ line, text: `remark ${line}` })),
    });
    sent.length = 0;
  });

  /** The numbers of the items, and how many requests it took to read them. */
  async function readAll<T>(items: AsyncIterable<T>, number: (item: T) => unknown): Promise<[unknown[], number]> {
    const [read, before] = [[] as unknown[], sent.length];
    for await (const item of items) read.push(number(item));
    return [read, sent.length - before];
  }

  it("iterates all pages of a set with the query of the first, even if the last page is empty", async () => {
    const repairs = client.Repairs.get({
      filter: `customer_ID eq ${customer} and number ne 704`,
      orderby: "number desc",
      select: ["number"],
    });
    expect(await readAll(repairs, ({ number }) => number)).toEqual([[707, 706, 705, 703, 702, 701], 3]);
  });

  it("stops after as many as wanted, without a request for the next", async () => {
    const repairs = client.Repairs.get({ filter: `customer_ID eq ${customer}`, orderby: "number", take: 3 });
    expect(await readAll(repairs, ({ number }) => number)).toEqual([[701, 702, 703], 1]);
  });

  it("iterates a nested set", async () => {
    const repairs = client.Customers.byId(customer).repairs.get({ orderby: "number", select: ["number"] });
    expect(await readAll(repairs, ({ number }) => number)).toEqual([numbers.map((number) => 700 + number), 3]);
  });

  it("iterates contained entities", async () => {
    const { steps, remarks } = client.Repairs.byId(repair);
    expect(await readAll(steps.get({ orderby: "position" }), ({ position }) => position)).toEqual([numbers, 3]);
    expect(await readAll(remarks.get({ orderby: "line", take: 5 }), ({ line }) => line)).toEqual([[1, 2, 3, 4, 5], 2]);
  });

  it("iterates a set behind a path of two keys", async () => {
    const remarks = client.Repairs.byId(repair).remarks.byId(1).up_.steps.get({ orderby: "position" });
    expect(await readAll(remarks, ({ position }) => position)).toEqual([numbers, 3]);
  });

  it.each(["a/b", "'", "..", "?#"])("iterates what belongs to an entity with the key %j", async (code) => {
    const part = client.Parts.byId({ code, store: 70 });
    await client.Parts.post({ code, store: 70, texts: ["cs", "da", "el", "fi"].map((locale) => ({ locale })) });
    const texts = part.texts.get({ orderby: "locale", select: ["locale"] });
    expect(await readAll(texts, ({ locale }) => locale)).toEqual([["cs", "da", "el", "fi"], 2]);
  });

  it("gives the link to the next page as one that `request` takes", async () => {
    const { nextLink, count } = await client.Customers.byId(customer).repairs.get({ orderby: "number", count: true });
    expect(count).toBe(7);
    const next = (await client.request("GET", nextLink ?? "")) as { readonly value: readonly { number: number }[] };
    expect(next.value.map(({ number }) => number)).toEqual([704, 705, 706]);
  });

  it("limits a page to what is asked for, within the limit of the service", async () => {
    const query = { filter: `customer_ID eq ${customer}`, orderby: "number" };
    expect((await client.Repairs.get({ ...query, top: 2 })).value).toHaveLength(2);
    expect((await client.Repairs.get({ ...query, top: 50 })).value).toHaveLength(5);
  });

  it("iterates pages with their counts, takes some items, and tells what a request would send", async () => {
    const query = { filter: `customer_ID eq ${customer}`, orderby: "number", select: ["number"], count: true } as const;
    const sizes: [number, number | undefined][] = [];
    for await (const { value, count } of pages(client.Repairs.get(query))) sizes.push([value.length, count]);
    expect(sizes).toEqual([
      [3, 7],
      [3, 7],
      [1, 7],
    ]);
    const taken = await take(client.Repairs.get(query), 4);
    expect(taken.map(({ number }) => number)).toEqual([701, 702, 703, 704]);
    const before = sent.length;
    expect(toRequest(client.Repairs.get(query))).toMatchObject({
      method: "GET",
      url: `${serviceRoot}${sent.at(-2)?.path}`,
    });
    expect(sent).toHaveLength(before);
  });
}
