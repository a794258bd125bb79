import type { Body, Example, ExampleRequest, ExampleResponse, JsonValue } from "../../edm/requests.js";
import { isQualifiedName, type QualifiedName } from "../../edm/names.js";
import { readHttpMessage, type HttpMessage, type HttpRequest, type HttpResponse } from "./http-message.js";
import type { Code, Metadata, Section } from "../page.js";
import { isTrueMember, offsetOfMember, stringMember } from "../markdown/metadata.js";
import { placeOf, type PageContext } from "../page-context.js";
import { readJson, type JsonNode } from "../json/read-json.js";

/** A JSON body with its tree. */
export interface BodyTree {
  /** Offset of the body in the source; the offsets of nodes count from here. */
  readonly at: number;
  readonly root: JsonNode;
  readonly value: JsonValue;
}

/** An example with the trees of its bodies and the type that the comment before the response states. */
export interface ReadExample {
  readonly example: Example;
  readonly requestBody: BodyTree | undefined;
  readonly responseBody: BodyTree | undefined;
  readonly responseType: QualifiedName | undefined;
}

type StatedType = NonNullable<Body["said"]>;

interface ShownMessage {
  readonly message: HttpMessage;
  readonly body: BodyTree | undefined;
  readonly stated: StatedType | undefined;
}

/** Reads the examples of a page: each is a request with the response that follows it, or one of them alone. */
export function examplesOf(context: PageContext): readonly ReadExample[] {
  const shown: ShownMessage[] = [];
  for (const section of context.page.sections) pushMessages(context, section, shown);
  const examples: ReadExample[] = [];
  for (const next of shown) {
    const { message } = next;
    if (message.kind === "request") examples.push(exampleOfRequest(context, next, message));
    else {
      const open = examples.at(-1)?.example.response === undefined ? examples.pop() : undefined;
      examples.push(withResponse(context, open, next, message));
    }
  }
  return examples;
}

function pushMessages(context: PageContext, section: Section, shown: ShownMessage[]): void {
  let metadata: Metadata | undefined;
  const { inExample } = section;
  for (const block of section.blocks) {
    if (block.kind === "Metadata") metadata = block;
    if (block.kind !== "Code" || !isHttp(block)) continue;
    const message = readHttpMessage(block);
    if (message === undefined) {
      if (inExample) context.report.add("page-example-unreadable", placeOf(context, block.at), {});
    } else if (inExample || isExampleItself(message)) {
      shown.push({ message, body: bodyOf(context, message), stated: statedTypeOf(context, metadata) });
    }
    metadata = undefined;
  }
}

/** Whether a message outside of examples is one, as on old pages: any response, and a request with headers or a body. */
function isExampleItself(message: HttpMessage): boolean {
  return message.kind === "response" || message.headers.length > 0 || /^[{[]/.test(message.body?.text ?? "");
}

/** Whether code is an HTTP message; code in other languages shows calls of a library. */
function isHttp({ language, text }: Code): boolean {
  return /^(?:http|msgraph)/.test(language) || (language === "" && /^\s*(?:HTTP\/|[A-Z]+ )/.test(text));
}

/** Words in brackets instead of binary content: `{file contents}`, `[Zip file containing a Teams app package]`. */
const NO_JSON = /^(?:\{[\p{L}\d .,'-]+\}|\[[\p{L}\d .,'-]*\p{L}[\p{L}\d .,'-]*\])\s*$/u;

function bodyOf(context: PageContext, { body }: HttpMessage): BodyTree | undefined {
  if (body === undefined || !/^[{[]/.test(body.text) || NO_JSON.test(body.text)) return undefined;
  const { tree, value, fault, usable } = readJson(body.text);
  if (fault !== undefined) {
    const code = usable ? "page-json-faulty" : "page-json-unreadable";
    context.report.add(code, placeOf(context, body.at + fault.at), { what: fault.what });
  }
  return tree === undefined || value === undefined || !usable ? undefined : { at: body.at, root: tree, value };
}

/** The type that the comment before a message states by `@odata.type` and `isCollection`. */
function statedTypeOf(context: PageContext, metadata: Metadata | undefined): StatedType | undefined {
  const stated = metadata === undefined ? undefined : stringMember(metadata, "@odata.type");
  if (metadata === undefined || stated === undefined) return undefined;
  const [, items] = /^#?Collection\((.*)\)$/i.exec(stated) ?? [];
  const type = (items ?? stated).replace(/^#/, "");
  if (type === "") return undefined;
  const collection = items !== undefined || isTrueMember(metadata, "isCollection");
  if (isQualifiedName(type)) return { type, collection };
  // Single words such as "String" and "stream" name primitives.
  if (!/^\w+$/.test(type)) {
    const at = placeOf(context, offsetOfMember(metadata, "@odata.type"));
    context.report.add("page-name-illegal", at, { what: "type with its namespace", name: type });
  }
  return undefined;
}

function bodyAsData(context: PageContext, { body, stated }: ShownMessage): { readonly body?: Body } {
  if (body === undefined) return {};
  return { body: { at: placeOf(context, body.at), value: body.value, ...(stated && { said: stated }) } };
}

function exampleOfRequest(
  context: PageContext,
  shown: ShownMessage,
  { at, method, url, headers }: HttpRequest,
): ReadExample {
  const request: ExampleRequest = { at: placeOf(context, at), method, url, headers, ...bodyAsData(context, shown) };
  return { example: { request }, requestBody: shown.body, responseBody: undefined, responseType: undefined };
}

/** Adds a response to the example of its request, or makes an example of the response alone. */
function withResponse(
  context: PageContext,
  earlier: ReadExample | undefined,
  shown: ShownMessage,
  { at, status, headers }: HttpResponse,
): ReadExample {
  const response: ExampleResponse = { at: placeOf(context, at), status, headers, ...bodyAsData(context, shown) };
  const request = earlier?.example.request;
  return {
    example: request === undefined ? { response } : { request, response },
    requestBody: earlier?.requestBody,
    responseBody: shown.body,
    responseType: shown.stated?.type,
  };
}

/** The qualified type names in the bodies and comments of examples. */
export function typesShown(examples: readonly ReadExample[]): readonly QualifiedName[] {
  const types: QualifiedName[] = [];
  for (const { requestBody, responseBody, responseType } of examples) {
    if (requestBody !== undefined) pushTypes(requestBody.value, types);
    if (responseBody !== undefined) pushTypes(responseBody.value, types);
    if (responseType !== undefined) types.push(responseType);
  }
  return types;
}

function pushTypes(value: JsonValue, types: QualifiedName[]): void {
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries<JsonValue>(value)) {
    const stated = name === "@odata.type" && typeof inner === "string" ? inner.replace(/^#/, "") : undefined;
    if (stated !== undefined && isQualifiedName(stated)) types.push(stated);
    pushTypes(inner, types);
  }
}
