import { describe, expect, expectTypeOf, test } from "vitest";
import type { ODataRequest } from "../../../src/runtime/client.js";
import { poll, response, type OperationState } from "../../../src/runtime/odata.js";
import { inTurn, operation, serveFaults, type Behavior, type FaultyService } from "../support/faults.js";
import { failureOf } from "./support/failure.js";
import { libraryClient, type File, type Library } from "./support/library.js";

const quick = { interval: 1 };
const file = { id: "9", name: "copy.txt" };

async function connected(behavior: Behavior): Promise<FaultyService & { client: Library }> {
  const service = await serveFaults(behavior);
  return { ...service, client: libraryClient({ baseUrl: service.root, credential: () => "TOKEN" }) };
}

function isPost({ method }: { method: string }): boolean {
  return method === "POST";
}

function urls({ received }: FaultyService): string[] {
  return received.map(({ method, url }) => `${method} ${url}`);
}

describe("poll", () => {
  test("asks the monitor until it answers with the response (AsyncResult)", async () => {
    const accepted = { status: 202, headers: { location: "/v1.0/monitors/1" } };
    const final = { headers: { asyncresult: "201" }, body: file };
    const service = await connected(operation(accepted, { status: 202 }, 2, final)(isPost));
    const copied = poll(service.client.files.byId("1").copy.post({ name: "x" }), quick);
    expectTypeOf(copied).toEqualTypeOf<ODataRequest<File | undefined>>();
    expect(await copied).toEqual(file);
    expect(urls(service)).toEqual(["POST /v1.0/files/1/copy", ...Array<string>(3).fill("GET /v1.0/monitors/1")]);
    expect(service.received.every(({ headers }) => headers.authorization === "Bearer TOKEN")).toBe(true);
  });

  test("unwraps a response of media type application/http, and the error that it may be", async () => {
    const wrapped = (status: string, body: object) => ({
      headers: { "content-type": "application/http" },
      body: `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(body)}`,
    });
    const answers = inTurn(
      { status: 202, headers: { location: "monitors/1" } },
      wrapped("200 OK", { id: "ü" }),
      { status: 202, headers: { location: "monitors/2" } },
      wrapped("409 Conflict", { error: { code: "exists", message: "There is one." } }),
    );
    const { client } = await connected(answers);
    const { copy } = client.files.byId("1");
    expect(await poll(copy.post({ name: "x" }), quick)).toEqual({ id: "ü" });
    expect(await failureOf(poll(copy.post({ name: "x" }), quick))).toMatchObject({ status: 409, code: "exists" });
  });

  test("reads the states of an operation, then the resource that it names below the service root", async () => {
    const service = await connected(
      inTurn(
        { status: 202, headers: { location: "/teams('1')/operations('2')" } },
        { body: { status: "notStarted" } },
        { body: { status: "inProgress", percentageComplete: 50 } },
        { body: { status: "succeeded", targetResourceLocation: "/files('9')" } },
        { body: file },
      ),
    );
    const states: OperationState[] = [];
    const onProgress = (state: OperationState) => states.push(state);
    expect(await poll(service.client.files.byId("1").copy.post({ name: "x" }), { ...quick, onProgress })).toEqual(file);
    expect(states.map(({ status }) => status)).toEqual(["notStarted", "inProgress", "succeeded"]);
    expect(urls(service)).toEqual([
      "POST /v1.0/files/1/copy",
      ...Array<string>(3).fill("GET /v1.0/teams('1')/operations('2')"),
      "GET /v1.0/files('9')",
    ]);
  });

  test("a monitor on another origin gets neither the token nor the headers of the client", async () => {
    const monitor = await serveFaults(
      inTurn({ status: 202, body: { status: "inProgress" } }, { body: { status: "completed", resourceId: "9" } }),
    );
    const service = await serveFaults(() => ({ status: 202, headers: { location: `${monitor.origin}/monitor/1` } }));
    const client = libraryClient({
      baseUrl: service.root,
      credential: () => "TOKEN",
      headers: { "x-secret": "1" },
    });
    const states: OperationState[] = [];
    const result = await poll(client.files.byId("1").copy.post({ name: "x" }), {
      ...quick,
      onProgress: (state) => states.push(state),
    });
    expect(result).toBeUndefined();
    expect(states.at(-1)).toMatchObject({ resourceId: "9" });
    expect(service.received[0]?.headers).toMatchObject({ authorization: "Bearer TOKEN", "x-secret": "1" });
    expect(monitor.received).toHaveLength(2);
    for (const { headers } of monitor.received) {
      expect(headers).not.toHaveProperty("authorization");
      expect(headers).not.toHaveProperty("x-secret");
    }
  });

  test("follows 303 to the result, and reads what PUT and PATCH have changed", async () => {
    const service = await connected(
      inTurn(
        { status: 202, headers: { location: "monitors/1" } },
        { status: 303, headers: { location: "files/9" } },
        { body: file },
        { status: 202, headers: { "azure-asyncoperation": "operations/2" } },
        { body: { status: "Succeeded" } },
        { body: file },
      ),
    );
    const { files } = service.client;
    expect(await poll(files.byId("1").copy.post({ name: "x" }), quick)).toEqual(file);
    expect(await poll(service.client.request("PATCH", "files/9", { body: {} }), quick)).toEqual(file);
    expect(urls(service).slice(-3)).toEqual([
      "PATCH /v1.0/files/9",
      "GET /v1.0/files/operations/2",
      "GET /v1.0/files/9",
    ]);
  });

  test("fails when the operation fails, with its error", async () => {
    const accepted = { status: 202, headers: { "operation-location": "operations/1" } };
    const error = { code: "nameAlreadyExists", message: "There is one." };
    const { client } = await connected(
      inTurn(accepted, { body: { status: "failed", error } }, accepted, { body: { status: "cancelled" } }),
    );
    const { copy } = client.files.byId("1");
    expect(await failureOf(poll(copy.post({ name: "x" }), quick))).toMatchObject({ ...error, method: "POST" });
    expect(await failureOf(poll(copy.post({ name: "x" }), quick))).toMatchObject({ code: "operationFailed" });
  });

  test("waits as Retry-After says, and the signal ends the wait", async () => {
    const accepted = { status: 202, headers: { location: "monitors/1", "retry-after": "1" } };
    const { client, received } = await connected(
      operation(accepted, { status: 202, headers: { "retry-after": "30" } }, 1, {})(isPost),
    );
    const start = Date.now();
    const controller = new AbortController();
    const request = poll(client.files.byId("1").copy.post({ name: "x" }), { ...quick, signal: controller.signal });
    const failure = failureOf(request);
    await expect.poll(() => received.length, { timeout: 3000 }).toBe(2);
    expect(Date.now() - start).toBeGreaterThan(950);
    controller.abort("enough");
    expect(await failure).toBe("enough");
  });

  test("what is done at once is the result as it is", async () => {
    const { client, received } = await connected(
      inTurn(
        { body: file },
        { status: 202 },
        { status: 202, headers: { location: "m" } },
        { body: { status: "open" } },
      ),
    );
    const { copy } = client.files.byId("1");
    expect(await poll(copy.post({ name: "x" }), quick)).toEqual(file);
    expect(await response(poll(copy.post({ name: "x" }), quick))).toMatchObject({ status: 202, value: undefined });
    expect(received).toHaveLength(2);
    expect(await poll(copy.post({ name: "x" }), quick)).toEqual({ status: "open" });
  });
});
