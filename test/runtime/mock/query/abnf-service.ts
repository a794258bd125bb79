/** A model with the names that the test cases of the OData grammar constrain, of types that fit how the cases use them. */
import type { MockNavigation, MockProperty, MockService } from "../../../../src/runtime/mock/service.js";
import { many, of } from "../../../support/mock-properties.js";

const named = <T>(names: string, value: T): Record<string, T> =>
  Object.fromEntries(names.split(" ").map((name) => [name, value]));

const THING = "Model.Thing";
const properties: Record<string, MockProperty> = {
  ...named("Code ID ItemID OrderID", of("Edm.String")),
  ...named("AccountRepresentative City code CompanyName ContactName CountryCode FirstName LastName", of("Edm.String")),
  ...named("message Month Name Spokesperson State Status Street ZipCode SalesOrganization Title", of("Edm.String")),
  ...named("Age Amount Cost Population Price Quantity Rating Revenue SumAmount TaxRate X Size", of("Edm.Decimal")),
  ...named("BirthDate ReleaseDate LifeTime Shipped", of("Edm.DateTimeOffset")),
  ...named("Line", of("Edm.GeographyLineString")),
  ...named("Location", of("Edm.GeographyPoint")),
  ...named("SalesArea", of("Edm.GeographyPolygon")),
  ...named("eyeColor severity style", of("Sales.Pattern")),
  ...named("EmailAddresses Names", many("Edm.String")),
  Sizes: many("Edm.Int32"),
  Completed: of("Edm.Boolean"),
  Date: of("Edm.Date"),
  Address: of("Model.Address"),
  Addresses: many("Model.Address"),
  Thumbnail: of("Edm.Stream"),
};
const one: MockNavigation = { type: THING, nullable: true };
const navigation = {
  ...named("DirectReports Items Orders Products Sales", { type: THING, collection: true } as MockNavigation),
  ...named("Category Continent Country Currency Customer Manager Product ProductGroup Supplier Time", one),
};

const entityTypes = ["Customer", "Employee", "Manager", "BestSellingProduct", "VipCustomer"].map(
  (name) => `Model.${name}`,
);
const derived = [...entityTypes, "Namespace.PreferredSupplier", "Model.PreferredSupplier"];
const functions =
  "MostPopularAddresses MostPopularAddress AllOrders ProductsByColor WithIngredients BestProduct MostExpensive " +
  "MostPopularNames Available MostPopularCategory MostPopularName PhoneticallySimilar GeoLocation";

export const abnfService: MockService = {
  protocol: "4.0",
  types: {
    [THING]: { kind: "entity", key: ["ID"], properties, navigation },
    ...Object.fromEntries(derived.map((name) => [name, { kind: "entity", base: THING, properties: {} }])),
    "Model.Address": { kind: "complex", properties, navigation },
    "Model.AddressWithLocation": { kind: "complex", base: "Model.Address", properties: {} },
    "Namespace.AddressWithLocation": { kind: "complex", base: "Model.Address", properties: {} },
  },
  enums: {
    "Sales.Pattern": {
      flags: true,
      members: [
        ["Solid", "1"],
        ["Yellow", "2"],
      ],
    },
  },
  children: {},
  operations: [
    ...functions.split(" ").map((name) => ({ kind: "function" as const, name: `Model.${name}`, parameters: {} })),
    { kind: "action", name: "Model.ActionName", parameters: {} },
  ],
};

export const abnfType = { type: THING, collection: true };
