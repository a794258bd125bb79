import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startCsrfFront, startFront, type CsrfFront } from "../servers/front.js";
import { batch, pages } from "./generated/v2/odata.js";
import { connectTo, type Library } from "./library.js";

export function steps({ serviceRoot }: Library): void {
  const { origin, pathname } = new URL(serviceRoot);

  describe("a front that asks for CSRF tokens", () => {
    let front: CsrfFront;
    beforeEach(async () => {
      front = await startCsrfFront(origin);
    });
    afterEach(() => front.stop());
    const requests = (): readonly string[] =>
      front.received.map(({ method, path, headers }) =>
        [method, path.replace(pathname, ""), headers["x-csrf-token"] === "Fetch" ? "Fetch" : ""].join(" ").trim(),
      );

    it("refuses changes without the option", async () => {
      const { client } = connectTo(front.origin + pathname);
      await expect(client.tidy.post()).rejects.toMatchObject({ status: 403 });
      expect(requests()).toEqual(["POST /tidy"]);
    });

    it("gets a token before the first change, and keeps it with its cookies", async () => {
      const { client } = connectTo(front.origin + pathname, { csrf: true });
      await client.Authors.byId(101).get();
      await client.tidy.post();
      await client.Authors.byId(101).patch({ name: "Emily Brontë" });
      await batch(client, { tidy: client.tidy.post() });
      expect(requests()).toEqual([
        "GET /Authors(101)",
        // The slash at the end matters to services of SAP.
        "GET / Fetch",
        "POST /tidy",
        "POST /Authors(101)",
        "POST /$batch",
      ]);
      expect(front.received.at(-1)?.headers.cookie).toMatch(/^session=[\w-]+; usercontext=sap-client=100$/);
    });

    it("gets another when the session has ended, once", async () => {
      const { client } = connectTo(front.origin + pathname, { csrf: true });
      await client.tidy.post();
      front.forget();
      await client.tidy.post();
      expect(requests()).toEqual(["GET / Fetch", "POST /tidy", "POST /tidy", "GET / Fetch", "POST /tidy"]);
    });

    it("gets it from where the option says", async () => {
      const { client } = connectTo(front.origin + pathname, { csrf: { path: "Authors/$count" } });
      await client.tidy.post();
      expect(requests()).toEqual(["GET /Authors/$count Fetch", "POST /tidy"]);
    });

    it("gets one token for changes that start together", async () => {
      const { client } = connectTo(front.origin + pathname, { csrf: true });
      await Promise.all([client.tidy.post(), client.tidy.post()]);
      expect(requests()).toEqual(["GET / Fetch", "POST /tidy", "POST /tidy"]);
    });
  });

  it("links to the server behind a front are followed through the front", async () => {
    const front = await startFront(origin);
    const { client, sent } = connectTo(front.origin + pathname, { credential: () => "t0k3n" });
    const lengths: number[] = [];
    for await (const { value } of pages(client.Books.get({ select: ["ID"], filter: "ID lt 10" })))
      lengths.push(value.length);
    await front.stop();
    expect(lengths).toEqual([3, 1]);
    expect(front.received).toHaveLength(2);
    expect(sent.map(({ headers }) => headers["authorization"])).toEqual(["Bearer t0k3n", "Bearer t0k3n"]);
  });
}
