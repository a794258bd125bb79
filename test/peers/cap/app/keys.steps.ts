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
}
