import { tagOf } from "../../http/content.js";
import { find, isCollection, root, type Place } from "../../http/place.js";
import { lookUp } from "../json/tables.js";
import { literalV2 } from "../values/literal.js";
import type { ConnectionV2 } from "./connection.js";

/**
 * Appends a key: `(1)`, or `(a=1,b=2)` for one of several properties (OData 2.0 URI Conventions §3.1). Throws a
 * TypeError for a key that cannot be written.
 */
export function byKeyV2({ wire }: ConnectionV2, place: Place, key: unknown): Place {
  const literalOf = (value: unknown, rest: string): string => {
    if (value == null || Number.isNaN(value)) throw new TypeError(`${String(value)} is no key.`);
    const kind = lookUp(wire.keys, place.parent?.type ?? "", place.name + rest) ?? find(wire.keys, rest);
    return literalV2(value, kind);
  };
  const text =
    tagOf(key) === "Object"
      ? Object.entries(key as object).map(
          ([name, value]) => `${encodeURIComponent(name)}=${literalOf(value, `.${name}`)}`,
        )
      : literalOf(key, "");
  // Without a key, the path would be that of the whole collection.
  if (text.length === 0) throw new TypeError("{} is no key.");
  return { ...place, path: `${place.path}(${String(text)})`, called: false, keyed: true };
}

/**
 * Adds the parameters of a function import, which are query options (OData 2.0 URI Conventions §3.4, OData 3.0 URL
 * Conventions §5); undefined ones are omitted. Throws a TypeError for values that are no literals.
 */
export function withParametersV2({ wire }: ConnectionV2, place: Place, parameters: object): Place {
  const options = Object.entries(parameters).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const kind =
      lookUp(wire.parameters, place.parent?.type ?? "", `${place.name}.${name}`) ?? find(wire.parameters, name);
    return `${encodeURIComponent(name)}=${literalV2(value, kind)}`;
  });
  return { ...place, aliases: [...place.aliases, ...options], called: true, keyed: false };
}

/** Whether a place is a collection: it has no key, and is a child of the root or so by its name, see {@link isCollection}. */
export function isCollectionV2(connection: ConnectionV2, place: Place): boolean {
  const isSet = place.parent === root && !place.called && !place.keyed;
  return isSet || isCollection(connection, place);
}
