import { expect, it } from "vitest";
import { connectTo, type Library } from "./library.js";

export function steps({ serviceRoot }: Library): void {
  it.each([
    [{}, { method: "POST", headers: { "x-http-method": "MERGE" } }],
    [{ tunnel: false }, { method: "MERGE" }],
    [{ updateVerb: "PATCH" }, { method: "PATCH" }],
    [{ updateVerb: "PUT" }, { method: "PUT" }],
  ] as const)("with %j, patch is sent as %j", async (options, sends) => {
    const { client, sent } = connectTo(serviceRoot, options);
    const author = await client.Authors.byId(101).patch({ name: "Emily Brontë", born: "1818-07-30T00:00:00" });
    expect(sent.at(-1)).toMatchObject({ path: "Authors(101)", status: 200, ...sends });
    expect(sent.at(-1)?.body).toEqual({ name: "Emily Brontë", born: "/Date(-4778524800000)/" });
    expect(author?.born).toBe("1818-07-30T00:00:00");
    if (sends.method !== "POST") expect(sent.at(-1)?.headers).not.toHaveProperty("x-http-method");
  });
}
