import type { Body, Example, ExampleRequest, ExampleResponse, JsonValue } from "../../edm/requests.js";
import { isQualifiedName, type QualifiedName } from "../../edm/names.js";
import { readHttpMessage, type HttpMessage, type HttpRequest, type HttpResponse } from "./http-message.js";
import type { Code, Metadata, Section } from "../page.js";
import { isTrueIn, placeIn, textIn } from "../markdown/metadata.js";
import { placeOf, type Reading } from "../reading.js";
import { stringIn, type JsonNode } from "../json/json-tree.js";
import { parseTolerantly } from "../json/tolerant-json.js";

/** A body as a tree that knows its positions. */
export interface BodyTree {
  /** Offset in the source of the text that the nodes' offsets count from. */
  readonly at: number;
  readonly root: JsonNode;
  /** The same as plain data. */
  readonly value: JsonValue;
}

/** An example with the trees of its bodies, and the type that the comment beside the response names. */
export interface ReadExample {
  readonly example: Example;
  readonly requestBody: BodyTree | undefined;
  readonly responseBody: BodyTree | undefined;
  readonly responseType: QualifiedName | undefined;
}

type SaidType = NonNullable<Body["said"]>;

interface Shown {
  readonly message: HttpMessage;
  readonly body: BodyTree | undefined;
  readonly said: SaidType | undefined;
}

/** The examples of a page: a request and the response that follows it. */
export function examplesOf(reading: Reading): readonly ReadExample[] {
  const shown: Shown[] = [];
  for (const section of reading.page.sections) pushMessages(reading, section, shown);
  const examples: ReadExample[] = [];
  for (const next of shown) {
    const { message } = next;
    if (message.kind === "request") examples.push(exampleOfRequest(reading, next, message));
    else {
      const open = examples.at(-1)?.example.response === undefined ? examples.pop() : undefined;
      examples.push(withResponse(reading, open, next, message));
    }
  }
  return examples;
}

function pushMessages(reading: Reading, section: Section, shown: Shown[]): void {
  let metadata: Metadata | undefined;
  const { inExample } = section;
  for (const block of section.blocks) {
    if (block.kind === "Metadata") metadata = block;
    if (block.kind !== "Code" || !isHttp(block)) continue;
    const message = readHttpMessage(block);
    if (message === undefined) {
      if (inExample) reading.report.add("page-example-unreadable", placeOf(reading, block.at), {});
    } else if (inExample || isExampleItself(message)) {
      shown.push({ message, body: bodyOf(reading, message), said: typeOf(reading, metadata) });
    }
    metadata = undefined;
  }
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

function bodyOf(reading: Reading, { body }: HttpMessage): BodyTree | undefined {
  if (body === undefined || !/^[{[]/.test(body.text) || NO_JSON.test(body.text)) return undefined;
  const { tree, value, fault, usable } = parseTolerantly(body.text);
  if (fault !== undefined) {
    const code = usable ? "page-json-faulty" : "page-json-unreadable";
    reading.report.add(code, placeOf(reading, body.at + fault.at), { what: fault.what });
  }
  return tree === undefined || value === undefined || !usable ? undefined : { at: body.at, root: tree, value };
}

/** `@odata.type` and `isCollection` of the comment before a message. */
function typeOf(reading: Reading, metadata: Metadata | undefined): SaidType | undefined {
  const said = metadata === undefined ? undefined : textIn(metadata, "@odata.type");
  if (metadata === undefined || said === undefined) return undefined;
  const [, items] = /^#?Collection\((.*)\)$/i.exec(said) ?? [];
  const type = (items ?? said).replace(/^#/, "");
  if (type === "") return undefined;
  const collection = items !== undefined || isTrueIn(metadata, "isCollection");
  if (isQualifiedName(type)) return { type, collection };
  // "String", "stream" and the like name primitives.
  if (!/^\w+$/.test(type)) {
    const at = placeOf(reading, placeIn(metadata, "@odata.type"));
    reading.report.add("page-name-illegal", at, { what: "type with its namespace", name: type });
  }
  return undefined;
}

function bodyAsData(reading: Reading, { body, said }: Shown): { readonly body?: Body } {
  if (body === undefined) return {};
  return { body: { at: placeOf(reading, body.at), value: body.value, ...(said && { said }) } };
}

function exampleOfRequest(reading: Reading, shown: Shown, { at, method, url, headers }: HttpRequest): ReadExample {
  const request: ExampleRequest = { at: placeOf(reading, at), method, url, headers, ...bodyAsData(reading, shown) };
  return { example: { request }, requestBody: shown.body, responseBody: undefined, responseType: undefined };
}

/** The example with a response, or one of the response alone. */
function withResponse(
  reading: Reading,
  earlier: ReadExample | undefined,
  shown: Shown,
  { at, status, headers }: HttpResponse,
): ReadExample {
  const response: ExampleResponse = { at: placeOf(reading, at), status, headers, ...bodyAsData(reading, shown) };
  const request = earlier?.example.request;
  return {
    example: request === undefined ? { response } : { request, response },
    requestBody: earlier?.requestBody,
    responseBody: shown.body,
    responseType: shown.said?.type,
  };
}

/** Every full type name that the bodies and comments of the examples show. */
export function typesShown(examples: readonly ReadExample[]): readonly QualifiedName[] {
  const types: QualifiedName[] = [];
  for (const { requestBody, responseBody, responseType } of examples) {
    if (requestBody !== undefined) pushTypes(requestBody.root, types);
    if (responseBody !== undefined) pushTypes(responseBody.root, types);
    if (responseType !== undefined) types.push(responseType);
  }
  return types;
}

function pushTypes(node: JsonNode, types: QualifiedName[]): void {
  if (node.kind === "array") for (const item of node.items) pushTypes(item, types);
  if (node.kind !== "object") return;
  const said = stringIn(node, "@odata.type")?.text.replace(/^#/, "");
  if (said !== undefined && isQualifiedName(said)) types.push(said);
  for (const { value } of node.entries) if (value.kind !== "scalar") pushTypes(value, types);
}
