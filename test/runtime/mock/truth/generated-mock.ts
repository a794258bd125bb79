/** A generated mock, loaded, and requests to it. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Mock, MockOptions, MockService } from "../../../../src/runtime/mock.js";
import type { GenerateRequest } from "../../../../src/generate.js";
import { generateTo } from "../../../support/generate.js";

/** The builders of a client, of which the compiler knows nothing here. */
export interface Builder {
  readonly [name: string]: Builder;
  (answer: (call: { readonly body: unknown; readonly keys: readonly string[] }) => unknown): Builder;
}

export type AnyMock = Mock<Builder> & { readonly on: Builder };

export interface Schema {
  readonly validate: (value: unknown) => { readonly issues?: readonly { readonly code: string }[] };
}

export interface GeneratedMock {
  readonly createMock: (options?: MockOptions) => AnyMock;
  readonly service: MockService;
  readonly schemas: Readonly<Record<string, Schema>>;
}

export async function generatedMock(
  inputs: readonly string[],
  options: Partial<GenerateRequest> = {},
): Promise<GeneratedMock> {
  const folder = mkdtempSync(join(tmpdir(), "odata-codegen-truth-"));
  await generateTo(folder, inputs, { emit: ["mock"], emitFormat: "js", ...options });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const load = async (file: string): Promise<object> =>
    (await import(pathToFileURL(join(folder, file)).href)) as object;
  // What the generated files export.
  const [mock, table, schemas] = await Promise.all(["mock.js", "mock-service.js", "validators.js"].map(load));
  return { ...mock, ...table, schemas } as GeneratedMock;
}

export interface Sent {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly text: string;
  /** The JSON, where it is an object. */
  readonly body: { readonly [name: string]: unknown; readonly value?: readonly unknown[] };
}

/** Sends `GET Books?$top=1`. */
export async function send(
  mock: Pick<AnyMock, "baseUrl" | "fetch">,
  line: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Sent> {
  const space = line.indexOf(" ");
  const url = `${mock.baseUrl}/${line.slice(space + 1)}`;
  const type = body === undefined ? {} : { "content-type": "application/json" };
  const content = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
  const init = { method: line.slice(0, space), headers: { ...type, ...headers }, ...content };
  const response = await mock.fetch(url, init);
  const text = await response.text();
  return {
    status: response.status,
    header: (name) => response.headers.get(name),
    text,
    body: text.startsWith("{") ? (JSON.parse(text) as Sent["body"]) : {},
  };
}
