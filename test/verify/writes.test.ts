/** `--write`: what is created is read, changed and deleted, whatever happens. */
import { describe, expect, it } from "vitest";
import { nodeIo } from "../../src/sources/node-io.js";
import { verifyService, type VerifyOptions, type VerifyRequest } from "../../src/verify-service.js";
import { runCli } from "../cli/run-cli.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { type Change, lineOf, writtenService } from "./written-service.js";

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });

/** A change of what a service answers once something was to be created. */
function afterCreate(change: Change): Change {
  let isAsked = false;
  return (request, next) => {
    isAsked ||= request.method === "POST";
    return isAsked ? change(request, next) : next();
  };
}

async function written(change?: Change, request: Partial<VerifyRequest> = {}, options: VerifyOptions = {}) {
  const service = await writtenService(change);
  const { origin, file } = service;
  const before = service.contents();
  const result = await verifyService(
    { inputs: [file], root: { url: origin }, allowRemote: [new URL(origin).host], write: true, ...request },
    nodeIo("/"),
    { position: 20_000, wait: () => Promise.resolve(), ...options },
  );
  const found = result.findings.map(({ cause, subject, message }) => `${cause} ${subject}: ${message}`);
  const writes = service.lines().filter((line) => !line.startsWith("GET"));
  return { ...result, found, writes, isAsBefore: service.contents() === before };
}

/** The JSON; else the text. */
function bodyIn(bytes: ArrayBuffer): unknown {
  const text = new TextDecoder().decode(bytes);
  return text.startsWith("{") ? JSON.parse(text) : text;
}

/** Ends the connection, as a planned fault of a mock does. */
function drop(): Promise<never> {
  const cause = Object.assign(new Error(), { name: "Dropped" });
  return Promise.reject(new TypeError("fetch failed", { cause }));
}

describe("a service that does what its metadata says", () => {
  it("has no findings, and holds what it held before", async () => {
    const { found, writes, written: log, isAsBefore, complete } = await written();
    expect({ found, isAsBefore, complete }).toEqual({ found: [], isAsBefore: true, complete: true });
    expect(writes).toEqual([
      "POST items",
      "PATCH items(20000)",
      "PATCH items(20000)",
      "DELETE items(20000)",
      "POST parts",
      "DELETE parts(item_id=1,number=20000)",
      "POST photos",
      "PUT photos(6)/$value",
      "DELETE photos(6)",
    ]);
    expect({ ...log, skipped: Object.fromEntries(log?.skipped ?? []) }).toEqual({
      created: 3,
      left: [],
      skipped: {
        laws: "the metadata does not allow creates",
        stones: "what is created could not be deleted, by the metadata",
      },
    });
  });

  it("is sent what creates require alone, with entities that it has in the place of related ones", async () => {
    const bodies: unknown[] = [];
    await written(async (request, next) => {
      if (request.method !== "GET") bodies.push(bodyIn(await request.arrayBuffer()));
      return next();
    });
    expect(bodies).toEqual([
      {
        id: 20_000,
        name: "name 20000",
        color: "blue",
        size: { height: expect.any(Number) as number },
        made: expect.any(String) as string,
      },
      { name: "name 20001" },
      { name: "name 20001" },
      "",
      { item_id: 1, number: 20_000, "model@odata.bind": "items(1)" },
      "",
      "odata-codegen",
      "odata-codegen, changed",
      "",
    ]);
  });

  it("is read only, unless it is told otherwise", async () => {
    const { writes, written: log } = await written(undefined, { write: false });
    expect({ writes, log }).toEqual({ writes: [], log: undefined });
  });
});

/** Changes the answer to one request, `PATCH items(20000)`, each time that it comes. */
const at =
  (line: string, answer: (next: () => Promise<Response>) => Promise<Response> | Response): Change =>
  (request, next) =>
    lineOf(request) === line ? Promise.resolve(answer(next)) : next();

describe("a service that", () => {
  it.each<[string, Change, readonly string[]]>([
    [
      "refuses a create",
      at("POST items", () => json(400, {})),
      ["write-refused items: a create with what is required is answered with 400"],
    ],
    [
      "answers a create with a value of another type",
      at("POST items", async (next) => {
        const body = (await (await next()).json()) as object;
        return json(201, { ...body, name: 5 });
      }),
      ["value-type shop.Item/name: must be a string"],
    ],
    [
      "stores another value",
      afterCreate(
        at("GET items(20000)", async (next) => {
          const body = (await (await next()).json()) as object;
          return json(200, { ...body, name: "other" });
        }),
      ),
      [
        "create-wrong items/name: another value is read than was sent",
        "update-wrong items/name: another value is read than was sent",
        "delete-wrong items: an entity is there after it was deleted",
      ],
    ],
    [
      "has not stored what it created",
      at("GET items(20000)", () => json(404, {})),
      ["create-wrong items: an entity that was created is answered with 404"],
    ],
    [
      "answers a create with 200 and another entity",
      at("POST items", async () =>
        json(200, {
          id: 1,
          name: "name 1",
          color: "red",
          size: { height: 1, depth: 1 },
          made: "2020-01-01T00:00:00Z",
          note: null,
        }),
      ),
      ["create-wrong items: a create is answered with 200 and another entity"],
    ],
    [
      "drops an update",
      at("PATCH items(20000)", () => new Response(undefined, { status: 204 })),
      ["update-wrong items/name: another value is read than was sent"],
    ],
    [
      "refuses an update",
      at("PATCH items(20000)", () => json(422, {})),
      ["write-refused items/name: an update of a property is answered with 422"],
    ],
    [
      "takes an old ETag",
      (request, next) =>
        request.method === "PATCH" && request.headers.get("if-match") === 'W/"2"'
          ? next().then((answer) => (answer.status === 412 ? new Response(undefined, { status: 204 }) : answer))
          : next(),
      ["etag-wrong items: an update with an old ETag is answered"],
    ],
    [
      "keeps what it deletes",
      afterCreate((request, next) =>
        lineOf(request) === "GET items(20000)" ? next().then((answer) => (answer.ok ? answer : json(200, {}))) : next(),
      ),
      ["delete-wrong items: an entity is there after it was deleted"],
    ],
  ])("%s", async (_, change, expected) => {
    const { found, written: log } = await written(change);
    expect({ found, left: log?.left }).toEqual({ found: expected, left: [] });
  });

  it("answers a deletion with 404 and keeps the entity, which is named", async () => {
    const { written: log } = await written(at("DELETE items(20000)", () => json(404, {})));
    expect(log?.left).toEqual([{ entity: "items(20000)", reason: "its deletion is answered with 404" }]);
  });

  it("refuses deletions, and is told so by name", async () => {
    const { found, written: log } = await written(at("DELETE items(20000)", () => json(403, {})));
    expect(found).toEqual([]);
    expect(log?.left).toEqual([{ entity: "items(20000)", reason: "its deletion is answered with 403" }]);
  });
});

it("what has the key before is neither created nor deleted", async () => {
  const taken = at("GET items(20000)", () => json(200, { id: 20_000 }));
  const { writes, written: log } = await written(taken);
  expect(writes.filter((line) => line.includes("items"))).toEqual([]);
  expect(log?.skipped.get("items")).toBe("there is an entity with the key that was to be created");
});

it("a service that wants a token of writes is given one of its session", async () => {
  let issued = 0;
  const { found, isAsBefore, requests } = await written(async ({ method, headers }, next) => {
    if (headers.get("x-csrf-token") === "Fetch") {
      const cookie = { "set-cookie": `session=${++issued}; HttpOnly`, "x-csrf-token": `t${issued}` };
      return new Response("{}", { headers: cookie });
    }
    const isValid = headers.get("x-csrf-token") === `t${issued}` && headers.get("cookie") === `session=${issued}`;
    if (method !== "GET" && !isValid)
      return new Response("{}", { status: 403, headers: { "x-csrf-token": "Required" } });
    return next();
  });
  expect({ found, isAsBefore, issued }).toEqual({ found: [], isAsBefore: true, issued: 1 });
  expect(requests).toBeGreaterThan(0);
});

it("media is compared with what was sent, and a refusal of a text is no finding", async () => {
  const other = await written((request, next) =>
    request.method === "GET" && request.url.endsWith("/$value") ? Promise.resolve(new Response("other")) : next(),
  );
  expect(other.found).toEqual([
    "create-wrong photos/$value: another content is read than was sent",
    "update-wrong photos/$value: another content is read than was sent",
  ]);
  const refused = await written(at("POST photos", () => json(415, {})));
  expect(refused.found).toEqual([]);
  expect(refused.written?.skipped.get("photos")).toBe("a text as media is answered with 415");
});

describe("what was created is deleted, too, after", () => {
  const isGone = { isAsBefore: true, left: [] };

  it("the limit on requests", async () => {
    const { requests: reads } = await written(undefined, { write: false });
    const { complete, writes, isAsBefore, ...result } = await written(undefined, { maxRequests: reads + 3 });
    expect({ complete, writes, isAsBefore, left: result.written?.left }).toEqual({
      ...isGone,
      complete: false,
      writes: ["POST items", "DELETE items(20000)"],
    });
  });

  it("a signal to end", async () => {
    const stopped = new AbortController();
    const change: Change = (request, next) => {
      if (request.method === "PATCH") stopped.abort();
      return next();
    };
    const { writes, isAsBefore, written: log } = await written(change, {}, { stop: stopped.signal });
    expect({ isAsBefore, left: log?.left }).toEqual(isGone);
    expect(writes).toEqual(["POST items", "PATCH items(20000)", "DELETE items(20000)"]);
  });

  it("an update without an answer", async () => {
    const { report, isAsBefore, written: log } = await written(at("PATCH items(20000)", drop));
    expect({ failed: report.failed, isAsBefore, left: log?.left }).toEqual({ ...isGone, failed: true });
  });

  it("a create that is carried out, and has no answer", async () => {
    const change = at("POST items", async (next) => {
      await next();
      return drop();
    });
    const { isAsBefore, written: log } = await written(change);
    expect({ isAsBefore, left: log?.left }).toEqual(isGone);
  });

  it("a deletion without an answer, which names what is left", async () => {
    const { isAsBefore, written: log } = await written(at("DELETE items(20000)", drop));
    expect({ isAsBefore, left: log?.left }).toEqual({
      isAsBefore: false,
      left: [{ entity: "items(20000)", reason: "its deletion has no answer" }],
    });
  });
});

describe("the command", () => {
  const run = async (change?: Change) => {
    const { origin, file } = await writtenService(change);
    return runCli(temporaryFolder(), ["verify-service", origin, file, "--write"]);
  };

  it("says what it created", async () => {
    const { code, stdout } = await run();
    expect(code).toBe(0);
    expect(stdout).toContain(
      "Created 3 entities, and deleted them. Not written: laws (the metadata does not allow creates)",
    );
  });

  it("names what it could not delete", async () => {
    const { code, stdout, stderr } = await run((request, next) =>
      request.method === "DELETE" && request.url.includes("items(") ? Promise.resolve(json(409, {})) : next(),
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(/Created 3 entities, and did not delete items\(\d+\)\./);
    expect(stderr).toMatch(
      /error entity-left: items\(\d+\) was created and is not deleted: its deletion is answered with 409; delete it by hand\./,
    );
  });
});
