import { createClient, type Client } from "./service/index.js";
import { dateTime, enumMember, filter, ref } from "./service/odata.js";

export function connect(baseUrl: string): Client {
  return createClient({ baseUrl, updateVerb: "PATCH" });
}

export const calls: Readonly<Record<string, (client: Client) => unknown>> = {
  "of OData 3.0": (client) => client.Products.byId(1).get({ select: ["Name"] }),
  "in light JSON": (client) => client.Products.byId(1).get(),
  "with a count and pages": (client) => client.Products.get({ select: ["ID"], count: true }),
  "related entities": (client) =>
    client.Suppliers.byId(1).get({ select: ["City"], expand: { Products: { select: ["Name"] } } }),
  "is in value": (client) => client.Products.byId(1).Released.get(),
  "with dates as ISO text, and numbers as they are": (client) =>
    client.Products.post({
      ID: 2,
      Stock: "5",
      Price: "1.5",
      Weight: 0.5,
      Released: "2020-01-02T03:04:05.6789012",
      Seen: "1969-12-31T23:59:59.999Z",
      Opens: "PT1H2M3S",
      Color: "green",
      Tags: ["a"],
      Recalls: [],
    }),
  "bound to another entity": (client) =>
    client.Products.post({ ID: 3, Tags: [], Recalls: [], "Supplier@odata.bind": "Suppliers(1)" }),
  "PATCH, which OData 3.0 has": (client) => client.Products.byId(1).patch({ Price: "3" }),
  "an action bound to an entity has a body": (client) =>
    client.Products.byId(1).Discount.post({ percent: 10, from: "2020-01-02T00:00:00" }),
  "an action without parameters": (client) => client.Reset.post(),
  "an entity": (client) => client.Cheapest({ above: "1.5" }).get(),
  "a number": (client) => client.TotalStock().get(),
  "any and all, and members of enumerations": async (client) => {
    const { value } = await client.Suppliers.get({
      select: ["ID"],
      filter: filter((supplier) =>
        supplier.Products.any((product) =>
          product.Color.eq(enumMember("Trade.Color", "red")).and(product.Released.gt(dateTime("2020-01-01T00:00:00"))),
        ),
      ),
    });
    return value;
  },
  "are segments": async (client) => (await client.Products.as("Trade.Food").get({ select: ["Expires"] })).value,
  "are addresses in url": async (client) => (await ref(client.Suppliers.byId(1).Products).list()).value,
  "are set by url": (client) => ref(client.Products.byId(1).Supplier).set(client.Suppliers.byId(2)),
  "are in odata.error": (client) => client.Products.byId(404).get(),
};
