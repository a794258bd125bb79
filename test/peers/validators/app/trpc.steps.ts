import { createTRPCClient, httpLink, TRPCClientError } from "@trpc/client";
import { initTRPC, type inferRouterInputs, type inferRouterOutputs } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { expect, expectTypeOf, it } from "vitest";
import { router } from "./generated/router.js";
import { orderSchema, type Order, type OrderCreate } from "./generated/service/index.js";
import { body, pathsOf, wrongBody } from "./orders.js";

const t = initTRPC.create();

/** Answers with an order without its number. */
const faulty = t.router({
  read: t.procedure.output(orderSchema).query(() => ({ placed: "2026-01-31T08:00:00Z" }) as Order),
});

function linkTo(target: typeof router | typeof faulty) {
  return httpLink({
    url: "http://sales.example/trpc",
    fetch: async (url, init) =>
      fetchRequestHandler({
        endpoint: "/trpc",
        req: new Request(url as string, init as RequestInit),
        router: target,
      }),
  });
}

const client = createTRPCClient<typeof router>({ links: [linkTo(router)] });

export function steps(): void {
  it("infers input and output", async () => {
    expectTypeOf<inferRouterInputs<typeof router>["placeOrder"]>().toEqualTypeOf<OrderCreate>();
    expectTypeOf<inferRouterOutputs<typeof router>["placeOrder"]>().toEqualTypeOf<Order>();
    const order = await client.placeOrder.mutate(body);
    expectTypeOf(order.number).toEqualTypeOf<number>();
    expect(order).toMatchObject(body);
    expect(order.number).toBeGreaterThan(0);
  });

  it("refuses input with faults, with their paths", async () => {
    // @ts-expect-error the street is no string
    const error: unknown = await client.placeOrder.mutate(wrongBody).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(TRPCClientError);
    const { data } = error as TRPCClientError<typeof router>;
    expect(data).toMatchObject({ code: "BAD_REQUEST", httpStatus: 400 });
    expect(pathsOf(data?.issues ?? [])).toEqual(["due", "shipTo/street"]);
  });

  it("answers with an error in place of output with faults", async () => {
    const broken = createTRPCClient<typeof faulty>({ links: [linkTo(faulty)] });
    await expect(broken.read.query()).rejects.toMatchObject({
      message: "Output validation failed",
      data: { code: "INTERNAL_SERVER_ERROR", httpStatus: 500 },
    });
  });

  it("does not compile with output that is a body and no more", () => {
    // @ts-expect-error what is created may have properties that are undefined
    const order: Order = { ...body, number: 1, placed: "2026-01-31T08:00:00Z" };
    expect(orderSchema.is(order)).toBe(true);
  });

  it("does not compile with output of another type", () => {
    // @ts-expect-error the number is missing
    const wrong = t.procedure.output(orderSchema).query(() => ({ placed: "2026-01-31T08:00:00Z" }));
    expect(wrong).toBeDefined();
  });
}
