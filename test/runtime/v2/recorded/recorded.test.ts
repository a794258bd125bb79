/** Generated clients against recorded answers: those of services that no test can start. */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compile, compilers } from "../../../support/compile.js";
import { full } from "../../../support/full.js";
import { generateTo } from "../../../support/generate.js";
import { lines } from "./lines.js";
import { play, recordingsOf, withRoot, type ExpectedRequest, type Received, type Recording } from "./service.js";

const services = fileURLToPath(new URL("services", import.meta.url));
const names = readdirSync(services);

/** What `calls.ts` of a service exports; it compiles only with the client that is generated from `metadata.xml`. */
interface Calls {
  readonly connect: (baseUrl: string) => unknown;
  readonly connectWithToken?: (baseUrl: string) => unknown;
  readonly calls: Readonly<Record<string, (client: unknown) => unknown>>;
}

const folder = mkdtempSync(join(tmpdir(), "odata-codegen-recorded-"));
beforeAll(async () => {
  for (const service of names) {
    await generateTo(join(folder, service, "service"), [join(services, service, "metadata.xml")]);
    copyFileSync(join(services, service, "calls.ts"), join(folder, service, "calls.ts"));
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// The guide, which has the same, compiles with all of them in every run.
it.each(full ? compilers : (["typescript"] as const))("the clients and their calls compile with %s", (compiler) => {
  expect(compile(folder, compiler, { emit: compiler === "typescript" })).toBe("");
});

describe.each(names)("%s", (service) => {
  const recordings = recordingsOf(service);
  let module: Calls;
  beforeAll(async () => {
    module = (await import(pathToFileURL(join(folder, "js", service, "calls.js")).href)) as Calls;
  });

  it("has a call for each recording", () => {
    expect(Object.keys(module.calls)).toEqual(recordings.map(({ name }) => name));
  });

  it.each(recordings)("$line: $name", async (recording) => {
    const { root, received } = await play(recording.exchanges.map(({ answer }) => answer));
    const { connect, connectWithToken = connect, calls } = module;
    const client = recording.line === "CSRF" ? connectWithToken(root) : connect(root);
    await compareResult(recording, async () => calls[recording.name]?.(client), root);
    expect(received).toHaveLength(recording.exchanges.length);
    for (const [index, { request }] of recording.exchanges.entries()) {
      compareRequest(received[index], withRoot(request, root));
    }
  });
});

async function compareResult({ sees, fails }: Recording, call: () => Promise<unknown>, root: string): Promise<void> {
  if (fails !== undefined) await expect(call()).rejects.toMatchObject(fails);
  else expect(await call()).toEqual(withRoot(sees, root));
}

function compareRequest(received: Received | undefined, expected: ExpectedRequest): void {
  const { method, path, headers = {}, body, text, textHas = [], noBody } = expected;
  // In queries, `fetch` encodes the quote.
  const query = received?.path.replace(/\?.*/, (text) => text.replaceAll("%27", "'"));
  expect(`${received?.method} ${query}`).toBe(`${method} ${path}`);
  expect(received?.headers).toMatchObject(headers);
  if (body !== undefined) expect(JSON.parse(received?.body ?? "")).toEqual(body);
  if (noBody) expect(received?.body).toBe("");
  if (text !== undefined) expect(received?.body).toBe(text);
  let rest = received?.body ?? "";
  for (const part of textHas) {
    expect(rest).toContain(part);
    rest = rest.slice(rest.indexOf(part) + part.length);
  }
}

it("each line of the table of differences shows here or at a real service", () => {
  const peers = fileURLToPath(new URL("../../../peers/odata-v2", import.meta.url));
  const rows = readdirSync(peers, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".rows.ts"));
  const shown = new Set<string | undefined>([
    ...names.flatMap((service) => recordingsOf(service).map(({ line }) => line)),
    ...rows.flatMap((path) =>
      [...readFileSync(join(peers, path), "utf8").matchAll(/^ +line: "(.*)",$/gm)].map(([, line]) => line),
    ),
  ]);
  expect(lines.filter((line) => !shown.has(line))).toEqual([]);
});
