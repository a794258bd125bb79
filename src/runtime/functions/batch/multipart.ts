import type { FetchResponse } from "../../http/platform.js";
import { binaryOf, bytesOfBinary } from "../shared/bytes.js";
import { httpResponse, messageOf, type Message } from "../shared/http-message.js";
import type { FullResponse } from "../shared/platform.js";
import { packed, relativeUrl, type BatchFormat } from "./format.js";
import type { Part, Unit } from "./plan.js";

/** A batch as `multipart/mixed`, for services that do not take JSON (OData Protocol 4.01 §11.7.7). */
export const multipart: BatchFormat = {
  expressesDependencies: false,
  accept: "multipart/mixed",
  preference: (continueOnError) => (continueOnError ? "odata.continue-on-error" : undefined),
  encode: async (units) => {
    const boundary = boundaryOf("batch");
    const texts = await Promise.all(units.map(unitText));
    return { type: `multipart/mixed;boundary=${boundary}`, content: bytesOfBinary(multipartText(texts, boundary)) };
  },
  decode: async (response, units) => {
    // Responses of every platform have all ways to read them.
    const bytes = await (response as FullResponse).arrayBuffer();
    const messages = partsIn({ headers: headersOf(response), body: binaryOf(bytes) });
    return new Map(units.flatMap((unit, index) => answersOf(unit, messages[index])));
  },
};

export function boundaryOf(name: string): string {
  return `${name}_${Math.random().toString(36).slice(2)}${Math.random().toString(36).slice(2)}`;
}

export function multipartText(texts: readonly string[], boundary: string): string {
  return `${texts.map((text) => `--${boundary}\r\n${text}\r\n`).join("")}--${boundary}--\r\n`;
}

async function unitText({ parts, group }: Unit): Promise<string> {
  const texts = await Promise.all(parts.map(partText));
  if (group === undefined) return texts.join("");
  const boundary = boundaryOf("changeset");
  return `Content-Type: multipart/mixed;boundary=${boundary}\r\n\r\n${multipartText(texts, boundary)}`;
}

async function partText({ id, call }: Part): Promise<string> {
  const body = packed(call);
  const headers = { ...call.headers, ...(body && { "content-type": body.type }) };
  return [
    "Content-Type: application/http",
    "Content-Transfer-Encoding: binary",
    `Content-ID: ${id}`,
    "",
    `${call.method} ${relativeUrl(call)} HTTP/1.1`,
    ...Object.entries(headers).map(([name, value]) => binaryText(`${name}: ${value}`)),
    "",
    body === undefined ? "" : binaryOf(await body.content.arrayBuffer()),
  ].join("\r\n");
}

/** The answers to a unit. A change set that failed has one answer for all its requests. */
export function answersOf({ parts }: Unit, message: Message | undefined): [Part, FetchResponse][] {
  if (message === undefined) return [];
  const isSet = /^multipart\//i.test(typeOf(message));
  const inner = isSet ? partsIn(message) : [message];
  return parts.flatMap((part, index): [Part, FetchResponse][] => {
    const byId = inner.find(({ headers }) => headers["content-id"] === part.id);
    const found = byId ?? inner[isSet ? index : 0];
    return found === undefined ? [] : [[part, httpResponse(found.body)]];
  });
}

export function partsIn(message: Message): Message[] {
  const boundary = /boundary="?([^";]+)/i.exec(typeOf(message))?.[1] ?? "";
  // The line break before a delimiter belongs to it (RFC 2046 §5.1.1).
  const [, ...texts] = `\r\n${message.body}`.split(new RegExp(`\\r?\\n--${patternOf(boundary)}`));
  return texts.filter((text) => !text.startsWith("--")).map((text) => messageOf(text.replace(/^[ \t]*\r?\n/, "")));
}

function typeOf({ headers }: Message): string {
  return headers["content-type"] ?? "";
}

export function headersOf(response: FetchResponse): Record<string, string> {
  return { "content-type": response.headers.get("content-type") ?? "" };
}

/** Text as UTF-8, with one character for each byte. */
export function binaryText(text: string): string {
  return encodeURIComponent(text).replace(/%(..)/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

function patternOf(text: string): string {
  return text.replace(/[^\w]/g, "\\$&");
}
