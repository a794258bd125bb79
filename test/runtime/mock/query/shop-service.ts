/** The service of `sample/shop.ts` as the table of a mock, with entities of it. */
import type { Dialect, DialectContext, Entity, TypeAt } from "../../../../src/runtime/mock/query/index.js";
import { filterMatches, parseQuery, QueryFault } from "../../../../src/runtime/mock/query/index.js";
import type { MockService } from "../../../../src/runtime/mock/service.js";
import { many, of } from "../../../support/mock-properties.js";

export const shop: MockService = {
  protocol: "4.0",
  types: {
    "shop.Customer": {
      kind: "entity",
      key: ["id"],
      properties: { id: { type: "Edm.Guid" }, name: of("Edm.String") },
      navigation: { orders: { type: "shop.Order", collection: true } },
    },
    "shop.Company": { kind: "entity", base: "shop.Customer", properties: { size: of("Edm.Int32") } },
    "shop.Part": { kind: "entity", key: ["id"], properties: { id: { type: "Edm.Int32" }, name: of("Edm.String") } },
    "shop.Item": {
      kind: "entity",
      key: ["id"],
      properties: { id: { type: "Edm.Int32" }, name: of("Edm.String"), amount: { type: "Edm.Int32" } },
      navigation: { parts: { type: "shop.Part", collection: true } },
    },
    "shop.Order": {
      kind: "entity",
      key: ["id"],
      properties: {
        id: { type: "Edm.Guid" },
        title: of("Edm.String"),
        paid: of("Edm.Boolean"),
        archived: { type: "Edm.Boolean" },
        number: { type: "Edm.Int32" },
        bytes: of("Edm.Int64"),
        total: of("shop.Money"),
        weight: of("Edm.Double"),
        day: of("Edm.Date"),
        at: of("Edm.TimeOfDay"),
        created: of("Edm.DateTimeOffset"),
        span: of("Edm.Duration"),
        stamp: of("Edm.Binary"),
        place: of("Edm.GeographyPoint"),
        color: of("shop.Color"),
        rights: of("shop.Right"),
        tags: many("Edm.String"),
        numbers: many("Edm.Int32"),
        address: of("shop.Address"),
        lines: many("shop.Line"),
        unlisted: of("Edm.Untyped"),
      },
      navigation: {
        customer: { type: "shop.Customer", nullable: true },
        items: { type: "shop.Item", collection: true },
      },
    },
    "shop.BigOrder": { kind: "entity", base: "shop.Order", properties: { rebate: of("Edm.Int32") } },
    "shop.Note": { kind: "entity", key: ["id"], open: true, properties: { id: { type: "Edm.Int32" } } },
    "shop.Address": {
      kind: "complex",
      properties: { street: of("Edm.String"), city: of("shop.City") },
      navigation: { country: { type: "shop.Part", nullable: true } },
    },
    "shop.ForeignAddress": { kind: "complex", base: "shop.Address", properties: { state: of("Edm.String") } },
    "shop.City": { kind: "complex", properties: { name: of("Edm.String") } },
    "shop.Line": { kind: "complex", properties: { text: of("Edm.String") } },
  },
  enums: {
    "shop.Color": {
      members: [
        ["red", "0"],
        ["green", "1"],
        ["blue", "2"],
      ],
    },
    "shop.Right": {
      flags: true,
      members: [
        ["read", "1"],
        ["write", "2"],
        ["share", "4"],
      ],
    },
  },
  definitions: { "shop.Money": "Edm.Decimal" },
  children: { orders: { kind: "set", type: "shop.Order" }, customers: { kind: "set", type: "shop.Customer" } },
  operations: [
    {
      kind: "function",
      name: "shop.late",
      on: { type: "shop.Order" },
      parameters: {},
      returns: { type: "Edm.Boolean" },
    },
  ],
};

/** Follows relations that lie in the entities themselves, as values of the names of navigation properties. */
export function contextOf(service: MockService, dialect?: Dialect): DialectContext {
  return {
    service,
    dialect,
    related: (entity, path) => {
      const value = path.split("/").reduce<unknown>((at, name) => (at as Entity | undefined)?.[name], entity);
      // What a test gives.
      return (value ?? null) as Entity | readonly Entity[] | null;
    },
  };
}

export const shopContext = contextOf(shop);
const orders = { type: "shop.Order", collection: true };

/** Whether a filter holds for an order. */
export function holds(filter: string, order: Entity): boolean {
  const { filter: parsed } = parseQuery(`?$filter=${encodeURIComponent(filter)}`, orders, shopContext);
  return parsed !== undefined && filterMatches(parsed, order, shopContext);
}

/** The fault of a query, such as `400 Nam is no property …`; undefined where it is right. */
export function faultOf(search: string, type: TypeAt = orders, context = shopContext): string | undefined {
  try {
    parseQuery(search, type, context);
    return undefined;
  } catch (error) {
    if (error instanceof QueryFault) return `${error.status} ${error.message}`;
    throw error;
  }
}
