import { TARGET, type Addressed } from "../../http/target.js";
import { pendingRequest, type ODataRequest } from "../../http/client-request.js";
import { callOf, type RequestOptions } from "../../http/http.js";
import { connectionOfNode } from "./links.js";

/**
 * Reads a primitive property as plain text (`$value`, OData 2.0 URI Conventions §3.1); undefined where it is null or
 * empty.
 */
export function value(
  node: Addressed<unknown, "value">,
  options: RequestOptions = {},
): ODataRequest<string | undefined> {
  const request = pendingRequest(
    callOf(connectionOfNode(node), {
      method: "GET",
      path: `${node[TARGET].place.path}/$value`,
      options: { ...options, headers: { accept: "text/plain", ...options.headers } },
      read: async (response) => (await response.text()) || undefined,
    }),
  );
  return request as unknown as ODataRequest<string | undefined>;
}
