import { connectionOf, linkOf, ownLink, type Connection, type Facts } from "../../http/connection.js";
import { callOf, type Call, type Description } from "../../http/http.js";
import type { Fetch } from "../../http/platform.js";
import { modernError } from "../json/error.js";
import { withToken } from "./csrf.js";
import type { ClientOptionsV2, FactsV2 } from "./facts.js";

/** The resolved options of a client of OData 2.0 or 3.0. */
export interface ConnectionV2 extends Connection {
  readonly wire: FactsV2;
  /** The HTTP method of `patch`. */
  readonly updateVerb: string;
  /** The media type of JSON. */
  readonly json: string;
  /** Whether JSON has the form of OData 2.0. */
  readonly verbose: boolean;
}

/** Resolves the options. Throws a TypeError when `baseUrl` is no HTTP URL, or has a user, query or fragment. */
export function connectionV2(options: ClientOptionsV2, wire: FactsV2): ConnectionV2 {
  // Kinds of literals, which are others here, are read by the modules of this protocol alone.
  const connection = connectionOf(options, wire as Facts);
  const { protocol } = wire;
  const verbose = protocol === "2.0" || options.format === "verbose";
  const form = verbose ? "verbose" : "minimalmetadata";
  const json = protocol === "2.0" ? "application/json" : `application/json;odata=${form}`;
  const versions = { dataserviceversion: protocol, maxdataserviceversion: protocol };
  return {
    ...connection,
    wire,
    updateVerb: options.updateVerb ?? "MERGE",
    json,
    verbose,
    headers: { ...versions, accept: json, ...options.headers },
    fetch: transport(connection, options),
  };
}

/** Sends MERGE as POST (OData 2.0 Operations §2.5), and gives errors the form of OData 4.0. */
function transport({ base, fetch, headers }: Connection, { csrf, tunnel = true }: ClientOptionsV2): Fetch {
  const send = csrf ? withToken(fetch, tokenAddress(base, csrf), headers) : fetch;
  return async (url, init) => {
    const isTunneled = tunnel && init.method === "MERGE";
    const sent = isTunneled
      ? { ...init, method: "POST", headers: { ...init.headers, "x-http-method": "MERGE" } }
      : init;
    const response = await send(url, sent);
    return response.ok ? response : modernError(response);
  };
}

/** The final slash matters: without it, some services answer with a redirect. */
function tokenAddress(base: string, csrf: true | { readonly path?: string | undefined }): string {
  const { path = "" } = Object(csrf) as { readonly path?: string | undefined };
  return ownLink({ base } as Connection, linkOf(path, `${base}/`, ""));
}

/** Makes a request of its description; see `callOf`. */
export function callV2(connection: ConnectionV2, description: Description): Call {
  const call = callOf(connection, description);
  if (call.headers["content-type"] === "application/json") {
    call.headers = { ...call.headers, "content-type": connection.json };
  }
  return call;
}
