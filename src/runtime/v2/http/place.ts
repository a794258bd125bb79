import { tagOf } from "../../http/content.js";
import { find, isCollection, lookUp, root, type Place } from "../../http/place.js";
import { literalV2 } from "../values/literal.js";
import type { ConnectionV2 } from "./connection.js";
import type { FactsV2 } from "./facts.js";

/**
 * Appends a key: `(1)`, or `(a=1,b=2)` for one of several properties (OData 2.0 URI Conventions §3.1). Throws a
 * TypeError for a key that cannot be written.
 */
export function byKeyV2({ wire }: ConnectionV2, place: Place, key: unknown): Place {
  const literalOf = (value: unknown, part: string): string => {
    if (value == null || Number.isNaN(value)) throw new TypeError(`${String(value)} is no key.`);
    return literalAt(place, value, wire.keys, place.name + part, part);
  };
  const pair = ([name, value]: readonly [string, unknown]): string =>
    `${encodeURIComponent(name)}=${literalOf(value, `.${name}`)}`;
  const text =
    tagOf(key) === "Object"
      ? Object.entries(key as object)
          .map(pair)
          .join()
      : literalOf(key, "");
  // Without a key, the path would be that of the whole collection.
  if (text === "") throw new TypeError("{} is no key.");
  return { ...place, path: `${place.path}(${text})`, called: false, keyed: true };
}

/**
 * Adds the parameters of a function import, which are query options (OData 2.0 URI Conventions §3.4, OData 3.0 URL
 * Conventions §5); undefined ones are omitted. Throws a TypeError for values that are no literals.
 */
export function withParametersV2({ wire }: ConnectionV2, place: Place, parameters: object): Place {
  const options = Object.entries(parameters)
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) =>
        `${encodeURIComponent(name)}=${literalAt(place, value, wire.parameters, `${place.name}.${name}`, name)}`,
    );
  return { ...place, aliases: [...place.aliases, ...options], called: true, keyed: false };
}

/** The literal of a key or parameter, whose kind a table has under its name after a place, or for its part alone. */
function literalAt({ parent }: Place, value: unknown, table: FactsV2["keys"], name: string, part: string): string {
  return literalV2(value, lookUp(table, parent?.type, name) ?? find(table, part));
}

/** Whether a place is a collection: it has no key, and is a child of the root or so by its name, see {@link isCollection}. */
export function isCollectionV2(connection: ConnectionV2, place: Place): boolean {
  const isSet = place.parent === root && !place.called && !place.keyed;
  return isSet || isCollection(connection, place);
}
