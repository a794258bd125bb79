import { noting, type Connected, type Exchange, type Row } from "../table.js";
import { createClient, type Client } from "./generated/returns/index.js";

export function connectTo(serviceRoot: string): Connected<Client> {
  const sent: Exchange[] = [];
  return { client: createClient({ baseUrl: serviceRoot, fetch: noting(serviceRoot, sent) }), serviceRoot, sent };
}

export const rows: readonly Row<Client>[] = [
  {
    line: "keys and literals",
    name: "a key of many texts",
    call: async (client) => {
      const stock = await client.C_FldLogsStock.byId({
        Material: "M 1",
        FldLogsRemotePlant: "P1",
        ReferenceDocumentNumber: "4500000001",
        ReferenceDocumentItem: "00010",
        MaintenanceOrder: "O:1",
        RemoteStorageLocation: "L&1",
      }).get();
      return [stock.RequestedShippingDate, stock.RequestedShippingTime, stock.RetblQtyInOrderUnit];
    },
    sends: {
      method: "GET",
      path:
        "C_FldLogsStock(Material='M%201',FldLogsRemotePlant='P1',ReferenceDocumentNumber='4500000001'," +
        "ReferenceDocumentItem='00010',MaintenanceOrder='O%3A1',RemoteStorageLocation='L%261')",
    },
    answers: { d: { RequestedShippingDate: "/Date(1577836800000)/", RequestedShippingTime: "PT11H22M33S" } },
    sees: ["2020-01-01T00:00:00", "PT11H22M33S", "12.500"],
  },
  {
    line: "numbers as strings",
    name: "an Edm.Decimal that is a number on the wire is text for the app, and Edm.Byte is a number",
    call: async (client) => {
      const [stock] = (await client.C_FldLogsStock.get({ top: 1 })).value;
      return [stock?.RetblQtyInBaseUnit, stock?.FldLogsRecommendedAction_fc];
    },
    sends: { method: "GET", path: "C_FldLogsStock?$top=1" },
    answers: { d: { results: [{ RetblQtyInBaseUnit: 0, FldLogsRecommendedAction_fc: 3 }] } },
    sees: ["0", 3],
  },
];
