import type { IncomingHttpHeaders } from "node:http";
import { describe, expect, it } from "vitest";
import { formatDiagnostic } from "../../src/diagnostics/format-text.js";
import { Sources } from "../../src/diagnostics/position.js";
import { Report } from "../../src/diagnostics/report.js";
import { fetchResource } from "../../src/sources/remote/fetch-resource.js";
import type { Fetched, RemoteRequest } from "../../src/sources/remote/remote-input.js";
import { reportFailure } from "../../src/sources/remote/report-failure.js";
import { pem, pemPath, serve, serveProxy, serveSecurely } from "./server.js";

const edmx = '<edmx:Edmx Version="4.0"/>';

/** What is fetched, its bytes as text. */
async function fetched(request: RemoteRequest, ...alsoAllowed: readonly string[]) {
  const result = await fetchResource(request, [new URL(request.url).host, ...alsoAllowed]);
  return result.state === "fetched" ? { ...result, bytes: Buffer.from(result.bytes).toString() } : result;
}

/** What is said of a request that fails. */
async function saidOf(request: RemoteRequest, ...alsoAllowed: readonly string[]): Promise<string> {
  const failure = await fetchResource(request, [new URL(request.url).host, ...alsoAllowed]);
  if (isText(failure)) throw new Error("the request did not fail");
  const report = new Report();
  reportFailure(failure, { input: request.url }, report);
  return report.diagnostics.map((one) => formatDiagnostic(one, new Sources(), { color: false })).join("\n");
}

function isText(result: Fetched): result is Extract<Fetched, { state: "fetched" | "notModified" }> {
  return result.state === "fetched" || result.state === "notModified";
}

describe("a request", () => {
  it("takes headers of its input, with values of the environment", async () => {
    const seen: IncomingHttpHeaders[] = [];
    const { host } = await serve(({ headers }, response) => {
      seen.push(headers);
      response.writeHead(200, { etag: '"1"', "content-type": "application/xml" }).end(edmx);
    });
    const url = `http://${host}/$metadata`;
    const headers = { Authorization: "env:TOKEN", Accept: "application/json", "X-Client": "1" };
    expect(await fetched({ url, headers, env: { TOKEN: "Bearer abcdefgh\n" } })).toEqual({
      state: "fetched",
      bytes: edmx,
      url,
      etag: '"1"',
      contentType: "application/xml",
    });
    expect(seen).toMatchObject([
      { authorization: "Bearer abcdefgh", accept: "application/json", "x-client": "1", "accept-language": "en" },
    ]);
    await fetched({ url });
    expect(seen[1]?.accept).toBe("application/xml, application/json;q=0.9, text/markdown;q=0.8, */*;q=0.1");
    expect(seen[1]?.authorization).toBeUndefined();
  });

  it("is not sent without a variable that it needs", async () => {
    const { host, asked } = await serve((_, response) => response.end(edmx));
    const url = `http://${host}/`;
    for (const env of [{}, { TOKEN: " " }])
      expect(await saidOf({ url, headers: { Authorization: "env:TOKEN" }, env })).toBe(
        `${url} - error variable-not-set: "${url}" needs the environment variable "TOKEN" for the header "Authorization"; set it and run again.`,
      );
    expect(asked).toEqual([]);
  });

  it("with an ETag gets no text that it has", async () => {
    const { host } = await serve(({ headers }, response) => {
      if (headers["if-none-match"] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"' }).end(edmx);
    });
    expect(await fetched({ url: `http://${host}/`, etag: '"1"' })).toEqual({ state: "notModified" });
    expect(await fetched({ url: `http://${host}/`, etag: '"0"' })).toMatchObject({ state: "fetched", etag: '"1"' });
  });

  it("sends its headers to no other host, nor after a way back from one", async () => {
    const seen: Record<string, string | undefined> = {};
    const other = await serve(({ headers }, response) => {
      seen["other"] = headers.authorization;
      response.writeHead(302, { location: `http://${host}/back` }).end();
    });
    const { host } = await serve(({ headers, url = "" }, response) => {
      seen[url] = headers.authorization;
      if (url === "/here") response.writeHead(301, { location: "/there" }).end();
      else if (url === "/there") response.writeHead(307, { location: `http://${other.host}/` }).end();
      else response.end(edmx);
    });
    const request = { url: `http://${host}/here`, headers: { authorization: "Bearer abcdefgh" } };
    expect(await fetched(request, other.host)).toMatchObject({ bytes: edmx, url: `http://${host}/back` });
    expect(seen).toEqual({
      "/here": "Bearer abcdefgh",
      "/there": "Bearer abcdefgh",
      other: undefined,
      "/back": undefined,
    });
  });
});

describe("a request that fails", () => {
  it("shows the error text of the service", async () => {
    const answers: Readonly<Record<string, readonly [status: number, text: string, said: string]>> = {
      json: [404, '{"error":{"code":"1","message":"No segment"}}', 'HTTP 404 Not Found: "No segment"'],
      old: [403, '{"error":{"message":{"value":"No service found"}}}', 'HTTP 403 Forbidden: "No service found"'],
      xml: [
        500,
        "<m:error><m:message>RFC &amp; error</m:message></m:error>",
        'HTTP 500 Internal Server Error: "RFC & error"',
      ],
      problem: [429, '{"title":"Busy","status":429}', 'HTTP 429 Too Many Requests: "Busy"'],
      html: [401, "<html><title>Logon</title></html>", 'HTTP 401 Unauthorized: the HTML page "Logon"'],
      text: [406, "Only XML\nhere", 'HTTP 406 Not Acceptable: "Only XML"'],
      odd: [400, "[]", "HTTP 400 Bad Request"],
      none: [599, "", "HTTP 599"],
    };
    const { host } = await serve(({ url = "" }, response) => {
      const [status, text] = answers[url.slice(1)] ?? [200, ""];
      response.writeHead(status).end(text);
    });
    for (const [path, [status, , said]] of Object.entries(answers)) {
      const url = `http://${host}/${path}`;
      const remedy = [401, 403].includes(status)
        ? 'set "headers" of this input in the config file, such as { "Authorization": "env:TOKEN" }, or download the file and use that.'
        : "check the URL, or download the file and use that.";
      const code = [401, 403].includes(status) ? "remote-unauthorized" : "remote-failed";
      expect(await saidOf({ url })).toBe(`${url} - error ${code}: "${url}" could not be fetched (${said}); ${remedy}`);
    }
  });

  it("says to check headers that were sent, and repeats no value of them", async () => {
    const { host } = await serve(({ headers }, response) =>
      response
        .writeHead(401)
        .end(JSON.stringify({ error: { message: `Bad ${headers.authorization} of ${headers["x-key"]}` } })),
    );
    const url = `http://${host}/`;
    const headers = { Authorization: "env:TOKEN", "X-Key": "0123456789" };
    expect(await saidOf({ url, headers, env: { TOKEN: "Bearer abcdefgh" } })).toBe(
      `${url} - error remote-unauthorized: "${url}" could not be fetched (HTTP 401 Unauthorized: "Bad … of …"); check the values of its "headers" in the config file (Authorization, X-Key), or download the file and use that.`,
    );
    const illegal = await saidOf({ url, headers, env: { TOKEN: "Bearer\nabcdefgh" } });
    expect(illegal).toContain("remote-failed");
    expect(illegal).not.toContain("abcdefgh");
  });

  it("names the login page that it is sent to, without its query", async () => {
    const { host } = await serve((_, response) =>
      response.writeHead(302, { location: "https://login.example/tenant/oauth2/authorize?state=abcdefgh" }).end(),
    );
    const url = `http://${host}/`;
    expect(await saidOf({ url })).toBe(
      `${url} - error remote-login: "${url}" redirects to the login page "https://login.example/tenant/oauth2/authorize"; set "headers" of this input in the config file, such as { "Authorization": "env:TOKEN" }, or download the file and use that.`,
    );
  });

  it("shows of another redirect only where it leads", async () => {
    const { host } = await serve((_, response) =>
      response.writeHead(302, { location: "http://other.example/metadata?sig=abcdefgh" }).end(),
    );
    expect(await saidOf({ url: `http://${host}/` })).toContain('redirects to "http://other.example/metadata", which');
  });
});

describe("proxies of the environment", () => {
  it("take requests with and without TLS, except to hosts of NO_PROXY", async () => {
    const proxy = await serveProxy();
    const plain = await serve((_, response) => response.end(edmx));
    const secure = await serveSecurely((_, response) => response.end(edmx));
    const [http, https] = [`http://${plain.host}/a`, `https://${secure.host}/b`];
    const env = { HTTP_PROXY: `http://${proxy.host}`, HTTPS_PROXY: `http://${proxy.host}` };
    const ca = pemPath("ca.pem");
    expect(await fetched({ url: http, env })).toMatchObject({ bytes: edmx });
    expect(await fetched({ url: https, env, ca })).toMatchObject({ bytes: edmx });
    expect(proxy.asked).toEqual([http, secure.host]);
    expect(await fetched({ url: http, env: { ...env, NO_PROXY: "127.0.0.1" } })).toMatchObject({ bytes: edmx });
    expect(await fetched({ url: http, env: { https_proxy: `http://${proxy.host}` } })).toMatchObject({ bytes: edmx });
    expect(proxy.asked).toHaveLength(2);
  });

  it("that refuse are said, without their password", async () => {
    const { host } = await serve((_, response) => response.writeHead(407).end());
    const env = { HTTP_PROXY: `http://me:hush-hush@${host}`, HTTPS_PROXY: "http://me:hush-hush@127.0.0.1:1" };
    const said = [await saidOf({ url: "http://a.example/", env }), await saidOf({ url: "https://a.example/", env })];
    expect(said[0]).toContain("Proxy Authentication Required (407), with the proxies of the environment");
    expect(said[1]).toContain("with the proxies of the environment");
    expect(said.join()).not.toContain("hush");
  });
});

describe("certificates", () => {
  it("of the input make a host trusted, besides those of Node", async () => {
    const { host } = await serveSecurely((_, response) => response.end(edmx));
    const url = `https://${host}/`;
    expect(await saidOf({ url })).toMatch(
      /remote-untrusted: "[^"]*" could not be fetched, since the certificate of its host is not trusted \([A-Z_]+\); set "ca"/,
    );
    expect(await fetched({ url, ca: pemPath("ca.pem") })).toMatchObject({ bytes: edmx });
  });

  it("of the client are sent, with the passphrase of the environment, to the host of the input only", async () => {
    const demand = { ca: pem("ca.pem"), requestCert: true, rejectUnauthorized: true };
    const other = await serveSecurely((_, response) => response.end(edmx), demand);
    const { host } = await serveSecurely((request, response) => {
      if (request.url === "/away") response.writeHead(302, { location: `https://${other.host}/` }).end();
      else response.end(edmx);
    }, demand);
    const base = pemPath(".");
    const own = {
      url: `https://${host}/`,
      base,
      ca: "ca.pem",
      cert: "client.pem",
      key: "client-key.pem",
      passphrase: "env:PASS",
    };
    const env = { PASS: "hush-hush" };
    expect(await fetched({ ...own, env })).toMatchObject({ bytes: edmx });
    expect(await saidOf({ url: own.url, base, ca: "ca.pem" })).toMatch(
      /the host wants a client certificate|closed the connection/,
    );
    expect((await fetched({ ...own, env, url: `https://${host}/away` }, other.host)).state).not.toBe("fetched");
    expect(other.asked).toEqual([]);
    expect(await saidOf(own)).toContain('the environment variable "PASS" for "passphrase"');
    const wrong = await saidOf({ ...own, env: { PASS: "other-word" } });
    expect(wrong).toContain('error certificate-unreadable: "client-key.pem" cannot be used for');
    expect(wrong).not.toContain("other-word");
  });
});
