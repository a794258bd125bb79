import { beforeAll, expect, it } from "vitest";
import { createClient as createClientV4 } from "./generated/v4/index.js";
import type { Library } from "./library.js";

/** The rows of one service, which both protocols reach. */
export function steps({ client, serviceRoot }: Library): void {
  const v4 = createClientV4({ baseUrl: serviceRoot.replace("/v2/", "/v4/") });

  const common = {
    title: "Villette",
    copies: "9007199254740993",
    price: "12.125",
    rating: -0.5,
    shelf: 255,
    floor: -32768,
    lendable: true,
    code: "0aa5d1d4-5d5f-4d0c-8a1b-3c2d1e0f9a8b",
    seen: "1969-12-31T23:59:59.999Z",
    author_ID: 101,
  } as const;

  beforeAll(async () => {
    const dates = { published: "1853-01-28T00:00:00", opens: "PT23H59M58S", bought: "2020-01-02T03:04:05Z" } as const;
    await client.Books.post({ ...common, ...dates, ID: 40, chapters: [{ book_ID: 40, number: 1, title: "Bretton" }] });
    const datesV4 = { published: "1853-01-28", opens: "23:59:58", bought: "2020-01-02T03:04:05Z" } as const;
    await v4.Books.post({ ...common, ...datesV4, ID: 41, chapters: [{ book_ID: 41, number: 1, title: "Bretton" }] });
  });

  it("what V2 wrote, V4 reads", async () => {
    const book = await v4.Books.byId(40).get({ expand: { chapters: { select: ["title"] } } });
    expect(book).toMatchObject({
      ...common,
      published: "1853-01-28",
      opens: "23:59:58",
      bought: "2020-01-02T03:04:05Z",
      chapters: [{ title: "Bretton" }],
    });
  });

  it("what V4 wrote, V2 reads", async () => {
    const book = await client.Books.byId(41).get({ expand: { chapters: { select: ["title"] } } });
    expect(book).toMatchObject({
      ...common,
      published: "1853-01-28T00:00:00",
      opens: "PT23H59M58S",
      bought: "2020-01-02T03:04:05Z",
      chapters: [{ title: "Bretton" }],
    });
  });

  it("both read the same", async () => {
    const [two, four] = [await client.Books.byId(40).get(), await client.Books.byId(41).get()];
    const { ID: _two, "@odata.id": _idTwo, ...ofTwo } = two;
    const { ID: _four, "@odata.id": _idFour, ...ofFour } = four;
    expect(ofTwo).toEqual(ofFour);
  });

  it("what one changes, the other reads", async () => {
    await client.Books.byId(40).patch({ rating: 4.25, published: "1853-01-29T00:00:00" });
    expect(await v4.Books.byId(40).get({ select: ["rating", "published"] })).toMatchObject({
      rating: 4.25,
      published: "1853-01-29",
    });
    await v4.Books.byId(41).patch({ seen: "2024-02-29T10:00:00.123Z", copies: "-1" });
    expect(await client.Books.byId(41).get({ select: ["seen", "copies"] })).toMatchObject({
      seen: "2024-02-29T10:00:00.123Z",
      copies: "-1",
    });
  });

  it("what one deletes, the other does not find", async () => {
    await client.Books.byId(41).delete();
    await expect(v4.Books.byId(41).get()).rejects.toMatchObject({ status: 404 });
    await v4.Books.byId(40).delete();
    await expect(client.Books.byId(40).get()).rejects.toMatchObject({ status: 404 });
  });
}
