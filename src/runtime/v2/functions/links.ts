import { pendingRequest, type ListRequest, type ODataRequest } from "../../http/client-request.js";
import { linkOf } from "../../http/connection.js";
import { callOf, json, type Call, type RequestOptions, type WriteOptions } from "../../http/http.js";
import type { Page } from "../../http/page.js";
import type { Place } from "../../http/place.js";
import { TARGET, type Addressed } from "../../http/target.js";
import type { AnyNode } from "../../functions/nodes.js";
import { isNode, type CollectionReferences, type ItemReference } from "../../functions/ref.js";
import type { ConnectionV2 } from "../http/connection.js";
import { unwrappedV2 } from "../json/reply.js";

/**
 * The relations to other entities (`$links`, OData 2.0 URI Conventions §3.2), such as
 * `ref(client.Books.byId(1).author).set(client.Authors.byId(101))`. No request is sent.
 */
export function ref<D>(node: Addressed<D, "collection">): CollectionReferences<D>;
export function ref<D>(node: Addressed<D, "item">): ItemReference<D>;
export function ref(node: AnyNode): CollectionReferences<unknown> & ItemReference<unknown> {
  const { place } = node[TARGET];
  const connection = connectionOfNode(node);
  const path = linksPath(place);
  const write = (method: string, body?: unknown, options?: WriteOptions, key = ""): ODataRequest<void> =>
    pendingRequest(
      callOf(connection, { method, path: path + key, options, body, read: nothingIn }),
    ) as unknown as ODataRequest<void>;
  const read = (options: RequestOptions | undefined, lazy: boolean): ListRequest<string> =>
    pendingRequest(callOf(connection, { method: "GET", path, options, read: addressesIn(connection, place) }), lazy);
  const linkTo = (target: AnyNode) => ({ [connection.light ? "url" : "uri"]: addressOfNode(target) });
  return {
    add: (target, options) => write("POST", linkTo(target), options),
    set: (target, options) => write("PUT", linkTo(target), options),
    remove: (target?: object, options?: WriteOptions) =>
      isNode(target) ? write("DELETE", undefined, options, keyOf(target)) : write("DELETE", undefined, target),
    list: (options) => read(options, true),
    // The address of a single entity is no page.
    get: (options) => read(options, false) as ODataRequest<unknown> as ODataRequest<string | undefined>,
  };
}

/**
 * The address of a path, relative to the service root: for `@odata.bind` and `@odata.id` in bodies, such as
 * `{ "author@odata.bind": uriOf(client.Authors.byId(101)) }`.
 */
export function uriOf(node: AnyNode): string {
  return node[TARGET].place.path.slice(1);
}

/** Clients of this protocol have connections of this kind. */
export function connectionOfNode(node: AnyNode): ConnectionV2 {
  return node[TARGET].connection as ConnectionV2;
}

function addressOfNode(node: AnyNode): string {
  return `${node[TARGET].connection.base}/${uriOf(node)}`;
}

/** `Books(1)/$links/author` for `Books(1)/author`. */
function linksPath({ path, parent }: Place): string {
  const before = parent?.path ?? "";
  return `${before}/$links${path.slice(before.length)}`;
}

/** The key of an entity in its path. A link of a collection has it, too, whatever set the entity is of. */
function keyOf(target: AnyNode): string {
  const { path, parent } = target[TARGET].place;
  const segment = path.slice(parent?.path.length);
  if (!segment.includes("(")) throw new TypeError(`"${path}" has no key.`);
  return segment.slice(segment.indexOf("("));
}

async function nothingIn(): Promise<void> {}

/** A link as services write it. Some answer with the entities. */
interface Link {
  readonly uri?: string;
  readonly url?: string;
  readonly "@odata.id"?: string;
}

function addressesIn(connection: ConnectionV2, place: Place): Call["read"] {
  const addressIn = ({ uri, url = uri, "@odata.id": id = url }: Link) => id && linkOf(id, `${connection.base}/`, "");
  return async (response, url) => {
    const result = unwrappedV2(connection, await json(response, url), url, place) as Page<Link> | Link | undefined;
    if (result === undefined || result === null) return undefined;
    return "value" in result ? { ...result, value: result.value.map(addressIn) } : addressIn(result as Link);
  };
}
