import { createClient, ODataError, type Client } from "./service/index.js";
import { batch, binary, content, dateTime, double, filter, single, take, time, type Settled } from "./service/odata.js";

export function connect(baseUrl: string): Client {
  return createClient({ baseUrl });
}

/** The client of the lines about CSRF. */
export function connectWithToken(baseUrl: string): Client {
  return createClient({ baseUrl, csrf: true });
}

const uuid = "0aa5d1d4-5d5f-4d0c-8a1b-3c2d1e0f9a8b";

/** Of a result, what can be compared. */
function plain<T>(result: Settled<T>): unknown {
  if (result.ok) return result;
  const { error } = result;
  return ODataError.is(error) ? { ok: false, status: error.status, message: error.message } : result;
}

export const calls: Readonly<Record<string, (client: Client) => unknown>> = {
  "an order with a value of each type": (client) => client.Orders.byId("0500000001").get(),
  "pages whose links name the host behind a proxy": async (client) => {
    const orders = await take(client.Orders.get({ select: ["OrderID"], count: true }), 10);
    return orders.map(({ OrderID }) => OrderID);
  },
  "and related entities, in results or without": async (client) => {
    const { value } = await client.Orders.get({
      select: ["OrderID"],
      expand: { ToItems: { select: ["Quantity"] }, ToCarrier: { select: ["Name"] } },
    });
    return value;
  },
  "a complex value": (client) => client.Orders.byId("1").ShipTo.get(),
  "values in the form of the protocol, at any depth": (client) =>
    client.Orders.post({
      Customer: "/Date(1)/",
      GrossAmount: "25867.030",
      Weight: 0.5,
      Distance: 1,
      Position: "5",
      Priority: 1,
      CreatedAt: "1969-07-20T20:17:40",
      DeliveryDate: "2020-01-01T00:00:00",
      PickupTime: "PT9H5M",
      Signature: "+/8=",
      ShipTo: { City: "Walldorf", Since: "1969-12-31T23:59:59.999" },
      ToItems: [{ ItemNumber: "10", Quantity: "1.000" }],
      "ToCarrier@odata.bind": `Carriers(guid'${uuid}')`,
    }),
  "a MERGE through POST, answered without a body": (client) =>
    client.Orders.byId("1").patch(
      { GrossAmount: "1.5", ShipTo: { Since: "1970-01-01T00:00:00" } },
      { ifMatch: 'W/"1"' },
    ),
  "a change of what has changed": (client) => client.Orders.byId("1").delete({ ifMatch: { "@odata.etag": 'W/"1"' } }),
  "a condition is missing": (client) =>
    // @ts-expect-error -- the metadata asks for a condition
    client.Orders.byId("1").patch({ Currency: "USD" }),
  "with details, and what the application adds": (client) =>
    client.Orders.post({ Customer: "42", ShipTo: { City: "Walldorf" } }),
  "as XML, which has no code for the app": (client) => client.Orders.byId("1").get(),
  "is the option search, where the metadata has sap:searchable": async (client) => {
    // @ts-expect-error -- sap:searchable is false
    void ((query) => client.Items.get({ search: query }));
    return (await client.Orders.get({ select: ["OrderID"], search: "blue lamp" })).value;
  },
  "a Guid": (client) => client.Carriers.byId(uuid).Name.get(),
  "numbers, bytes and dates in a filter": async (client) => {
    const { value } = await client.Orders.get({
      select: ["OrderID"],
      filter: filter((order) =>
        order.Weight.gt(single(0.5))
          .and(order.Distance.lt(double(1.5)))
          .and(order.Signature.eq(binary("+/8=")))
          .and(order.CreatedAt.ge(dateTime("2020-01-02T03:04:05.6789012")))
          .and(order.PickupTime.eq(time("PT9H5M"))),
      ),
    });
    return value;
  },
  "a function import by POST": (client) =>
    client.ConfirmOrder.post({ OrderID: "1", DeliveryDate: "2020-01-01T00:00:00" }),
  "a function import by PUT": (client) => client.LockOrder.post({ OrderID: "1" }),
  "a function import by DELETE": (client) => client.DropDraft.post({ Uuid: uuid }),
  "a date, of parameters with literals of their own": (client) =>
    client.EarliestDelivery({ Weight: 1.5, Signature: "+/8=" }).get(),
  "a decimal": (client) => client.Quote({ Amount: "1.50" }).get(),
  "a collection of complex values": async (client) => (await client.Holidays().get()).value,
  "a token, and another when the session has ended": (client) => client.ConfirmOrder.post({ OrderID: "1" }),
  "a service that refuses the new token, too, is asked no third time": (client) =>
    client.ConfirmOrder.post({ OrderID: "1" }),
  "a file is created by its bytes": (client) =>
    content(client.Attachments).create("An offer", { type: "text/plain", slug: "offer.txt" }),
  "and read": async (client) => (await content(client.Attachments.byId("A1")).get("text")).body,
  "changes in change sets, whose answers may have no body": async (client) =>
    batch(client, {
      order: client.Orders.byId("1").get({ select: ["OrderID", "DeliveryDate"] }),
      changed: client.Orders.byId("1").patch(
        { GrossAmount: "1.5", CreatedAt: "1970-01-01T00:00:00" },
        { ifMatch: "*" },
      ),
    }),
  "a change set that fails has one answer for all of its changes": async (client) => {
    const requests = {
      one: client.Orders.byId("1").patch({ Currency: "USD" }, { ifMatch: "*" }),
      two: client.Orders.byId("2").patch({ Currency: "USD" }, { ifMatch: "*" }),
    };
    const { one, two } = await batch(client, requests, { changeSets: [["one", "two"]] });
    return { one: plain(one), two: plain(two) };
  },
};
