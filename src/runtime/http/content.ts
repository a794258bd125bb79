import { streamOf, type Content } from "./platform.js";

/** The body of a request as `fetch` takes it, and headers of the request. */
export interface Encoded {
  readonly content?: Content | undefined;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

export const JSON_TYPE = "application/json";

/** What `fetch` sends as it is, by the names of its types. */
const SENT_UNCHANGED = /^(Undefined|String|Blob|File|ArrayBuffer|FormData|URLSearchParams|ReadableStream)$/;

/**
 * A body as `fetch` takes it: what that takes stays as it is, with the media type that `fetch` gives it; everything
 * else is JSON, whose values `valueOf` gives, from the body itself to its innermost members. Throws a TypeError for
 * what JSON cannot express, such as a Map, or bytes inside an object.
 */
export function contentOf(body: unknown, valueOf: (name: string, value: unknown) => unknown): Content | undefined {
  // Projects without the types of the DOM know fewer kinds of content.
  if (ArrayBuffer.isView(body) || SENT_UNCHANGED.test(tagOf(body))) return body as Content | undefined;
  // Its type says nothing of the method.
  if (Symbol.asyncIterator in Object(body)) return streamOf(body as AsyncIterable<unknown>);
  return JSON.stringify(body, function (this: Readonly<Record<string, unknown>>, name, value: unknown) {
    // Dates and other objects with `toJSON` are already converted.
    if (ArrayBuffer.isView(this[name]) || (Object(value) === value && !/^(Object|Array)$/.test(tagOf(value)))) {
      throw new TypeError(`${tagOf(this[name])} is no JSON: ${name}`);
    }
    return valueOf(name, value);
  });
}

/** The name of the type of a value, such as `Object`, `Array` or `Blob`. */
export function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}
