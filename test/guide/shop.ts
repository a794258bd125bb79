/** The service that the guide's code calls: a `fetch` that records requests, and answers them from a few rules. */

/** The requests of a block, as the guide shows them. */
export const sent: string[] = [];

const id = "01234567-89ab-cdef-0123-456789abcdef";
const product = { id, name: "Lamp", price: "19.90", status: "Active" };

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** The first rule whose start the request has, `METHOD path`, answers. */
const rules: readonly (readonly [start: string, answer: (count: number) => Answer])[] = [
  ["GET /products/$count", () => ({ body: "2" })],
  ["GET /products?$top=1000", () => ({ body: { value: [product], "@odata.nextLink": "products?$skiptoken=2" } })],
  ["GET /products?$skiptoken=2", () => ({ body: { value: [product] } })],
  [
    "GET /products/delta()?$deltatoken=7",
    () => ({
      body: {
        value: [product, { id, "@removed": { reason: "deleted" } }],
        "@odata.deltaLink": "https://shop.example/v1/products/delta()?$deltatoken=8",
      },
    }),
  ],
  [
    "GET /products/delta()",
    () => ({
      body: { value: [product], "@odata.deltaLink": "https://shop.example/v1/products/delta()?$deltatoken=7" },
    }),
  ],
  [`GET /products(${id})/image`, () => ({ headers: { "content-type": "image/png", etag: 'W/"3"' }, body: "PNG" })],
  [`GET /products(${id})/name`, () => ({ body: { "@odata.context": "$metadata#products/1/name", value: "Lamp" } })],
  [`GET /products(${id})/size`, () => ({ body: { width: 3, height: 4 } })],
  [`GET /products(${id})/suppliers/$ref`, () => ({ body: { value: [{ "@odata.id": "suppliers/S1" }] } })],
  [`GET /products(${id})`, () => ({ body: product })],
  ["GET /products/cheapest", () => ({ body: product })],
  ["GET /products", () => ({ body: { "@odata.count": 1, value: [product] } })],
  ["GET /orders/report()", () => ({ status: 302, headers: { location: "https://files.example/report.csv" } })],
  ["GET https://files.example/report.csv", () => ({ headers: { "content-type": "text/csv" }, body: "a;b" })],
  ["GET /orders(7)", () => ({ body: { "@odata.etag": 'W/"1"', number: "7", note: "Ring twice." } })],
  ["PATCH /orders(7)", () => ({ status: 412, body: { error: { code: "412", message: "The order was changed." } } })],
  [
    "GET /suppliers('S1')",
    (count) => (count > 1 ? { body: { code: "S1" } } : { status: 429, headers: { "retry-after": "0" } }),
  ],
  ["POST /products/export", () => ({ status: 202, headers: { location: "https://shop.example/v1/jobs/1" } })],
  [
    "GET /jobs/1",
    (count) => (count > 1 ? { body: { code: "A", title: "Lamps" } } : { status: 202, headers: { "retry-after": "0" } }),
  ],
  [`POST /products(${id})/startUpload`, () => ({ body: { uploadUrl: "https://upload.example/1" } })],
  ["PUT https://upload.example/1", () => ({ status: 201, body: product })],
  [
    "POST /products",
    () => ({ status: 201, headers: { location: `https://shop.example/v1/products(${id})` }, body: product }),
  ],
  [
    "POST /$batch",
    () => ({
      body: {
        responses: [
          { id: "1", status: 200, headers: { "content-type": "application/json" }, body: product },
          { id: "2", status: 404, headers: {}, body: { error: { code: "404", message: "No order 8." } } },
        ],
      },
    }),
  ],
];

const counts = new Map<string, number>();

/** Headers that every request has are not shown. */
const ordinary =
  /^(?:accept: (?:application\/json(?:;IEEE754Compatible=true)?|\*\/\*)|content-type: application\/json.*)$/;

export async function shopFetch(url: string, init: RequestInit = {}): Promise<Response> {
  const { method = "GET", body } = init;
  const path = url.replace("https://shop.example/v1", "");
  const headers = [...new Headers(init.headers)].map(([name, value]) => `${name}: ${value}`);
  const shown = [`${method} ${path}`, ...headers.filter((header) => !ordinary.test(header))];
  const content = body === undefined || body === null ? [] : ["", await textOf(body)];
  sent.push([...shown, ...content].join("\n"));
  const rule = rules.find(([start]) => `${method} ${path}`.startsWith(start));
  if (rule === undefined) return new Response(null, { status: 204 });
  const count = (counts.get(rule[0]) ?? 0) + 1;
  counts.set(rule[0], count);
  const answer = rule[1](count);
  const text = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
  return new Response(text, {
    status: answer.status ?? 200,
    headers: { "content-type": "application/json", ...answer.headers },
  });
}

function textOf(body: NonNullable<RequestInit["body"]>): Promise<string> {
  return typeof body === "string" ? Promise.resolve(body) : new Response(body).text();
}
