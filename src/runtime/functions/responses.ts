import { CALL, type ODataRequest } from "../http/client-request.js";
import { linkOf } from "../http/connection.js";
import { etagOf } from "../http/http.js";
import type { FetchHeaders } from "../http/platform.js";

/** A response with its result. */
export interface ODataResponse<T> {
  readonly status: number;
  readonly headers: FetchHeaders;
  /**
   * The absolute URL in the header `Location`: of the entity that was created (201), of the monitor of an operation
   * (202), or of the result elsewhere (303).
   */
  readonly location: string | undefined;
  readonly value: T;
}

/** Gives status and headers beside the result. A response with the status 303 is no error then. */
export function response<T>(request: ODataRequest<T>): ODataRequest<ODataResponse<T>> {
  const call = request[CALL];
  const { read } = call;
  call.accepts = [...(call.accepts ?? []), 303];
  call.read = async (answer, url) => {
    const { status, headers } = answer;
    const location = headers.get("location");
    const absolute = location === null ? undefined : linkOf(location, url, "");
    return { status, headers, location: absolute, value: await read(answer, url) };
  };
  // The same request, now with another result.
  return request as unknown as ODataRequest<ODataResponse<T>>;
}

/**
 * Reads an entity unless it is unchanged: the result is undefined when its ETag is still that of `known`, the entity as
 * it was read or its ETag (OData Protocol 4.01 §8.2.5). Throws a TypeError for an entity without ETag.
 */
export function ifNoneMatch<T>(request: ODataRequest<T>, known: string | object): ODataRequest<T | undefined> {
  const etag = typeof known === "string" ? known : etagOf(known);
  if (etag === undefined) throw new TypeError("The entity has no ETag.");
  const call = request[CALL];
  const { read } = call;
  call.headers = { ...call.headers, "if-none-match": etag };
  call.accepts = [...(call.accepts ?? []), 304];
  call.read = async (answer, url) => (answer.status === 304 ? undefined : read(answer, url));
  return request as ODataRequest<T | undefined>;
}
