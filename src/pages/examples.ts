import type { Node } from "jsonc-parser";
import type { Body, Example, ExampleRequest, ExampleResponse } from "../edm/requests.js";
import { isQualifiedName, type QualifiedName } from "../edm/names.js";
import { showsExample } from "./headings.js";
import { readHttpMessage, type HttpMessage } from "./http-message.js";
import type { Code, Metadata, Section } from "./page.js";
import { metadataText } from "./page-facts.js";
import { placeOf, type Reading } from "./reading.js";
import { jsonValue, parseTolerantly, stringIn } from "./tolerant-json.js";

/** A body as a tree that knows its positions. */
export interface BodyTree {
  /** Offset in the source of the text that the nodes' offsets count from. */
  readonly at: number;
  readonly root: Node;
}

/** An example with the trees of its bodies, and the type that the comment beside the response names. */
export interface ReadExample {
  readonly example: Example;
  readonly requestBody?: BodyTree;
  readonly responseBody?: BodyTree;
  readonly responseType?: QualifiedName;
}

interface Shown {
  readonly message: HttpMessage;
  readonly body?: BodyTree;
  readonly type?: QualifiedName;
}

/** The examples of a page: a request and the response that follows it. */
export function examplesOf(reading: Reading): readonly ReadExample[] {
  const shown = reading.page.sections.flatMap((section) => messagesOf(reading, section));
  const examples: ReadExample[] = [];
  for (const next of shown) {
    const last = examples.at(-1);
    if (next.message.kind === "request") examples.push(withRequest(reading, next));
    else if (last !== undefined && last.example.response === undefined) {
      examples[examples.length - 1] = { ...last, ...withResponse(reading, last.example, next) };
    } else examples.push(withResponse(reading, {}, next));
  }
  return examples;
}

function messagesOf(reading: Reading, section: Section): readonly Shown[] {
  const shown: Shown[] = [];
  let metadata: Metadata | undefined;
  const inExample = showsExample(section);
  for (const block of section.blocks) {
    if (block.kind === "Metadata") metadata = block;
    if (block.kind !== "Code" || !isHttp(block)) continue;
    const message = readHttpMessage(block);
    if (message === undefined) {
      if (inExample) reading.report.add("page-example-unreadable", placeOf(reading, block.at), {});
    } else if (inExample || isExampleItself(message)) {
      shown.push({ message, ...bodyOf(reading, message), ...typeOf(reading, metadata) });
    }
    metadata = undefined;
  }
  return shown;
}

/** Old pages show examples without a heading of their own: a response is always one, a request if it sends something. */
function isExampleItself(message: HttpMessage): boolean {
  return message.kind === "response" || message.headers.length > 0 || /^[{[]/.test(message.body?.text ?? "");
}

/** Code in other languages shows how a library is called. */
function isHttp({ language, text }: Code): boolean {
  return /^(?:http|msgraph)/.test(language) || (language === "" && /^\s*(?:HTTP\/|[A-Z]+ )/.test(text));
}

/** `{file contents}`, `[Zip file containing a Teams app package]`: words for bytes. */
const NO_JSON = /^(?:\{[\p{L}\d .,'-]+\}|\[[\p{L}\d .,'-]*\p{L}[\p{L}\d .,'-]*\])\s*$/u;

function bodyOf(reading: Reading, { body }: HttpMessage): { readonly body?: BodyTree } {
  if (body === undefined || !/^[{[]/.test(body.text) || NO_JSON.test(body.text)) return {};
  const { tree, fault, usable } = parseTolerantly(body.text);
  if (fault !== undefined) {
    const code = usable ? "page-json-faulty" : "page-json-unreadable";
    reading.report.add(code, placeOf(reading, body.at + fault.at), { what: fault.what });
  }
  return tree === undefined || !usable ? {} : { body: { at: body.at, root: tree } };
}

function typeOf(reading: Reading, metadata: Metadata | undefined): { readonly type?: QualifiedName } {
  const said = metadata === undefined ? undefined : metadataText(metadata, "@odata.type");
  const type = said?.text.replace(/^#/, "").replace(/^Collection\((.*)\)$/i, "$1");
  if (said === undefined || type === undefined || type === "") return {};
  if (isQualifiedName(type)) return { type };
  // "String", "stream" and the like name primitives.
  if (!/^\w+$/.test(type)) {
    reading.report.add("page-name-illegal", placeOf(reading, said.at), { what: "type with its namespace", name: type });
  }
  return {};
}

function bodyAsData(reading: Reading, body: BodyTree | undefined): { readonly body?: Body } {
  return body === undefined ? {} : { body: { at: placeOf(reading, body.at), value: jsonValue(body.root) } };
}

function withRequest(reading: Reading, { message, body }: Shown): ReadExample {
  if (message.kind !== "request") return { example: {} };
  const { method, url, headers } = message;
  const request: ExampleRequest = {
    at: placeOf(reading, message.at),
    method,
    url,
    headers,
    ...bodyAsData(reading, body),
  };
  return { example: { request }, ...(body !== undefined && { requestBody: body }) };
}

function withResponse(reading: Reading, example: Example, { message, body, type }: Shown): ReadExample {
  if (message.kind !== "response") return { example };
  const { status, headers } = message;
  const response: ExampleResponse = { at: placeOf(reading, message.at), status, headers, ...bodyAsData(reading, body) };
  return {
    example: { ...example, response },
    ...(body !== undefined && { responseBody: body }),
    ...(type !== undefined && { responseType: type }),
  };
}

/** Every full type name that the bodies and comments of the examples show. */
export function typesShown(examples: readonly ReadExample[]): readonly QualifiedName[] {
  return examples.flatMap(({ requestBody, responseBody, responseType }) => [
    ...(requestBody === undefined ? [] : typesIn(requestBody.root)),
    ...(responseBody === undefined ? [] : typesIn(responseBody.root)),
    ...(responseType === undefined ? [] : [responseType]),
  ]);
}

function typesIn(node: Node): readonly QualifiedName[] {
  const said = node.type === "object" ? stringIn(node, "@odata.type")?.text.replace(/^#/, "") : undefined;
  const below = (node.children ?? []).flatMap(typesIn);
  return said !== undefined && isQualifiedName(said) ? [said, ...below] : below;
}
