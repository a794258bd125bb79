import { expect, it } from "vitest";
import { batch } from "./generated/v2/odata.js";
import type { Library } from "./library.js";

export function steps({ client, sent }: Library): void {
  it("sends reads and changes as one multipart request, each with a result of its own", async () => {
    sent.length = 0;
    const results = await batch(client, {
      book: client.Books.byId(2).get({ select: ["title", "published"] }),
      created: client.Authors.post({ ID: 301, name: "Zoë O'Neil", born: "1969-07-20T00:00:00" }),
      count: client.Chapters.$count({ filter: "book_ID eq 1" }),
      copies: client.copiesOf({ book: 2 }).get(),
      ordered: client.submitOrder.post({ book: 2, quantity: "5" }),
      missing: client.Books.byId(99).get(),
      after: client.Books.byId(1).get({ select: ["title"] }),
    });
    expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual(["POST $batch"]);
    expect(results).toMatchObject({
      book: { ok: true, value: { title: "The Raven", published: "1845-01-29T00:00:00" } },
      created: { ok: true, value: { name: "Zoë O'Neil", born: "1969-07-20T00:00:00" } },
      count: { ok: true, value: 2 },
      copies: { ok: true, value: "9007199254740993" },
      ordered: { ok: true, value: { count: "5" } },
      missing: { ok: false, error: { status: 404, message: "Not Found" } },
      after: { ok: true, value: { title: "Wuthering Heights" } },
    });
    expect((await client.Authors.byId(301).get()).name).toBe("Zoë O'Neil");
  });

  it("writes each change into a change set, with the verb itself", async () => {
    sent.length = 0;
    const { changed } = await batch(client, { changed: client.Authors.byId(150).patch({ name: "E. A. Poe" }) });
    expect(changed).toMatchObject({ ok: true });
    const text = String(sent[0]?.body);
    expect(text).toMatch(/\r\ncontent-type: multipart\/mixed; ?boundary=/i);
    expect(text).toContain("\r\nMERGE Authors(150) HTTP/1.1\r\n");
    expect(text).not.toMatch(/x-http-method/i);
    expect((await client.Authors.byId(150).get()).name).toBe("E. A. Poe");
    await client.Authors.byId(150).patch({ name: "Edgar Allan Poe" });
  });

  it("takes a change set in whole or not at all", async () => {
    const results = await batch(
      client,
      {
        one: client.Authors.post({ ID: 302, name: "One" }),
        // There is one with this number.
        two: client.Authors.post({ ID: 101, name: "Two" }),
      },
      { changeSets: [["one", "two"]] },
    );
    expect(results).toMatchObject({ one: { ok: false }, two: { ok: false } });
    await expect(client.Authors.byId(302).get()).rejects.toMatchObject({ status: 404 });
  });
}
