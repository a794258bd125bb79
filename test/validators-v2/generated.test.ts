/**
 * The output of the golden services of OData 2.0 and 3.0, compiled and run: the schemas of payloads accept what services
 * send, and the schemas of what apps see accept what the client makes of that.
 */
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { compile } from "../support/compile.js";
import { generateTo } from "../support/generate.js";
import { temporaryRoot } from "../support/temporary-root.js";

type Validate = (value: unknown) => { readonly ok: boolean; readonly issues?: readonly Issue[] };
interface Issue {
  readonly path: readonly (string | number)[];
  readonly code: string;
}
type Output = Readonly<Record<string, { readonly validate: Validate }>> & {
  readonly createClient: (options: object) => Service;
  readonly responseOf: (schema: unknown) => { readonly validate: Validate };
};
type Request = (...parameters: readonly unknown[]) => Promise<unknown>;
interface Service {
  readonly [segment: string]: Service & { readonly get: Request; readonly post: Request };
  (...parameters: readonly unknown[]): Service & { readonly get: Request };
}

async function outputOf(name: string): Promise<Output> {
  const folder = temporaryRoot();
  const input = fileURLToPath(new URL(`../golden/${name}/input.xml`, import.meta.url));
  expect(await generateTo(folder, [input])).toEqual([]);
  expect(compile(folder, "typescript-7.0", { emit: true })).toBe("");
  return (await import(pathToFileURL(join(folder, "js/index.js")).href)) as Output;
}

/** `path code` of each issue. */
function issues(schema: { readonly validate: Validate } | undefined, value: unknown): readonly string[] {
  const { issues: found = [] } = schema?.validate(value) ?? { issues: [{ path: [], code: "no schema" }] };
  return found.map(({ path, code }) => `${path.join("/")} ${code}`);
}

interface Sent {
  readonly url: string;
  readonly method: string;
  readonly body: unknown;
}

/** A client that gets the same reply to each request, and what it sends. */
function clientOf({ createClient }: Output, reply: unknown) {
  const sent: Sent[] = [];
  const client = createClient({
    baseUrl: "https://host/service",
    fetch: (url: string, { method, body }: { method: string; body?: string }) => {
      sent.push({ url, method, body: body === undefined ? undefined : JSON.parse(body) });
      return Promise.resolve(new Response(JSON.stringify(reply), { headers: { "content-type": "application/json" } }));
    },
  });
  return { client, sent };
}

describe("a service of OData 2.0", () => {
  let output: Output;
  beforeAll(async () => {
    output = await outputOf("odata-2");
  }, 60_000);

  const guid = "01234567-89ab-cdef-0123-456789abcdef";
  const order = {
    __metadata: {
      id: "x",
      uri: `https://host/service/Orders(guid'${guid}')`,
      type: "ZSHOP_SRV.Order",
      etag: "W/\"'1'\"",
    },
    OrderId: guid,
    Title: "Chairs",
    Total: "1234567.89",
    Currency: "EUR",
    Due: "/Date(1582934400000)/",
    ChangedAt: "/Date(1354518983123+0060)/",
    PickUp: "PT07H30M00S",
    Serial: "9007199254740993",
    Weight: "12.5",
    Rank: 3,
    Seal: "AQI=",
    ShipTo: { __metadata: { type: "ZSHOP_SRV.Address" }, Street: null, Since: "/Date(-3852662400000)/" },
    Items: {
      results: [
        {
          __metadata: { uri: "x", type: "ZSHOP_SRV.Item" },
          OrderId: guid,
          ShipOn: "/Date(0)/",
          Serial: "A-1",
          Price: "1.125",
          Order: { __deferred: { uri: "x" } },
        },
      ],
    },
    Invoice: { __deferred: { uri: "x" } },
  };
  const app = {
    "@odata.id": `https://host/service/Orders(guid'${guid}')`,
    "@odata.type": "ZSHOP_SRV.Order",
    "@odata.etag": "W/\"'1'\"",
    OrderId: guid,
    Title: "Chairs",
    Total: "1234567.89",
    Currency: "EUR",
    Due: "2020-02-29T00:00:00",
    ChangedAt: "2012-12-03T07:16:23.123+01:00",
    PickUp: "PT07H30M00S",
    Serial: "9007199254740993",
    Weight: 12.5,
    Rank: 3,
    Seal: "AQI=",
    ShipTo: { "@odata.type": "ZSHOP_SRV.Address", Street: null, Since: "1847-12-01T00:00:00" },
    Items: [
      {
        "@odata.id": "x",
        "@odata.type": "ZSHOP_SRV.Item",
        OrderId: guid,
        ShipOn: "1970-01-01T00:00:00",
        Serial: "A-1",
        Price: "1.125",
      },
    ],
  };

  it("has schemas of payloads, and of what the client makes of them", async () => {
    expect(issues(output["orderWireSchema"], order)).toEqual([]);
    const { client } = clientOf(output, { d: order });
    expect(await client["Orders"]?.["byId"]?.(guid).get()).toEqual(app);
    expect(issues(output["orderSchema"], app)).toEqual([]);
  });

  it("tells one form from the other", () => {
    expect(issues(output["orderSchema"], order)).toEqual([
      "Due format",
      "ChangedAt format",
      "Weight type",
      "ShipTo/Since format",
      "Items type",
    ]);
    expect(issues(output["orderWireSchema"], app)).toEqual(["Due format", "ShipTo/Since format"]);
  });

  it("checks facets in both forms", () => {
    const long = { Title: "x".repeat(41), Total: "123456789012.34", Seal: "AQIDBAUGBwgJCgsMDQ4PEBE=" };
    const expected = ["Title range", "Total range", "Seal range"];
    expect(issues(output["orderWireSchema"], { ...order, ...long })).toEqual(expected);
    expect(issues(output["orderSchema"], { ...app, ...long })).toEqual(expected);
  });

  it("has schemas of pages and whole responses", async () => {
    const page = { results: [order], __count: "1", __next: "https://host/service/Orders?$skiptoken=1" };
    const schema = output["orderCollectionResponseWireSchema"];
    expect(issues(schema, page)).toEqual([]);
    expect(issues(output.responseOf(schema), { d: { ...page, results: [{}] } })).toEqual([
      "d/results/0/OrderId missing",
      "d/results/0/ShipTo missing",
    ]);
    const { client } = clientOf(output, { d: page });
    const seen = await client["Orders"]?.get({ count: true });
    expect(seen).toMatchObject({ value: [app], count: 1 });
    expect(issues(output["orderCollectionResponseSchema"], seen)).toEqual([]);
  });

  it("has schemas of bodies, which the client writes in the form of the protocol", async () => {
    const body = { Title: "Chairs", Due: "2020-02-29T00:00:00", Serial: "5", ShipTo: { Since: "1970-01-01T00:00:00" } };
    expect(issues(output["orderCreateSchema"], body)).toEqual([]);
    expect(issues(output["orderCreateSchema"], { ...body, Due: "/Date(0)/", Serial: 5, __metadata: {} })).toEqual([
      "Due format",
      "Serial type",
      "__metadata unknown-property",
    ]);
    const { client, sent } = clientOf(output, { d: order });
    await client["Orders"]?.post(body);
    expect(sent.map(({ body: written }) => written)).toEqual([
      { ...body, Due: "/Date(1582934400000)/", ShipTo: { Since: "/Date(0)/" } },
    ]);
  });

  it("has function imports, with parameters as literals", async () => {
    const { client, sent } = clientOf(output, { d: { NextSerial: "5" } });
    expect(await client["NextSerial"]?.().get()).toBe("5");
    await client["OpenOrders"]?.({ Before: "2020-01-01T00:00:00", Above: "1.5" }).get();
    await client["Release"]?.post({ OrderId: guid, PickUp: "PT7H" });
    await client["Discard"]?.post({ OrderId: guid });
    await client["Items"]?.["byId"]?.({ OrderId: guid, ShipOn: "2020-01-01T00:00:00" }).get();
    expect(sent.map(({ method, url }) => `${method} ${decodeURIComponent(new URL(url).href.slice(21))}`)).toEqual([
      "GET NextSerial",
      "GET OpenOrders?Before=datetime'2020-01-01T00:00:00'&Above=1.5m",
      `POST Release?OrderId=guid'${guid}'&PickUp=time'PT07H00M00S'`,
      `DELETE Discard?OrderId=guid'${guid}'`,
      `GET Items(OrderId=guid'${guid}',ShipOn=datetime'2020-01-01T00:00:00')`,
    ]);
  });

  it("has results of function imports in both forms", async () => {
    const days = { results: ["/Date(0)/"] };
    expect(issues(output["holidaysResultWireSchema"], days)).toEqual([]);
    const { client } = clientOf(output, { d: days });
    const seen = await client["Holidays"]?.().get();
    expect(seen).toMatchObject({ value: ["1970-01-01T00:00:00"] });
  });
});

describe("a service of OData 3.0", () => {
  let output: Output;
  beforeAll(async () => {
    output = await outputOf("odata-3");
  }, 60_000);

  const tree = {
    "odata.type": "Garden.Tree",
    "odata.etag": 'W/"1"',
    Id: "1",
    Soil: "Clay",
    Names: ["Oak"],
    Cuts: [{ At: "2020-01-01T00:00:00", Length: 0.5 }],
    Sown: null,
    Place: { type: "Point", coordinates: [1, 2], crs: { type: "name", properties: { name: "EPSG:4326" } } },
    "Photo@odata.mediaReadLink": "https://host/service/Plants(1)/Photo",
    "Bed@odata.navigationLinkUrl": "Plants(1)/Bed",
    Height: "12.50",
  };
  const verbose = {
    ...tree,
    "odata.type": undefined,
    "odata.etag": undefined,
    __metadata: { type: "Garden.Tree", etag: 'W/"1"', uri: "x" },
    Names: { results: ["Oak"] },
    Cuts: { results: [{ At: "/Date(1577836800000)/", Length: "0.5" }] },
  };
  const app = {
    "@odata.type": "Garden.Tree",
    "@odata.etag": 'W/"1"',
    Id: "1",
    Soil: "Clay",
    Names: ["Oak"],
    Cuts: [{ At: "2020-01-01T00:00:00", Length: 0.5 }],
    Sown: null,
    Height: "12.50",
  };

  it("has schemas of both JSON formats, and of what the client makes of them", async () => {
    const schema = output["plantOrDerivedWireSchema"];
    expect(issues(schema, tree)).toEqual([]);
    expect(issues(schema, verbose)).toEqual([]);
    expect(issues(schema, { ...tree, Height: "1234.5" })).toEqual(["Height range"]);
    for (const reply of [tree, { d: verbose }]) {
      const { client } = clientOf(output, reply);
      const seen = await client["Plants"]?.["byId"]?.("1").get();
      expect(seen).toMatchObject(app);
      expect(issues(output["plantOrDerivedSchema"], seen)).toEqual([]);
    }
  });

  it("has pages of both JSON formats", async () => {
    const schema = output["treeCollectionResponseWireSchema"];
    const light = { "odata.metadata": "https://host/service/$metadata#Plants", value: [tree], "odata.count": "1" };
    expect(issues(schema, light)).toEqual([]);
    expect(issues(schema, { results: [verbose], __count: "1" })).toEqual([]);
    const { client } = clientOf(output, light);
    expect(await client["Plants"]?.get()).toMatchObject({ value: [app], count: 1 });
  });
});
