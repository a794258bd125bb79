import type { ServiceNames } from "../../support/abnf/odata-url.js";

/** The names of the shop, and those that its tests give to computed values. */
export const shopNames: ServiceNames = {
  entitySetName: ["orders", "customers"],
  entityNavigationProperty: ["customer"],
  entityColNavigationProperty: ["items", "parts", "orders"],
  primitiveKeyProperty: ["id"],
  primitiveNonKeyProperty: (
    "name size amount title paid archived number bytes total weight day at created span stamp place color status " +
    "rights deep rebate street text vat twice n"
  ).split(" "),
  primitiveColProperty: ["tags", "colors"],
  complexProperty: ["address", "city", "unlisted"],
  complexColProperty: ["lines"],
  entityTypeName: ["Company", "BigOrder"],
  complexTypeName: ["EuAddress"],
  enumerationTypeName: ["Color", "Right"],
  namespacePart: ["shop"],
  expressionAlias: ["n"],
};
