import { streamOf, type Content } from "./platform.js";

/** The body of a request as `fetch` takes it. */
export interface Encoded {
  readonly content?: Content;
  /** The media type of JSON; other bodies have the type that `fetch` gives them. */
  readonly type?: string;
}

/** What `fetch` sends as it is, by the names of its types. */
const SENT_UNCHANGED = /^(Blob|File|ArrayBuffer|FormData|URLSearchParams|ReadableStream)$/;

/**
 * Encodes a body: what `fetch` takes stays as it is, everything else is JSON. `exact` has the names of properties of
 * the types Edm.Int64 and Edm.Decimal, whose numbers are sent as strings (OData JSON Format 4.01 §3.2). Throws a
 * TypeError for what JSON cannot express, such as a Map, or bytes inside an object.
 */
export function encoded(body: unknown, exact: readonly string[] = []): Encoded {
  if (body === undefined) return {};
  // Projects without the types of the DOM know fewer kinds of content.
  if (typeof body === "string" || ArrayBuffer.isView(body) || SENT_UNCHANGED.test(tagOf(body))) {
    return { content: body as Content };
  }
  if (isAsyncIterable(body)) return { content: streamOf(body) };
  let type = JSON_TYPE;
  const content = JSON.stringify(body, function (this: Readonly<Record<string, unknown>>, name, value: unknown) {
    // Dates and other objects with `toJSON` are already converted.
    if (ArrayBuffer.isView(this[name]) || (Object(value) === value && !/^(Object|Array)$/.test(tagOf(value)))) {
      throw new TypeError(`${tagOf(this[name])} is no JSON: ${name}`);
    }
    if (!exact.includes(name)) return value;
    type = EXACT_TYPE;
    return Array.isArray(value) ? value.map(exactOf) : exactOf(value);
  });
  return { content, type };
}

function exactOf(value: unknown): unknown {
  return Object(value) === value || value == null ? value : String(value);
}

const JSON_TYPE = "application/json";

/** Has Edm.Int64 and Edm.Decimal as strings (OData JSON Format 4.01 §3.2). */
const EXACT_TYPE = "application/json;IEEE754Compatible=true";

/** The media type that responses are requested in. */
export function acceptedType(exact: readonly string[] | undefined): string {
  return exact === undefined ? JSON_TYPE : EXACT_TYPE;
}
function isAsyncIterable(body: unknown): body is AsyncIterable<unknown> {
  return Symbol.asyncIterator in Object(body);
}

/** The name of the type of a value, such as `Object`, `Array` or `Blob`. */
export function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}
