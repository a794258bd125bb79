/** The services that the code of docs/odata-v2.md calls: a `fetch` that records requests, and answers by rules. */

/** The requests of a block, as the page shows them. */
export const sentToErp: string[] = [];

const root = "https://erp.example/sap/opu/odata/sap/ZSALES_SRV";

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

function order(OrderID: string, more: object = {}): object {
  const address = { uri: `${root}/Orders('${OrderID}')`, type: "ZSALES_SRV.Order", etag: 'W/"1"' };
  return { __metadata: address, OrderID, Customer: "A", DeliveryDate: "/Date(1577836800000)/", ...more };
}

const items = { results: [{ Quantity: "1.000" }] };
const upserted = {
  key: "EmpJob/userId=ann",
  status: "OK",
  editStatus: "UPSERTED",
  message: null,
  index: 0,
  httpCode: 200,
};

/** The first rule whose start the request has, `METHOD path`, answers. */
const rules: readonly (readonly [start: string, answer: Answer])[] = [
  [
    "GET /?",
    {
      headers: { "x-csrf-token": "t0k3n", "set-cookie": "SAP_SESSIONID=1; path=/; secure" },
      body: { d: { EntitySets: [] } },
    },
  ],
  ["GET /Orders?", { body: { d: { results: [order("1", { ToItems: items })], __count: "1" } } }],
  [
    "POST /Orders('3')",
    { status: 412, body: { error: { code: "412", message: { value: "The order was changed." } } } },
  ],
  ["POST /Orders('1')", { status: 204 }],
  ["POST /Orders", { status: 201, body: { d: order("3") } }],
  ["PUT /LockOrder", { body: { d: { LockOrder: true } } }],
  ["POST /ConfirmOrder", { body: { d: order("1") } }],
  ["GET /Quote", { body: { d: { Quote: "1.785" } } }],
  ["POST /Attachments", { status: 201, body: { d: { AttachmentID: "A1", FileName: "offer.txt" } } }],
  ["GET /Attachments('A1')/$value", { headers: { "content-type": "text/plain" }, body: "An offer" }],
  [
    "GET /Carriers",
    { status: 404, body: { error: { code: "404", message: { lang: "en", value: "No such carrier." } } } },
  ],
  ["POST https://erp.example/odata/v2/upsert", { body: { d: [upserted] } }],
  [
    "POST https://erp.example/trade/Products(1)/Discount",
    { body: { "odata.metadata": "#Edm.Decimal", value: "2.25" } },
  ],
];

/** Headers that every request has are not shown. */
const ordinary = /^(?:accept: application\/json.*|content-type: application\/json.*|(?:max)?dataserviceversion: .*)$/;

export async function erpFetch(url: string, init: RequestInit = {}): Promise<Response> {
  const { method = "GET", body } = init;
  const path = url.replace(root, "");
  const headers = [...new Headers(init.headers)].map(([name, value]) => `${name}: ${value}`);
  const shown = [`${method} ${path}`, ...headers.filter((header) => !ordinary.test(header))];
  const content = typeof body === "string" ? ["", body] : [];
  // Its boundaries are random, so that the page shows none.
  if (path === "/$batch") return answeredBatch(new Headers(init.headers), new TextDecoder().decode(body as Uint8Array));
  sentToErp.push([...shown, ...content].join("\n"));
  return answered(rules.find(([start]) => `${method} ${path}?`.startsWith(start))?.[1] ?? { status: 204 });
}

function answered({ status = 200, headers, body }: Answer): Response {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return new Response(status === 204 ? null : text, {
    status,
    headers: { "content-type": "application/json", ...headers },
  });
}

/** A batch whose reads have an order, and whose changes succeed, in parts as those of the request. */
function answeredBatch(headers: Headers, body: string): Response {
  const part = /content-type: application\/http(?:\r\n(?!\r\n)[^\r]*)*\r\n\r\n(\w+) [^\r]*\r\n[\s\S]*?(?=\r\n--)/gi;
  const answer = body.replaceAll(part, (text, method: string) => {
    const id = /\r\ncontent-id: [^\r]*/i.exec(text)?.[0] ?? "";
    const content = method === "GET" ? JSON.stringify({ d: order("1") }) : "";
    const status = method === "GET" ? "200 OK" : "204 No Content";
    return `content-type: application/http${id}\r\n\r\nHTTP/1.1 ${status}\r\ncontent-type: application/json\r\n\r\n${content}`;
  });
  return answered({ status: 202, headers: { "content-type": headers.get("content-type") ?? "" }, body: answer });
}
