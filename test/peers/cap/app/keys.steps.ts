import { expect, it } from "vitest";
import type { Workshop } from "./workshop.js";

/** CAP ends on characters beyond Latin-1, which it writes into a Location header as they are. */
const names = [
  "plain",
  "two words",
  "O'Neil",
  "''",
  "a/b",
  "50% off",
  "%2F",
  "a&b=c",
  "what?",
  "#1",
  "1+1",
  "(x),(y)",
  "fichte für ötz",
  "épicéa ÿ",
  "back\\slash",
  'double "quotes"',
  "$count",
  "semi;colon:@",
  "..",
  "0123",
];

export function steps({ client }: Workshop): void {
  it.each(names)("a string key %j is created, read, found and deleted", async (name) => {
    const wood = client.Woods.byId(name);
    await client.Woods.post({ name, density: 400 });
    expect((await wood.get()).name).toBe(name);
    await wood.patch({ origin: name });
    const { value } = await client.Woods.get({ filter: `origin eq '${name.replaceAll("'", "''")}'` });
    expect(value).toMatchObject([{ name, density: 400, origin: name }]);
    await wood.delete();
    await expect(wood.get()).rejects.toMatchObject({ status: 404 });
  });

  it.each(names)("a string key %j in a key of several properties", async (code) => {
    const part = client.Parts.byId({ code, store: -7 });
    await part.put({ title: "Peg" });
    expect(await part.get({ select: ["code", "store", "title"] })).toEqual(
      expect.objectContaining({ code, store: -7, title: "Peg" }),
    );
    await part.delete();
    await expect(part.get()).rejects.toMatchObject({ status: 404 });
  });

  it("a key of many types", async () => {
    const key = {
      day: "2024-02-29",
      time: "23:59:58",
      moment: "2024-01-01T00:00:00.123Z",
      number: "9007199254740993",
      amount: "-1.50",
      paid: false,
      customer: "0a0b0c0d-0000-4000-8000-00000000000f",
    };
    const visit = client.Visits.byId(key);
    await client.Visits.post({ ...key, note: "Late" });
    expect(await visit.get()).toMatchObject({ ...key, note: "Late" });
    await visit.patch({ note: "Later" });
    await visit.delete();
    await expect(visit.get()).rejects.toMatchObject({ status: 404 });
  });
}
