import { describe, expect, test } from "vitest";
import { upload, type Uploaded } from "../../../src/runtime/odata.js";
import { serveFaults, uploadSession, type FaultyAnswer, type FaultyService } from "../support/faults.js";
import { failureOf } from "./support/failure.js";
import { libraryClient, type File, type Library } from "./support/library.js";

const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 256);
const done = { status: 201, headers: { location: "/files/9" }, body: { id: "9" } };

interface Connected {
  readonly client: Library;
  readonly service: FaultyService;
  /** The host of the uploads. */
  readonly host: FaultyService;
  readonly url: string;
  stored(): Buffer;
}

async function connected(
  fault?: (nth: number) => FaultyAnswer | undefined,
  final: FaultyAnswer = done,
): Promise<Connected> {
  const session = uploadSession(final, fault);
  const host = await serveFaults(session.behavior);
  const url = `${host.origin}/up/1?auth=SECRET`;
  const service = await serveFaults(() => ({ body: { uploadUrl: url, nextExpectedRanges: ["0-"] } }));
  const client = libraryClient({ baseUrl: service.root, credential: () => "TOKEN", headers: { "x-secret": "1" } });
  return { client, service, host, url, stored: session.bytes };
}

function ranges({ received }: FaultyService): string[] {
  return received.map(({ method, headers }) => `${method} ${headers["content-range"] ?? ""}`.trim());
}

describe("upload", () => {
  test("sends ranges to the session of a request, never with the token", async () => {
    const { client, service, host, stored } = await connected();
    const progress: number[] = [];
    const result: Uploaded<File> = await upload<File>(client.files.byId("1").createUploadSession.post({}), bytes, {
      chunkSize: 400,
      onProgress: ({ sent, total }) => progress.push(sent / total),
    });
    expect(result).toEqual({ status: 201, value: { id: "9" }, location: `${host.origin}/files/9` });
    expect(new Uint8Array(stored())).toEqual(bytes);
    expect(ranges(host)).toEqual(["PUT bytes 0-399/1000", "PUT bytes 400-799/1000", "PUT bytes 800-999/1000"]);
    expect(progress).toEqual([0.4, 0.8, 1]);
    expect(service.received[0]?.headers.authorization).toBe("Bearer TOKEN");
    for (const { headers } of host.received) {
      expect(headers).not.toHaveProperty("authorization");
      expect(headers).not.toHaveProperty("x-secret");
    }
  });

  test.each([
    ["a Blob", new Blob([bytes])],
    ["a buffer", bytes.buffer],
    ["a view", new DataView(Uint8Array.of(0, ...bytes, 0).buffer, 1, 1000)],
  ])("takes %s, and a URL alone", async (_, body) => {
    const { url, stored } = await connected();
    await upload(url, body, { chunkSize: 999 });
    expect(new Uint8Array(stored())).toEqual(bytes);
  });

  test("sends 3,276,800 bytes at once by default", async () => {
    const { url, host } = await connected();
    await upload(url, new Uint8Array(3_276_801));
    expect(ranges(host)).toEqual(["PUT bytes 0-3276799/3276801", "PUT bytes 3276800-3276800/3276801"]);
  });

  test.each([
    ["the answer is lost, though the bytes are stored", { cut: "before" }, 3],
    ["the service is unavailable", { status: 503, headers: { "retry-after": "0" } }, 4],
    ["the service fails", { status: 500 }, 4],
  ] as const)("goes on with what is missing when %s", async (_, fault, puts) => {
    const { url, host, stored } = await connected((nth) => (nth === 2 ? fault : undefined));
    await upload(url, bytes, { chunkSize: 400, delay: 1 });
    expect(new Uint8Array(stored())).toEqual(bytes);
    expect(ranges(host)).toContain("GET");
    expect(ranges(host).filter((line) => line.startsWith("PUT"))).toHaveLength(puts);
  });

  test("a failure while asking what is missing is repaired as well", async () => {
    const { url, stored } = await connected((nth) => (nth === 2 || nth === 3 ? { status: 502 } : undefined));
    await upload(url, bytes, { chunkSize: 400, delay: 1 });
    expect(new Uint8Array(stored())).toEqual(bytes);
  });

  test("gives up after `times` failures in a row, and when the session is gone", async () => {
    const broken = await connected(() => ({ status: 500 }));
    expect(await failureOf(upload(broken.url, bytes, { times: 2, delay: 1 }))).toMatchObject({ status: 500 });
    expect(broken.host.received).toHaveLength(3);
    const gone = await connected(() => ({ status: 404, body: { error: { code: "itemNotFound", message: "Gone." } } }));
    const error = await failureOf(upload(gone.url, bytes));
    expect(error).toMatchObject({ status: 404, code: "itemNotFound" });
    expect(JSON.stringify(error)).not.toContain("SECRET");
    expect(gone.host.received).toHaveLength(1);
  });

  test("resumes a session that was begun before", async () => {
    const { url, host, stored } = await connected();
    const controller = new AbortController();
    const options = { chunkSize: 400, signal: controller.signal, onProgress: () => controller.abort("later") };
    expect(await failureOf(upload(url, bytes, options))).toBe("later");
    await upload(url, bytes, { chunkSize: 400, resume: true });
    expect(new Uint8Array(stored())).toEqual(bytes);
    expect(ranges(host).slice(1)).toEqual(["GET", "PUT bytes 400-799/1000", "PUT bytes 800-999/1000"]);
    const session = { uploadUrl: url, nextExpectedRanges: ["1000-"] };
    expect(await upload(session, bytes)).toMatchObject({ value: undefined });
  });

  test("a last response without content has no value", async () => {
    const { url } = await connected(undefined, { status: 201 });
    expect(await upload(url, bytes)).toEqual({ status: 201, value: undefined, location: undefined });
  });

  test("refuses what no session can take", async () => {
    expect(await failureOf(upload("https://host.example", new Uint8Array()))).toBeInstanceOf(TypeError);
    expect(await failureOf(upload({ uploadUrl: null }, bytes))).toBeInstanceOf(TypeError);
  });
});
