import { CALL, pendingRequest, type ListRequest } from "../http/client-request.js";
import { linkOf, ownLink } from "../http/connection.js";
import type { Of } from "../http/entity.js";
import { callOf, json, type Call } from "../http/http.js";
import { unwrapped, type Page } from "../http/page.js";
import { pathOf, TARGET, type Addressed } from "../http/target.js";

/** An entity that is no longer part of the collection (OData JSON Format 4.01 §15). */
export interface Removed {
  readonly "@removed": {
    /** `deleted`, or `changed` where the entity exists, but is not in the collection any more. */
    readonly reason: "deleted" | "changed" | (string & {});
  };
  /** The key of the entity, or its address where the service gives that. */
  readonly id: string;
}

/** An entity that is new or has changed. Services may give the changed properties alone. */
export type Changed<T> = { [P in keyof T as P extends "id" ? P : never]: T[P] } & Partial<T>;

/** Reads changes: as many pages as there are; after the iteration, `deltaLink` leads to the changes after these. */
export type ChangesRequest<T> = ListRequest<Changed<T> | Removed>;

/** Whether an item says that an entity is removed. */
export function isRemoved(item: object): item is Removed {
  return "@removed" in item;
}

/**
 * Reads the entities of a collection first, then those that have changed: with `link`, the `deltaLink` that the round
 * before ended with (OData Protocol 4.01 §11.3). Takes a collection, a `delta` function, or a request for one of them
 * with its options. Throws `foreignLink` for a link to another origin.
 */
export function changes<T>(source: ListRequest<T>, link?: string): ChangesRequest<T>;
export function changes<D>(source: Addressed<D, "collection">, link?: string): ChangesRequest<Of<D, "read">>;
export function changes(
  source: ListRequest<unknown> | Addressed<unknown, "collection">,
  link?: string,
): ChangesRequest<object> {
  const request = isListRequest(source) ? source : listOf(source);
  const call = request[CALL];
  if (link !== undefined) call.url = ownLink(call.connection, linkOf(link, `${call.connection.base}/`, ""));
  else if (!/\/delta(\(\))?($|\?)/i.test(call.url)) call.headers = { ...call.headers, prefer: tracking(call) };
  call.read = readChanges;
  return request as ChangesRequest<object>;
}

function isListRequest(source: object): source is ListRequest<unknown> {
  return typeof source === "object";
}

function listOf(node: Addressed<unknown, "collection">): ListRequest<unknown> {
  const { connection, place } = node[TARGET];
  return pendingRequest(callOf(connection, { method: "GET", path: pathOf(place), read: readChanges }), true);
}

/** The preference of clients that want a delta link (OData Protocol 4.01 §8.2.8.6), beside others of the request. */
function tracking({ headers: { prefer } }: Call): string {
  return prefer === undefined ? TRACK : `${prefer}, ${TRACK}`;
}

const TRACK = "odata.track-changes";

async function readChanges(response: Parameters<Call["read"]>[0], url: string): Promise<unknown> {
  const page = unwrapped(await json(response), false, url) as Page<object> | undefined;
  if (!Array.isArray(page?.value)) return page;
  return { ...page, value: page.value.map(changeOf) };
}

/** A removed entity as OData 4.0, 4.01 and Microsoft Graph write it. */
interface AnyRemoved {
  readonly "@removed"?: { readonly reason?: string } | null;
  readonly "@odata.removed"?: { readonly reason?: string } | null;
  readonly "@odata.context"?: string;
  readonly "@context"?: string;
  readonly "@odata.id"?: string;
  readonly "@id"?: string;
  readonly id?: string;
  readonly reason?: string;
}

function changeOf(item: object): object {
  const { "@removed": short, "@odata.removed": removed = short, id, reason, ...rest } = item as AnyRemoved;
  const { "@odata.context": context = rest["@context"], "@odata.id": address = rest["@id"] } = rest;
  if (removed === undefined && !context?.endsWith("/$deletedEntity")) return item;
  return { ...rest, "@removed": { reason: reason ?? "deleted", ...removed }, id: id ?? address };
}
