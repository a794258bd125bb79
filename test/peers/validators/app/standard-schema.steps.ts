import type { StandardSchemaV1 } from "@standard-schema/spec";
import { expect, expectTypeOf, it } from "vitest";
import {
  customerSchema,
  type orderCollectionResponseSchema,
  orderCreateSchema,
  orderSchema,
  type orderUpdateSchema,
  type prioritySchema,
  type Order,
  type OrderCollectionResponse,
  type OrderCreate,
  type OrderUpdate,
  type Priority,
} from "./generated/service/index.js";
import { body, pathsOf, wrongBody } from "./orders.js";

export function steps(): void {
  it("the types are those of the specification", () => {
    expectTypeOf<StandardSchemaV1.InferInput<typeof orderSchema>>().toEqualTypeOf<Order>();
    expectTypeOf<StandardSchemaV1.InferOutput<typeof orderSchema>>().toEqualTypeOf<Order>();
    expectTypeOf<StandardSchemaV1.InferInput<typeof orderCreateSchema>>().toEqualTypeOf<OrderCreate>();
    expectTypeOf<StandardSchemaV1.InferOutput<typeof orderCreateSchema>>().toEqualTypeOf<OrderCreate>();
    expectTypeOf<StandardSchemaV1.InferOutput<typeof orderUpdateSchema>>().toEqualTypeOf<OrderUpdate>();
    expectTypeOf<StandardSchemaV1.InferOutput<typeof prioritySchema>>().toEqualTypeOf<Priority>();
    expectTypeOf<
      StandardSchemaV1.InferOutput<typeof orderCollectionResponseSchema>
    >().toEqualTypeOf<OrderCollectionResponse>();
    // @ts-expect-error a schema of customers is none of orders
    const _wrong: StandardSchemaV1<unknown, Order> = customerSchema;
    expect(orderSchema).not.toBe(_wrong);
  });

  it("a function of the specification gives the value itself, or issues with their paths", async () => {
    const check = async <T>(schema: StandardSchemaV1<unknown, T>, value: unknown) =>
      schema["~standard"].validate(value);
    expect(await check(orderCreateSchema, body)).toMatchObject({ value: body });
    const { issues = [] } = await check(orderCreateSchema, wrongBody);
    expect(pathsOf(issues)).toEqual(["due", "shipTo/street"]);
    expect(orderCreateSchema["~standard"]).toMatchObject({ version: 1, vendor: "odata-codegen" });
  });
}
