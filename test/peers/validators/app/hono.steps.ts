import { sValidator } from "@hono/standard-validator";
import { Hono } from "hono";
import { hc } from "hono/client";
import { expect, expectTypeOf, it } from "vitest";
import { api } from "./generated/orders-api.js";
import { orderCreateSchema, type OrderCreate } from "./generated/service/index.js";
import { body, pathsOf, wrongBody } from "./orders.js";

const fetch: typeof globalThis.fetch = async (input, init) => api.request(input as string, init);
const client = hc<typeof api>("http://sales.example", { fetch });

async function post(text: string): Promise<Response> {
  return api.request("/orders", { method: "POST", headers: { "content-type": "application/json" }, body: text });
}

export function steps(): void {
  it("its client sends what is typed, and reads what is answered", async () => {
    const response = await client.orders.$post({ json: body });
    expect(response.status).toBe(201);
    expectTypeOf<Parameters<typeof client.orders.$post>[0]["json"]>().toEqualTypeOf<OrderCreate>();
    const answer = await response.json();
    expect(answer).toMatchObject({ ...body, number: 1 });
    // @ts-expect-error the street is missing
    await client.orders.$post({ json: { shipTo: { city: "Cork" } } });
    // @ts-expect-error no member of the enumeration
    await client.orders.$post({ json: { ...body, priority: "Low" } });
  });

  it("a body with faults is answered with 400 and the paths", async () => {
    const response = await post(JSON.stringify(wrongBody));
    expect(response.status).toBe(400);
    const { issues } = (await response.json()) as { readonly issues: readonly { readonly path: string[] }[] };
    expect(pathsOf(issues)).toEqual(["due", "shipTo/street"]);
  });

  it("500,000 wrong items are answered with 100 issues, and the note that there are more", async () => {
    const response = await post(JSON.stringify({ ...body, lines: Array.from({ length: 500_000 }, () => 0) }));
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(text.length).toBeLessThan(20_000);
    const { issues } = JSON.parse(text) as { readonly issues: readonly { readonly code: string }[] };
    expect(issues).toHaveLength(101);
    expect(issues.at(-1)).toMatchObject({ path: [], code: "more" });
  });

  it("without a function of one's own, the answer is not much larger than the body", async () => {
    const plain = new Hono().post("/orders", sValidator("json", orderCreateSchema), (c) => c.json(1));
    const text = JSON.stringify({ ...body, lines: Array.from({ length: 500_000 }, () => 0) });
    const headers = { "content-type": "application/json" };
    const response = await plain.request("/orders", { method: "POST", headers, body: text });
    expect(response.status).toBe(400);
    expect((await response.text()).length).toBeLessThan(text.length + 20_000);
  });
}
