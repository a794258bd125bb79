import type { ClientOptions, Facts } from "../../http/connection.js";
import type { LightJson } from "../json/light.js";
import type { LiteralKindV2, ValueKind } from "../values/kind.js";

/** Options of a generated client. */
export interface ClientOptionsV2 extends Omit<ClientOptions, "exactNumbers"> {
  /**
   * Whether the client gets a CSRF token before its first change, from the service root or `path` (a GET with
   * `X-CSRF-Token: Fetch`), and sends it with all changes. Where `fetch` does not keep cookies, as in Node, the client
   * sends those of the service back to it: the token holds for them. Default: false.
   */
  csrf?: boolean | { readonly path?: string | undefined } | undefined;
  /** The HTTP method of `patch`; default: MERGE. `PUT` resets the properties that are not given. */
  updateVerb?: "MERGE" | "PATCH" | "PUT" | undefined;
  /** Whether MERGE is sent as POST with the header `X-HTTP-Method`, which proxies let pass. Default: true. */
  tunnel?: boolean | undefined;
  /** Of a service of OData 3.0: its JSON. `verbose` is that of OData 2.0. Responses may have any. Default: `light`. */
  format?: "light" | "verbose" | undefined;
}

/** Run-time data of a generated client, which types cannot express. Names are those of the TypeScript code. */
export interface FactsV2 extends Pick<Facts, "baseUrl" | "scopes" | "segments" | "media"> {
  readonly protocol: "2.0" | "3.0";
  /** Of OData 3.0: its light JSON. */
  readonly light?: LightJson;
  /**
   * Navigation properties to single entities whose name ends with `s`, those to collections whose name does not, and
   * function imports that give collections. The children of the service root are collections: these protocols have no
   * singletons.
   */
  readonly irregular?: readonly string[];
  /**
   * Kinds of keys other than strings, booleans and numbers of up to 32 bits, by `collection` or `type/collection`. For
   * a key of several properties, `.property` follows, or stands alone; the longer name takes precedence.
   */
  readonly keys?: Readonly<Record<string, LiteralKindV2 | "">>;
  /**
   * Kinds of parameters of function imports, by `parameter`, `import.parameter` or `type/import.parameter`; the longer
   * name takes precedence.
   */
  readonly parameters?: Readonly<Record<string, LiteralKindV2 | "">>;
  /**
   * The types that other tables name, and those that lead to them: by the segment, cast or complex-valued property that
   * a path or value comes to them with, or by `type/segment`. The service root has the type `.`; all others have none.
   */
  readonly types?: Readonly<Record<string, string>>;
  /**
   * Kinds of properties whose values differ from those that an app sees, by `property`, or by `type/property` where it
   * differs there; an empty kind is none. Results of function imports are among them, under their name or `./import`.
   */
  readonly values?: Readonly<Record<string, ValueKind | "">>;
  /**
   * HTTP methods of the function imports that the client calls by `post`, with their parameters in the query. Actions
   * that are not listed are posted with their parameters as body: those of OData 3.0, and function imports with
   * `sap:support-payload`.
   */
  readonly methods?: Readonly<Record<string, "POST" | "PUT" | "PATCH" | "MERGE" | "DELETE">>;
  /**
   * Single-valued navigation properties to entities with a property `value`, unless a property has the name, too: PUT
   * with `{ value }` replaces such an entity, while it sets a property everywhere else.
   */
  readonly navigation?: readonly string[];
}
