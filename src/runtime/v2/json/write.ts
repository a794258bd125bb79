import { tagOf } from "../../http/content.js";
import { lookUp, type Place } from "../../http/place.js";
import type { ConnectionV2 } from "../http/connection.js";
import type { ValueKind } from "../values/kind.js";
import type { JsonObject, Member } from "./tables.js";

/**
 * Gives a body the form of the protocol, at any depth. Values of OData 2.0 are written by the tables; those of 3.0 are
 * as an app has them. `@odata.type`, `@odata.id` and `@odata.bind` become objects `__metadata`, or annotations
 * `odata.…` in light JSON of OData 3.0; other annotations are dropped. `type` is that of an object which does not tell
 * its own. What `fetch` sends as it is stays so.
 */
export function writeJson(connection: ConnectionV2, value: unknown, type: string, kind?: ValueKind | ""): unknown {
  if (Array.isArray(value)) return value.map((item) => writeJson(connection, item, type, kind));
  const { toJSON: convert } = Object(value) as { readonly toJSON?: () => unknown };
  if (typeof convert === "function") return writeJson(connection, convert.call(value), type, kind);
  if (tagOf(value) !== "Object" || Symbol.asyncIterator in Object(value)) {
    const isWritten = kind && value != null && Object(value) !== value && !connection.wire.light;
    return isWritten ? kind.write(String(value)) : value;
  }
  const { "@odata.type": named, "@odata.id": uri, ...members } = value as JsonObject;
  const own = typeof named === "string" ? named.replace("#", "") : undefined;
  const written = Object.entries(members).flatMap(([name, member]) =>
    writeMember(connection, own ?? type, name, member),
  );
  // JSON drops what is undefined.
  const metadata: readonly Member[] = (own ?? uri) ? [["__metadata", { uri, type: own }]] : [];
  return Object.fromEntries([...(connection.light?.metadata(own, uri) ?? metadata), ...written]);
}

function writeMember(connection: ConnectionV2, type: string, name: string, value: unknown): readonly Member[] {
  const { wire, light } = connection;
  const [property = "", annotation] = name.split("@");
  if (annotation === "odata.bind") return [light ? [name, value] : [property, linksOf(value)]];
  if (annotation !== undefined) return [];
  return [[name, writeJson(connection, value, lookUp(wire.types, type, name) ?? "", lookUp(wire.values, type, name))]];
}

/** References to entities that exist (OData 2.0 JSON Format §13, Operations §2.2). */
function linksOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(linksOf);
  return value == null ? value : { __metadata: { uri: value } };
}

/**
 * Gives the body of PUT the form of the protocol: that of a property is `{"Name": value}` (OData 2.0 Operations §2.6),
 * in light JSON `{"value": value}`. See {@link writeJson} for that of an entity.
 */
export function writePut(connection: ConnectionV2, body: unknown, { keyed, name, parent, type }: Place): unknown {
  const { wire, light } = connection;
  const isProperty = !keyed && parent?.parent !== undefined && !wire.navigation?.includes(name);
  const isValue = isProperty && tagOf(body) === "Object" && Object.keys(body as object).join() === "value";
  if (!isValue || light) return writeJson(connection, body, type);
  return writeJson(connection, { [name]: (body as JsonObject)["value"] }, parent.type);
}
