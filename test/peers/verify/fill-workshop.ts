/** Entities of all sets of the workshop, which starts empty. */
const customer = "11111111-1111-4111-8111-111111111111";
const other = "22222222-2222-4222-8222-222222222222";

const entities: readonly (readonly [set: string, entity: object])[] = [
  ["Woods", { name: "spruce", density: 450, origin: "Fiemme" }],
  ["Woods", { name: "maple" }],
  [
    "Parts",
    {
      code: "bridge",
      store: 1,
      title: "Bridge",
      stock: 12,
      price: 9.5,
      weight: 0.01,
      shelf: 3,
      delta: -2,
      since: "2020-02-01",
    },
  ],
  ["Parts", { code: "soundpost", store: 2, opens: "08:00:00", counted: "2024-01-01T10:00:00Z", mark: "AQID" }],
  [
    "Customers",
    {
      ID: customer,
      name: "Ada",
      email: "ada@example.org",
      born: "1990-04-01",
      tags: ["viola", "bow"],
      phones: [{ kind: "home", number: "1" }],
    },
  ],
  ["Customers", { ID: other, name: "Nicolò", referrer_ID: customer }],
  [
    "Repairs",
    {
      ID: "33333333-3333-4333-8333-333333333333",
      number: 1,
      customer_ID: customer,
      steps: [{ position: 1, worked: "PT2H", hours: 2.5, part_code: "bridge", part_store: 1 }],
      remarks: [{ line: 1, text: "A crack", author: "Ada" }],
    },
  ],
  ["Manuals", { ID: "44444444-4444-4444-8444-444444444444", title: "Varnish" }],
  [
    "Visits",
    {
      day: "2024-05-01",
      time: "10:00:00",
      moment: "2024-05-01T10:00:00.000Z",
      number: 3,
      amount: 12.5,
      paid: true,
      customer,
      note: "Strings",
    },
  ],
];

export async function fillWorkshop(serviceRoot: string): Promise<void> {
  for (const [set, entity] of entities) {
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${serviceRoot}/${set}`, { method: "POST", headers, body: JSON.stringify(entity) });
    if (!response.ok) throw new Error(`${set}: ${await response.text()}`);
  }
}
