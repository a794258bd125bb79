import { expect, it } from "vitest";
import { partsSchema } from "./generated/index.js";
import { content, etagOf } from "./generated/odata.js";
import type { Workshop } from "./workshop.js";

const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7) % 256);

export function steps({ client, sent }: Workshop): void {
  it("writes a file, reads it in every form, and deletes it", async () => {
    const key = { code: "photo/1 'x'", store: 1 };
    await client.Parts.post({ ...key, photoName: "a b.png" });
    const photo = content(client.Parts.byId(key).photo);
    await photo.put(bytes, { type: "image/png" });
    expect(sent.at(-1)).toMatchObject({ method: "PUT", path: "/Parts(code='photo%2F1%20''x''',store=1)/photo" });
    expect(await photo.get("bytes")).toMatchObject({ body: bytes, type: "image/png" });
    const blob = (await photo.get("blob")).body;
    expect([blob.size, blob.type]).toEqual([bytes.length, "image/png"]);
    let size = 0;
    for await (const chunk of (await photo.get()).body) size += chunk.length;
    expect(size).toBe(bytes.length);
    const part = await client.Parts.byId(key).get();
    expect(partsSchema.validate(part).issues).toBeUndefined();
    expect(part).toMatchObject({ photoType: "image/png", "photo@odata.mediaContentType": "image/png" });
    await photo.delete();
    expect((await photo.get("bytes")).body).toHaveLength(0);
  });

  it("writes a Blob, text and what is produced piece by piece", async () => {
    const { ID } = await client.Manuals.post({ title: "How to bow" });
    const text = content(client.Manuals.byId(ID).text);
    await text.put(new Blob(["Rosin first. ", "Täglich."], { type: "text/plain" }));
    expect(await text.get("text")).toMatchObject({
      body: "Rosin first. Täglich.",
      type: expect.stringContaining("text/plain"),
    });
    await text.put("Never rosin.");
    expect((await text.get("text")).body).toBe("Never rosin.");
    await text.put(pieces(), { type: "text/plain" });
    expect((await text.get("text")).body).toBe("piece 1, piece 2, piece 3, ");
  });

  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (const number of [1, 2, 3]) yield new TextEncoder().encode(`piece ${number}, `);
  }

  it("writes a file of an entity as it was read", async () => {
    const created = await client.Customers.post({ name: "Portrayed" });
    const portrait = content(client.Customers.byId(created.ID).portrait);
    await expect(portrait.put(bytes, { type: "image/jpeg" })).rejects.toMatchObject({ status: 428 });
    await portrait.put(bytes, { type: "image/jpeg", ifMatch: etagOf(created) });
    await expect(portrait.put(bytes, { type: "image/jpeg", ifMatch: etagOf(created) })).rejects.toMatchObject({
      status: 412,
    });
    expect((await portrait.get("bytes")).body).toEqual(bytes);
  });
}
