import { expect, it } from "vitest";
import { booksCreateSchema, booksSchema, booksWireSchema } from "./generated/v2/index.js";
import { checked } from "./generated/v2/odata.js";
import type { Library } from "./library.js";

export function steps({ client, sent }: Library): void {
  it("what an app sees passes the schema of the app", async () => {
    expect((await checked(client.Books.byId(1).get(), booksSchema)).ID).toBe(1);
    const { value } = await client.Books.get({ top: 3 });
    expect(value.filter((book) => !booksSchema.is(book))).toEqual([]);
  });

  it("what the service sends passes that of the wire, and not that of the app", async () => {
    await client.Books.byId(1).get();
    const [{ answer } = { answer: undefined }] = sent.slice(-1);
    const { d } = answer as { readonly d: unknown };
    expect(booksWireSchema.validate(d).issues).toBeUndefined();
    expect(booksSchema.is(d)).toBe(false);
  });

  it("what is created is checked in the form of the app", () => {
    expect(booksCreateSchema.is({ ID: 1, title: "A", published: "1847-12-01T00:00:00", rating: 1.5 })).toBe(true);
    expect(booksCreateSchema.is({ ID: 1, title: "A", published: "/Date(0)/" })).toBe(false);
  });
}
