import { CALL, type ODataRequest } from "../../../http/client-request.js";
import { TARGET, type Addressed } from "../../../http/target.js";
import type { ItemOf } from "../../types/requests.js";

/** Numbers of the requests that others refer to; a program may have several batches at the same time. */
let last = 0;

/**
 * The entity that `request` creates in `collection`, for further requests of the same change set (OData 2.0 Batch
 * Processing §2.2.1): the service takes `$new1` for its address, whatever key it will have. Throws `alreadySent` when
 * the request was sent.
 */
export function created<D>(collection: Addressed<D, "collection">, request: ODataRequest<unknown>): ItemOf<D> {
  const { place, at } = collection[TARGET];
  const call = request[CALL];
  const id = call.headers["content-id"] ?? `new${++last}`;
  call.headers = { ...call.headers, "content-id": id };
  // The node of an entity of the collection.
  return at({ ...place, path: `/$${id}`, keyed: true, called: false }) as ItemOf<D>;
}
