import { expect, it } from "vitest";
import { content } from "./generated/v2/odata.js";
import type { Library } from "./library.js";

const bytes = new TextEncoder().encode("a page, scanned");

export function steps({ client, sent, serviceRoot }: Library): void {
  it("a media entity is created by its bytes, and has where they are", async () => {
    const scan = await content(client.Scans).create(bytes, { type: "text/plain", slug: "page-1" });
    expect(sent.at(-1)).toMatchObject({
      method: "POST",
      path: "Scans",
      headers: { "content-type": "text/plain", slug: "page-1" },
    });
    expect(scan).toMatchObject({
      mediaType: "text/plain",
      "@odata.mediaReadLink": `${serviceRoot}/Scans(${scan.ID})/$value`,
      "@odata.mediaContentType": "text/plain",
    });
  });

  it("its bytes are written and read", async () => {
    await client.Scans.post({ ID: 5, title: "second page" });
    await content(client.Scans.byId(5)).put(bytes, { type: "text/plain" });
    expect(sent.at(-1)).toMatchObject({ method: "PUT", path: "Scans(5)/$value", status: 204 });
    const { body, type } = await content(client.Scans.byId(5)).get("text");
    expect(sent.at(-1)).toMatchObject({ method: "GET", path: "Scans(5)/$value" });
    expect([body, type]).toEqual(["a page, scanned", expect.stringContaining("text/plain")]);
  });
}
