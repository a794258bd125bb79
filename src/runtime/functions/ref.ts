import { pendingRequest, type ListRequest, type ODataRequest } from "../http/client-request.js";
import { linkOf } from "../http/connection.js";
import type { Casts } from "../http/entity.js";
import { callOf, json, type RequestOptions, type WriteOptions } from "../http/http.js";
import { unwrapped, type Page } from "../http/page.js";
import type { FetchResponse } from "../http/platform.js";
import type { AnyNode } from "./nodes.js";
import { TARGET, type Addressed, type Target } from "../http/target.js";

/** A path to an entity that D describes, or to one of a derived type. */
export type RefTarget<D> = Addressed<D | Casts<D>[keyof Casts<D>], "item">;

/** The references of a collection-valued navigation property to entities that D describes. */
export interface CollectionReferences<D> {
  /** Adds an entity that exists. */
  add(target: RefTarget<D>, options?: WriteOptions): ODataRequest<void>;
  /** Removes an entity from the collection; the entity itself stays. */
  remove(target: RefTarget<D>, options?: WriteOptions): ODataRequest<void>;
  /** The addresses of the entities (`@odata.id`), as absolute URLs. */
  list(options?: RequestOptions): ListRequest<string>;
}

/** The reference of a single-valued navigation property to an entity that D describes. */
export interface ItemReference<D> {
  /** Makes an entity that exists the related one. */
  set(target: RefTarget<D>, options?: WriteOptions): ODataRequest<void>;
  /** Removes the relation; the entity itself stays. On a path with a key it removes that entity from the collection. */
  remove(options?: WriteOptions): ODataRequest<void>;
  /** The address of the related entity (`@odata.id`), as an absolute URL. */
  get(options?: RequestOptions): ODataRequest<string | undefined>;
}

/**
 * The relations to other entities (`$ref`, OData Protocol 4.01 §11.4.6), such as
 * `ref(group.members).add(client.users.byId(id))`. No request is sent.
 */
export function ref<D>(node: Addressed<D, "collection">): CollectionReferences<D>;
export function ref<D>(node: Addressed<D, "item">): ItemReference<D>;
export function ref(node: AnyNode): CollectionReferences<unknown> & ItemReference<unknown> {
  const { connection, place } = node[TARGET];
  const path = `${place.path}/$ref`;
  const write = (method: string, options?: WriteOptions, body?: unknown, query = ""): ODataRequest<void> =>
    pendingRequest(
      callOf(connection, { method, path: path + query, options, body, read: nothingIn }),
    ) as unknown as ODataRequest<void>;
  const read = (options: RequestOptions | undefined, lazy: boolean): ListRequest<string> =>
    pendingRequest(callOf(connection, { method: "GET", path, options, read: idsIn }), lazy);
  return {
    add: (target, options) => write("POST", options, referenceTo(target)),
    set: (target, options) => write("PUT", options, referenceTo(target)),
    remove: (target?: object, options?: WriteOptions) =>
      isNode(target)
        ? write("DELETE", options, undefined, `?$id=${encodeURIComponent(addressOfNode(target))}`)
        : write("DELETE", target),
    list: (options) => read(options, true),
    // The address of a single entity is no page.
    get: (options) => read(options, false) as ODataRequest<unknown> as ODataRequest<string | undefined>,
  };
}

// Nodes can be called: no options are functions.
export function isNode(target: object | undefined): target is AnyNode {
  return typeof target === "function";
}

function addressOfNode(node: AnyNode): string {
  const { connection, place }: Target = node[TARGET];
  return connection.base + place.path;
}

function referenceTo(target: AnyNode): object {
  return { "@odata.id": addressOfNode(target) };
}

async function nothingIn(): Promise<void> {}

interface Reference {
  readonly "@odata.id"?: string;
  readonly "@id"?: string;
}

/** References are objects with their address alone (OData JSON Format 4.01 §14). */
async function idsIn(response: FetchResponse, url: string): Promise<unknown> {
  const body = await json(response, url);
  const result = unwrapped(body, false, url) as Page<Reference> | Reference | undefined;
  if (result === undefined) return undefined;
  const { "@odata.context": long, "@context": context = long ?? "" } = body as Readonly<Record<string, string>>;
  const idOf = ({ "@odata.id": id, "@id": short = id }: Reference) => short && linkOf(short, url, context);
  return "value" in result ? { ...result, value: result.value.map(idOf) } : idOf(result as Reference);
}
