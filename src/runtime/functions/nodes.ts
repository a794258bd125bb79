import { pendingRequest, type ODataRequest } from "../http/client-request.js";
import { callOf, type RequestOptions } from "../http/http.js";
import { segment } from "../http/place.js";
import type { FetchResponse } from "../http/platform.js";
import { pathOf, TARGET, type Addressed } from "../http/target.js";

/** A node of any kind. */
export type AnyNode = Addressed<unknown, "item" | "collection" | "value" | "stream">;

/**
 * The segment with this name, as the property of that name gives it. For names that no node can have as a property:
 * `then` and `toJSON`, which would make it look like a promise or a date, and those of methods such as `get`. Throws a
 * TypeError for `.`, `..` and an empty name.
 */
export function segmentOf<N extends AnyNode, const Name extends string>(
  node: N,
  name: Name,
): Name extends keyof N ? N[Name] : unknown {
  const { connection, place, at } = node[TARGET];
  return at(segment(connection, place, name)) as Name extends keyof N ? N[Name] : unknown;
}

/**
 * Reads a primitive property as plain text (`$value`, OData Protocol 4.01 §11.2.4.1); undefined where it is null or
 * empty.
 */
export function value(
  node: Addressed<unknown, "value">,
  options: RequestOptions = {},
): ODataRequest<string | undefined> {
  const { connection, place } = node[TARGET];
  const request = pendingRequest(
    callOf(connection, {
      method: "GET",
      path: pathOf({ ...place, path: `${place.path}/$value` }),
      options: { ...options, headers: { accept: "text/plain", ...options.headers } },
      read: textIn,
    }),
  );
  return request as unknown as ODataRequest<string | undefined>;
}

async function textIn(response: FetchResponse): Promise<string | undefined> {
  return (await response.text()) || undefined;
}
