import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { ODataError, type ClientOptions } from "../../../src/runtime/client-v2.js";
import { withToken } from "../../../src/runtime/v2/http/csrf.js";
import { createShop, type Shop } from "./support/shop.js";

const guid = "01234567-89ab-cdef-0123-456789abcdef";

interface Gateway {
  readonly root: string;
  /** What was received, as `METHOD path token cookie`. */
  readonly received: string[];
  readonly requests: IncomingMessage[];
  /** Makes all tokens invalid. */
  forget(): void;
}

interface GatewayOptions {
  /** Milliseconds until the answer of a token. */
  readonly delay?: number;
  /** The status of answers to requests for a token. */
  readonly status?: number;
}

/** A service that takes changes only with a token that it gave for the session of the cookie. */
async function gateway({ delay = 0, status = 200 }: GatewayOptions = {}): Promise<Gateway> {
  const received: string[] = [];
  const requests: IncomingMessage[] = [];
  let sessions = 0;
  let valid = new Set<string>();
  const server = createServer((request, response) => {
    const { method, url, headers } = request;
    const token = String(headers["x-csrf-token"] ?? "-");
    const { cookie = "-" } = headers;
    received.push(`${method} ${url} ${token} ${cookie}`);
    requests.push(request);
    request.resume();
    if (token === "Fetch") {
      sessions++;
      valid.add(`t${sessions} theme=dark; SESSION=s${sessions}`);
      setTimeout(() => {
        response.writeHead(status, {
          ...(status === 200 ? { "x-csrf-token": `t${sessions}` } : {}),
          ...(status === 403 ? { "x-csrf-token": "Required" } : {}),
          "set-cookie": ["theme=dark; path=/", `SESSION=s${sessions}; path=/; HttpOnly`, "old=1; Max-Age=0"],
        });
        response.end("{}");
      }, delay);
    } else if (method !== "GET" && !valid.has(`${token} ${cookie}`)) {
      response.writeHead(403, { "x-csrf-token": "Required", "content-type": "text/plain" });
      response.end("CSRF token validation failed");
    } else {
      response.writeHead(method === "GET" ? 200 : 204);
      response.end(method === "GET" ? '{"d":{}}' : undefined);
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const forget = () => {
    valid = new Set();
  };
  return { root: `http://127.0.0.1:${port}/sap/shop`, received, requests, forget };
}

const change = ({ Authors }: Shop, key = 1) => Authors.byId(key).delete();

function shopOf({ root }: Gateway, options: ClientOptions = {}): Shop {
  return createShop({ baseUrl: root, csrf: true, ...options });
}

test("the first change gets a token from the root, and cookies go back with it", async () => {
  const service = await gateway();
  const shop = shopOf(service);
  await shop.Authors.byId(1).get();
  await change(shop);
  await shop.Books.byId(guid).patch({ title: "x" });
  await shop.Authors.byId(2).get();
  expect(service.received).toEqual([
    "GET /sap/shop/Authors(1) - -",
    "GET /sap/shop/ Fetch -",
    "DELETE /sap/shop/Authors(1) t1 theme=dark; SESSION=s1",
    `POST /sap/shop/Books(guid'${guid}') t1 theme=dark; SESSION=s1`,
    "GET /sap/shop/Authors(2) - theme=dark; SESSION=s1",
  ]);
});

test("without the option nothing is requested, and the service refuses", async () => {
  const service = await gateway();
  const error: unknown = await change(shopOf(service, { csrf: false })).catch((reason: unknown) => reason);
  expect(ODataError.is(error) && [error.status, error.message]).toEqual([403, "CSRF token validation failed"]);
  expect(service.received).toEqual(["DELETE /sap/shop/Authors(1) - -"]);
});

test("changes at the same time share a token", async () => {
  const service = await gateway({ delay: 20 });
  const shop = shopOf(service);
  await Promise.all([change(shop, 1), change(shop, 2), change(shop, 3)]);
  expect(service.received.filter((line) => line.includes("Fetch"))).toHaveLength(1);
  expect(service.received).toHaveLength(4);
});

test("a refused token is replaced once, for all changes that it was refused for", async () => {
  const service = await gateway({ delay: 20 });
  const shop = shopOf(service);
  await change(shop);
  service.forget();
  await Promise.all([change(shop, 1), change(shop, 2)]);
  expect(service.received.filter((line) => line.includes("Fetch"))).toHaveLength(2);
});

test("a service that refuses each token is asked twice", async () => {
  const service = await gateway();
  const shop = shopOf(service, {
    fetch: async (url, init) => {
      service.forget();
      return fetch(url, init);
    },
  });
  await expect(change(shop)).rejects.toMatchObject({ status: 403 });
  expect(service.received.map((line) => line.split(" ")[0])).toEqual(["GET", "DELETE", "GET", "DELETE"]);
});

test("a stream is sent once", async () => {
  const service = await gateway();
  const shop = shopOf(service);
  await change(shop);
  service.forget();
  const body = new Blob(["x"]).stream();
  await expect(shop.request("POST", "Media", { body })).rejects.toMatchObject({ status: 403 });
  expect(service.received).toHaveLength(3);
});

test("the token may come from another path, of the same origin alone", async () => {
  const service = await gateway();
  await change(shopOf(service, { csrf: { path: "/token/" } }));
  await change(shopOf(service, { csrf: { path: "Books" } }));
  expect(service.received.filter((line) => line.includes("Fetch")).map((line) => line.split(" ")[1])).toEqual([
    "/token/",
    "/sap/shop/Books",
  ]);
  expect(() => shopOf(service, { csrf: { path: "https://other.example/" } })).toThrow(/leads out of/);
});

test("the request for a token has the headers of the client and its credential", async () => {
  const service = await gateway();
  await change(shopOf(service, { credential: () => "secret", headers: { "sap-client": "100" } }));
  expect(service.requests[0]?.headers).toMatchObject({
    authorization: "Bearer secret",
    "sap-client": "100",
    accept: "application/json",
  });
  expect(service.requests[0]?.headers).not.toHaveProperty("if-match");
});

test.each([404, 403])("a service that gives no token, with status %i, gets the change without one", async (status) => {
  const service = await gateway({ status });
  await expect(change(shopOf(service))).rejects.toMatchObject({ status: 403 });
  expect(service.received.map((line) => line.split(" ")[2])).toEqual(["Fetch", "-", "Fetch", "-"]);
});

test("a failure of the network is not kept", async () => {
  const service = await gateway();
  let broken = true;
  const shop = shopOf(service, {
    fetch: async (url, init) => {
      if (broken) throw new TypeError("fetch failed");
      return fetch(url, init);
    },
  });
  await expect(change(shop)).rejects.toMatchObject({ code: "network" });
  broken = false;
  await change(shop);
  expect(service.received).toHaveLength(2);
});

test("cookies of the options stay", async () => {
  const service = await gateway();
  await shopOf(service, { headers: { Cookie: "mine=1" } })
    .Authors.byId(1)
    .get();
  expect(service.received).toEqual(["GET /sap/shop/Authors(1) - mine=1"]);
});

test("neither token nor cookies go to another origin", async () => {
  const [service, other] = [await gateway(), await gateway()];
  const send = withToken(fetch, `${service.root}/`, {});
  await send(`${service.root}/Authors(1)`, { method: "DELETE", headers: {}, redirect: "manual" });
  await send(`${other.root}/Authors(1)`, { method: "GET", headers: {}, redirect: "manual" });
  await send(`${other.root}/Authors(1)`, { method: "DELETE", headers: {}, redirect: "manual" });
  expect(other.received).toEqual(["GET /sap/shop/Authors(1) - -", "DELETE /sap/shop/Authors(1) - -"]);
});
