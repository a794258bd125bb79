import type { Row } from "./library.js";

const key = {
  day: "2020-01-02T00:00:00",
  time: "PT01H02M03S",
  moment: "2020-01-02T03:04:05.678Z",
  number: "5",
  amount: "1.50",
  paid: true,
  reader: "0aa5d1d4-5d5f-4d0c-8a1b-3c2d1e0f9a8b",
  place: "a/b: 'c' & d",
} as const;

const path =
  "Visits(day=datetime'2020-01-02T00%3A00%3A00',time=time'PT01H02M03S',moment=datetimeoffset'2020-01-02T03%3A04%3A05.678Z'," +
  "number=5L,amount=1.50m,paid=true,reader=guid'0aa5d1d4-5d5f-4d0c-8a1b-3c2d1e0f9a8b',place='a%2Fb%3A%20''c''%20%26%20d')";

export const rows: readonly Row[] = [
  {
    line: "keys and literals",
    name: "an entity with a key of many types is created",
    call: async (client) => (await client.Visits.post({ ...key, note: "rain" })).note,
    sends: {
      method: "POST",
      path: "Visits",
      body: { ...key, day: "/Date(1577923200000)/", moment: "/Date(1577934245678+0000)/", note: "rain" },
    },
    sees: "rain",
  },
  {
    line: "keys and literals",
    name: "and read by it",
    call: async (client) => {
      const { "@odata.id": _id, "@odata.type": _type, ...visit } = await client.Visits.byId(key).get();
      return visit;
    },
    sends: { method: "GET", path },
    sees: { ...key, note: "rain" },
  },
  {
    line: "Time",
    name: "with two digits for each part",
    call: (client) => client.Visits.byId({ ...key, time: "PT1H2M3S" }).note.get(),
    sends: { method: "GET", path: `${path}/note` },
    sees: "rain",
  },
  {
    line: "keys and literals",
    name: "a number",
    call: async (client) => (await client.Chapters.byId({ book_ID: 1, number: 2 }).get({ select: ["title"] })).title,
    sends: { method: "GET", path: "Chapters(book_ID=1,number=2)?$select=title" },
    sees: "The Dream",
  },
];
