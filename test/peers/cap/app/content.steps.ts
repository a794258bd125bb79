import { expect, it } from "vitest";
import type { Workshop } from "./workshop.js";

const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 256);

export function steps({ client }: Workshop): void {
  it("writes a file, reads it with its type, and deletes it", async () => {
    await client.Parts.post({ code: "photo/1", store: 1, photoName: "a b.png" });
    const path = "Parts(code='photo%2F1',store=1)/photo";
    await client.request("PUT", path, { body: bytes, headers: { "content-type": "image/png" }, raw: true });
    const response = await client.request("GET", path, { raw: true });
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
    expect((await client.Parts.byId({ code: "photo/1", store: 1 }).get()).photoType).toBe("image/png");
    await client.request("DELETE", path);
  });

  it("sends a Blob as it is", async () => {
    const { ID } = await client.Manuals.post({ title: "How to bow" });
    const body = new Blob(["Rosin first. ", "Täglich."], { type: "text/plain" });
    await client.request("PUT", `Manuals(${ID})/text`, { body, headers: { "content-type": "text/plain" } });
    const response = await client.request("GET", `Manuals(${ID})/text`, { raw: true });
    expect(await response.text()).toBe("Rosin first. Täglich.");
  });
}
