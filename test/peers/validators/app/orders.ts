import type { OrderCreate } from "./generated/service/index.js";

/** A body without faults. */
export const body: OrderCreate = {
  due: "2026-02-28",
  priority: "Urgent",
  shipTo: { street: "Quay 1", city: "Cork", postcode: "12345" },
  lines: [{ position: 1, sku: "A-1", quantity: 2 }],
};

/** A copy of the body with two faults: a street that is no string, and a date that does not exist. */
export const wrongBody = { ...body, due: "2026-02-30", shipTo: { ...body.shipTo, street: 5 } };

/** The paths of issues, each as text. */
export function pathsOf(issues: readonly { readonly path?: readonly unknown[] | undefined }[]): readonly string[] {
  return issues.map(({ path = [] }) => path.join("/"));
}
