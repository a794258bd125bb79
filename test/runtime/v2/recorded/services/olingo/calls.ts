import { createClient, type Client } from "./service/index.js";
import { dateTime, filter, ref } from "./service/odata.js";

export function connect(baseUrl: string): Client {
  return createClient({ baseUrl });
}

export const calls: Readonly<Record<string, (client: Client) => unknown>> = {
  "of a service of OData 1.0, without results": (client) => client.Rooms.get({ select: ["Id"] }),
  "with an offset in minutes, of the clock on the spot": async (client) => {
    const { value } = await client.Rooms.get({ select: ["Id", "Opened"] });
    return value.map(({ Opened }) => Opened);
  },
  "within complex values within complex values": (client) => client.Rooms.byId("1").Place.get(),
  "of a derived type": (client) => client.Rooms.byId("9").get(),
  "with related entities in results": (client) =>
    client.Buildings.post({
      Id: "1",
      Built: "1970-01-01T00:00:00",
      Rooms: [{ Id: "7", Seats: 4, Opened: "2020-01-02T03:04:05.678+02:00" }],
    }),
  "by PUT, answered without a body": (client) =>
    client.Rooms.byId("1").put({ Name: "Green", Place: { Geo: { Latitude: 1.5 } } }),
  "of a property": (client) => client.Rooms.byId("1").Seats.put({ value: 5 }),
  "are listed": async (client) => (await ref(client.Rooms.byId("1").Desks).list()).value,
  "one is set": (client) => ref(client.Rooms.byId("1").Building).set(client.Buildings.byId("2")),
  "one is removed": (client) => ref(client.Rooms.byId("1").Building).remove(),
  "one of many is added": (client) => ref(client.Buildings.byId("2").Rooms).add(client.Rooms.byId("1")),
  "one of many is removed": (client) => ref(client.Buildings.byId("2").Rooms).remove(client.Rooms.byId("1")),
  "a date": async (client) => {
    const desk = client.Desks.byId({ RoomId: "1", Since: "2020-01-01T00:00:00.5" });
    return (await desk.get({ select: ["Height"] })).Height;
  },
  "a collection of texts": async (client) => (await client.AllNames().get()).value,
  "an entity in the name of the function": (client) => client.TallestDesk().get(),
  "options after the parameters": async (client) => {
    const rooms = await client.ManyRooms({ Opened: "2020-01-02T03:04:05Z" }).get({ select: ["Id"], top: 1 });
    return rooms.value;
  },
  "of complex and related values": async (client) => {
    const { value } = await client.Rooms.get({
      select: ["Id"],
      filter: filter((room) =>
        room.Name.contains("a'b")
          .and(room.Place.Floor.lt(0))
          .and(room.Building.Built.gt(dateTime("2020-01-01T00:00:00"))),
      ),
    });
    return value;
  },
  "without an inner error": (client) => client.Rooms.byId("404").get(),
};

/** What OData 2.0 lacks does not compile; nothing of this is run. */
export function lacking(client: Client): void {
  // @ts-expect-error -- there are no casts
  void client.Rooms.as;
  // @ts-expect-error -- nor options of related entities
  void client.Buildings.get({ expand: { Rooms: { filter: "Seats gt 4" } } });
  // @ts-expect-error -- nor their order
  void client.Buildings.get({ expand: { Rooms: { orderby: "Seats" } } });
  // @ts-expect-error -- nor their number
  void client.Buildings.get({ expand: { Rooms: { top: 1 } } });
  // @ts-expect-error -- nor any and all
  void client.Buildings.get({ filter: filter((building) => building.Rooms.any()) });
  // @ts-expect-error -- nor aggregation
  void client.Buildings.get({ apply: "groupby((Id))" });
}
