import { expect, it } from "vitest";
import { ODataError } from "./generated/index.js";
import { newId, type Workshop } from "./workshop.js";

export function steps({ client }: Workshop): void {
  it("404: no such entity", async () => {
    await expect(client.Customers.byId(newId()).get()).rejects.toMatchObject({ status: 404, code: "404" });
  });

  it("405: a view that is only read, and an entity that is not deleted", async () => {
    await expect(client.request("POST", "Catalog", { body: { code: "x", store: 1 } })).rejects.toMatchObject({
      status: 405,
      code: "ENTITY_IS_READ_ONLY",
    });
    const { ID } = await client.Archive.post({ title: "Kept" });
    await expect(client.request("DELETE", `Archive(${ID})`)).rejects.toMatchObject({ status: 405 });
  });

  it("400: details name the properties", async () => {
    const body = { email: "nowhere", name: null } as unknown as { name: string };
    const error: unknown = await client.Customers.post(body).catch((error: unknown) => error);
    expect(ODataError.is(error) && error).toMatchObject({
      status: 400,
      details: expect.arrayContaining([
        expect.objectContaining({ code: "ASSERT_MANDATORY", target: "name" }),
        expect.objectContaining({ code: "ASSERT_FORMAT", target: "email" }),
      ]),
    });
  });

  it("400: a wrong filter, and a wrong value", async () => {
    await expect(client.Repairs.get({ filter: "numbr eq 1" })).rejects.toMatchObject({ status: 400 });
    const body = { number: "many" } as unknown as { number: number };
    await expect(client.Repairs.post(body)).rejects.toMatchObject({
      status: 400,
      code: "ASSERT_DATA_TYPE",
      target: "number",
    });
  });

  it("418: an error of the service itself, with its code, target and details", async () => {
    const error: unknown = await client.fail.post({ status: 418 }).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(ODataError);
    expect(error).toMatchObject({
      status: 418,
      code: "BROKEN",
      message: "The bridge broke",
      target: "bridge",
      details: [{ code: "SOUNDPOST", message: "It fell", target: "soundpost" }],
    });
  });

  it("429: too many requests", async () => {
    await expect(client.fail.post({ status: 429 })).rejects.toMatchObject({
      status: 429,
      code: "BROKEN",
      retryAfter: 7,
      method: "POST",
    });
  });

  it("500: a key that is taken", async () => {
    await client.Woods.post({ name: "Ebony" });
    await expect(client.Woods.post({ name: "Ebony" })).rejects.toMatchObject({ status: 500 });
  });
}
