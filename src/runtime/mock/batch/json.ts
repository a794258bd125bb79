/** Batches in JSON (OData JSON Format 4.01 §19). */
import { jsonOf } from "../handler/body.js";
import { badRequest } from "../handler/fault.js";
import type { Entity } from "../query/contract.js";
import { isEntity } from "../store/members.js";
import { bytesOfUtf8, textIn, type Answer, type Incoming } from "../web.js";
import type { BatchForm, BatchItem } from "./items.js";

export function jsonBatch(request: Incoming): BatchForm {
  const body = jsonOf(request);
  const list = isEntity(body) ? body["requests"] : undefined;
  if (!Array.isArray(list)) throw badRequest("The body has to have a list of requests.");
  return {
    items: list.map(itemOf),
    stops: false,
    answer: (answers) => ({
      status: 200,
      body: { responses: [...answers].map(([id, answer]) => responseItem(id, answer)) },
    }),
  };
}

function itemOf(item: unknown): BatchItem {
  const { id, method, url, atomicityGroup, dependsOn = [], headers = {}, body }: Entity = isEntity(item) ? item : {};
  if (typeof id !== "string" || typeof method !== "string" || typeof url !== "string" || !Array.isArray(dependsOn))
    throw badRequest("A request of a batch has an id, a method and a URL.");
  const lower = Object.entries(isEntity(headers) ? headers : {}).map(
    ([name, value]) => [name.toLowerCase(), String(value)] as const,
  );
  const type = body === undefined ? {} : { "content-type": "application/json" };
  return {
    id,
    method: method.toUpperCase(),
    url,
    atomicityGroup: typeof atomicityGroup === "string" ? atomicityGroup : undefined,
    dependsOn: dependsOn.map(String),
    headers: { ...type, ...Object.fromEntries(lower) },
    bytes: bytesOfUtf8(typeof body === "string" ? body : body === undefined ? "" : JSON.stringify(body)),
  };
}

function responseItem(id: string, { status, headers = {}, body }: Answer): Entity {
  const value = body instanceof Uint8Array ? textIn(body) : body;
  const type = body === undefined || typeof body === "string" ? {} : { "content-type": "application/json" };
  return { id, status, headers: { ...type, ...headers }, ...(value !== undefined && { body: value }) };
}
