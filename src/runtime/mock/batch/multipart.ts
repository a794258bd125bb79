/** Batches as `multipart/mixed` (OData Protocol 4.01 §11.7.7). Texts have one character for each byte. */
import { badRequest } from "../handler/fault.js";
import { binaryOf, bytesOfBinary, bytesOfUtf8, type Answer, type Incoming } from "../web.js";
import { FAILED_DEPENDENCY, type Answers, type BatchForm, type BatchItem } from "./items.js";

interface Message {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function multipartBatch({ headers, bytes }: Incoming): BatchForm {
  const units = partsIn({ headers, body: binaryOf(bytes) }).map(unitItems);
  return {
    items: units.flat(),
    stops: true,
    answer: (answers) => multipartAnswer(units.flatMap((unit) => unitText(unit, answers))),
  };
}

/** The request of a part, or those of a change set. */
function unitItems(part: Message, index: number): readonly BatchItem[] {
  const isSet = /^multipart\//i.test(part.headers["content-type"] ?? "");
  if (!isSet) return [partItem(part, `#${index}`, undefined)];
  return partsIn(part).map((inner, at) => partItem(inner, `#${index}.${at}`, `#${index}`));
}

function partItem(part: Message, ownId: string, atomicityGroup: string | undefined): BatchItem {
  const [, method, url, rest = ""] = /^\s*(\S+) (\S+)(?: HTTP\/\S+)?[ \t]*\r?\n([^]*)$/.exec(part.body) ?? [];
  if (method === undefined || url === undefined) throw badRequest("A part of a batch has to be a request of HTTP.");
  const { headers, body } = messageOf(rest);
  const length = Number(headers["content-length"] ?? body.length);
  return {
    id: part.headers["content-id"] ?? headers["content-id"] ?? ownId,
    method: method.toUpperCase(),
    url,
    atomicityGroup,
    dependsOn: [],
    headers,
    bytes: bytesOfBinary(body.slice(0, length)),
  };
}

function partsIn({ headers, body }: Message): readonly Message[] {
  const [, quoted, plain] = /boundary=(?:"([^"]*)"|([^;\s]+))/i.exec(headers["content-type"] ?? "") ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) throw badRequest("The Content-Type of a batch has to have a boundary.");
  // The line break before a delimiter belongs to it (RFC 2046 §5.1.1); what stands before the first one is no part.
  const [, ...texts] = `\r\n${body}`.split(new RegExp(`\\r?\\n--${boundary.replace(/[^\w]/g, "\\$&")}`));
  const end = texts.findIndex((text) => text.startsWith("--"));
  if (end < 0) throw badRequest("The batch has no end.");
  return texts.slice(0, end).map((text) => messageOf(text.replace(/^[ \t]*\r?\n/, "")));
}

/** Divides a message into headers, by lower-case names, and body. */
function messageOf(text: string): Message {
  const [, head = "", body = ""] = /^((?:.+\r?\n)*)\r?\n([^]*)$/.exec(text) ?? [undefined, text];
  const lines = head.split(/\r?\n/).flatMap((line) => {
    const [, name, value = ""] = /^([^:]+):[ \t]*(.*?)[ \t]*$/.exec(line) ?? [];
    return name === undefined ? [] : [[name.toLowerCase(), value] as const];
  });
  return { headers: Object.fromEntries(lines), body };
}

/** Nothing for requests behind the end of the batch; a change set that failed has one response. */
function unitText(items: readonly BatchItem[], answers: Answers): readonly string[] {
  const found = items.flatMap(({ id }) => {
    const answer = answers.get(id);
    return answer === undefined ? [] : [{ id, answer }];
  });
  const failed = found.filter(({ answer }) => answer.status >= 400);
  const first = failed.find(({ answer }) => answer !== FAILED_DEPENDENCY) ?? failed[0];
  if (first !== undefined) return [responseText(first)];
  if (items[0]?.atomicityGroup === undefined) return found.map(responseText);
  const { type, text } = enclosed(found.map(responseText), "changeset");
  return [`Content-Type: ${type}\r\n\r\n${text}`];
}

function responseText({ id, answer }: { readonly id: string; readonly answer: Answer }): string {
  const { status, headers = {}, body } = answer;
  const isJson = body !== undefined && typeof body !== "string" && !(body instanceof Uint8Array);
  const text = typeof body === "string" ? body : isJson ? JSON.stringify(body) : "";
  const content = body instanceof Uint8Array ? body : bytesOfUtf8(text);
  const all = { ...(isJson && { "content-type": "application/json" }), ...headers };
  return [
    "Content-Type: application/http",
    "Content-Transfer-Encoding: binary",
    ...(id.startsWith("#") ? [] : [`Content-ID: ${id}`]),
    "",
    // The text after the status may be empty (RFC 9112 §4).
    `HTTP/1.1 ${status} `,
    ...Object.entries(all).map(([name, value]) => `${name}: ${value}`),
    `content-length: ${content.length}`,
    "",
    binaryOf(content),
  ].join("\r\n");
}

function multipartAnswer(texts: readonly string[]): Answer {
  const { type, text } = enclosed(texts, "batch");
  return { status: 200, headers: { "content-type": type }, body: bytesOfBinary(text) };
}

/** Parts between delimiters that stand in none of them. */
function enclosed(parts: readonly string[], name: string): { readonly type: string; readonly text: string } {
  let boundary = name;
  while (parts.some((part) => part.includes(`--${boundary}`))) boundary += "_";
  const text = `${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join("")}--${boundary}--\r\n`;
  return { type: `multipart/mixed;boundary=${boundary}`, text };
}
