/** A generated client with properties of every type, written by hand. */
import type * as edm from "../../../src/runtime/edm.js";
import { connect, type Collection, type Many, type One } from "../../../src/runtime/client.js";

export type Color = "red" | "green" | "blue";
export type Right = "read" | "write" | "share";

export interface Address {
  "@odata.type"?: string;
  street?: string | null;
  city?: { name?: string | null } | null;
}

export interface Customer {
  "@odata.type"?: string;
  id: edm.Guid;
  name?: string | null;
}

export interface Company extends Customer {
  "@odata.type"?: edm.TypeName<"shop.Company">;
  size?: number | null;
}

export interface Part {
  id: number;
  name: string;
}

export interface Item {
  id: number;
  name?: string | null;
  amount: number;
  parts?: Part[];
}

export interface Order {
  "@odata.type"?: string;
  id: edm.Guid;
  title?: string | null;
  paid?: boolean | null;
  archived: boolean;
  number: number;
  bytes?: edm.Int64 | null;
  total?: edm.Decimal | null;
  weight?: edm.Double | null;
  day?: edm.Date | null;
  at?: edm.TimeOfDay | null;
  created?: edm.DateTimeOffset | null;
  span?: edm.Duration | null;
  stamp?: edm.Binary | null;
  place?: edm.GeographyPoint | null;
  color?: edm.Open<Color> | null;
  status?: "new" | "done";
  rights?: edm.Flags<Right> | null;
  tags?: string[];
  colors?: edm.Open<Color>[];
  address?: Address | null;
  lines?: { text?: string | null }[];
  unlisted?: unknown;
  customer?: Customer | null;
  items?: Item[];
  [extension: `extension_${string}`]: unknown;
}

export interface BigOrder extends Order {
  "@odata.type"?: edm.TypeName<"shop.BigOrder">;
  rebate?: number | null;
}

export interface CustomerEntity {
  read: Customer;
  key: string;
  navigation: { orders: Many<OrderEntity> };
  derived: { "shop.Company": CompanyEntity };
}

export interface CompanyEntity {
  read: Company;
  key: string;
  navigation: { orders: Many<OrderEntity> };
}

export interface PartEntity {
  read: Part;
  key: number;
}

export interface ItemEntity {
  read: Item;
  key: number;
  navigation: { parts: Many<PartEntity> };
}

export interface OrderNavigation {
  customer: One<CustomerEntity>;
  items: Many<ItemEntity>;
}

export interface OrderEntity {
  read: Order;
  key: string;
  navigation: OrderNavigation;
  derived: { "shop.BigOrder": BigOrderEntity };
}

export interface BigOrderEntity {
  read: BigOrder;
  key: string;
  navigation: OrderNavigation;
}

export interface Shop {
  orders: Collection<OrderEntity>;
  customers: Collection<CustomerEntity>;
}

export function createShop(baseUrl: string): Shop {
  return connect<Shop>({ baseUrl }, {});
}
