import { expect } from "vitest";
import type { Line } from "../../runtime/v2/recorded/lines.js";

/** A request as it was sent, and its answer. Bodies are values where they are JSON. */
export interface Exchange {
  readonly method: string;
  /** The URL below the service root. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
}

/** What rows and steps of an app get: a client, and all of its requests, the newest last. */
export interface Connected<Client = unknown> {
  readonly client: Client;
  /** Without a slash at its end. */
  readonly serviceRoot: string;
  readonly sent: Exchange[];
}

/** A line of the table of differences as it shows at a service. `{root}` in texts is the service root. */
export interface Row<Client = unknown> {
  readonly line: Line;
  readonly name: string;
  call(client: Client): unknown;
  /** The request, or all of several; of the headers, those that are named. */
  readonly sends: Partial<Exchange> | readonly Partial<Exchange>[];
  /** A part of the last answer. */
  readonly answers?: unknown;
  /** What the app gets. */
  readonly sees?: unknown;
  /** A part of the error that the app gets instead. */
  readonly fails?: object;
}

/** A `fetch` that notes what is sent. */
export function noting(serviceRoot: string, sent: Exchange[]): (url: string, init: RequestInit) => Promise<Response> {
  return async (url, init) => {
    const response = await fetch(url, init);
    const { method = "GET", body } = init;
    sent.push({
      method,
      path: url.replace(serviceRoot, "").replace(/^\//, ""),
      headers: Object.fromEntries(new Headers(init.headers)),
      body: body === null ? undefined : jsonOf(body),
      status: response.status,
      answer: jsonOf(await response.clone().text()),
    });
    return response;
  };
}

/** A value of JSON; bytes and other text as text. */
function jsonOf(content: unknown): unknown {
  const text = content instanceof Uint8Array ? new TextDecoder().decode(content) : content;
  if (typeof text !== "string") return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Makes the call of a row, and compares requests, the last answer, and what the app gets. */
export async function testRow({ client, serviceRoot, sent }: Connected, row: Row): Promise<void> {
  const at = <T>(value: T): T => withRoot(value, serviceRoot);
  sent.length = 0;
  const call = async (): Promise<unknown> => row.call(client);
  if (row.fails === undefined) expect(await call()).toEqual(at(row.sees));
  else await expect(call()).rejects.toMatchObject(row.fails);
  const sends = [row.sends].flat();
  expect(sent).toHaveLength(sends.length);
  for (const [index, expected] of sends.entries()) {
    expect(sent[index]).toMatchObject(expected);
    // The others may have more than is expected; a body has not.
    if ("body" in expected) expect(sent[index]?.body).toEqual(expected.body);
  }
  if (row.answers !== undefined) expect({ answer: sent.at(-1)?.answer }).toMatchObject(at({ answer: row.answers }));
}

function withRoot<T>(value: T, root: string): T {
  if (value === undefined) return value;
  return JSON.parse(JSON.stringify(value).replaceAll("{root}", root)) as T;
}
