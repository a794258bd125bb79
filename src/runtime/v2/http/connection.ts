import { connectionOf, linkOf, ownLink, type Connection } from "../../http/connection.js";
import { contentOf, JSON_TYPE } from "../../http/content.js";
import type { Fetch } from "../../http/platform.js";
import { modernError } from "../json/error.js";
import type { LightJson } from "../json/light.js";
import { withToken } from "./csrf.js";
import type { ClientOptionsV2, FactsV2 } from "./facts.js";

/** The resolved options of a client of OData 2.0 or 3.0. */
export interface ConnectionV2 extends Connection {
  readonly wire: FactsV2;
  /** The HTTP method of `patch`. */
  readonly updateVerb: string;
  /** The media type of JSON. */
  readonly json: string;
  /** The form of bodies, where it is not that of OData 2.0. */
  readonly light: LightJson | undefined;
}

/** Resolves the options. Throws a TypeError when `baseUrl` is no HTTP URL, or has a user, query or fragment. */
export function connectionV2(options: ClientOptionsV2, wire: FactsV2): ConnectionV2 {
  const light = options.format === "verbose" ? undefined : wire.light;
  const json = wire.light?.mediaType(light !== undefined) ?? JSON_TYPE;
  const connection = connectionOf(options, wire, (body) => {
    let type: string | undefined;
    const content = contentOf(body, (_, value) => {
      type = json;
      return value;
    });
    return { content, headers: { "content-type": type } };
  });
  const { protocol } = wire;
  return {
    ...connection,
    wire,
    updateVerb: options.updateVerb ?? "MERGE",
    json,
    light,
    headers: { dataserviceversion: protocol, maxdataserviceversion: protocol, accept: json, ...options.headers },
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
