import { lookUp } from "../../http/place.js";
import type { FactsV2 } from "../http/facts.js";
import type { ValueKind } from "../values/kind.js";
import { isJsonObject, type JsonObject, type Member } from "./tables.js";

/**
 * Gives a value of a response the form of OData 4.0, at any depth: the objects `__metadata` become annotations
 * `@odata.…`, collections become arrays, and links to what is not expanded are dropped (OData 2.0 JSON Format §5 to §9).
 * `type` is that of an object which does not tell its own.
 */
export function readJson(facts: FactsV2, value: unknown, type: string, kind?: ValueKind | ""): unknown {
  if (Array.isArray(value)) return value.map((item) => readJson(facts, item, type, kind));
  if (!isJsonObject(value)) return kind ? kind.read(value) : value;
  const items = itemsOf(value);
  if (items) return readJson(facts, items, type, kind);
  const { type: named = value["@odata.type"] ?? type } = metadataOf(value);
  const own = String(named).replace("#", "");
  const members = Object.entries(value).flatMap(([name, member]) => readMember(facts, own, name, member));
  // A name may be `__proto__`.
  return Object.fromEntries(members);
}

function readMember(facts: FactsV2, type: string, name: string, value: unknown): readonly Member[] {
  const object = isJsonObject(value) ? value : {};
  if (name === "__metadata") return annotations("", object);
  if (object["__deferred"]) return [];
  const { __mediaresource: stream } = object;
  if (isJsonObject(stream)) return annotations(name, stream);
  const read = readJson(facts, value, lookUp(facts.types, type, name) ?? "", lookUp(facts.values, type, name));
  return [[name, read], ...(itemsOf(object) ? annotations(name, object) : [])];
}

/** The items of `{"results": […]}`, which may have a count and a link beside them. */
export function itemsOf(value: JsonObject): unknown[] | undefined {
  const { results } = value;
  const isList = Array.isArray(results) && Object.keys(value).every((name) => /^(results$|__)/.test(name));
  return isList ? results : undefined;
}

/** What JSON has in `__metadata` or beside `results`, by its name in OData 4.0. */
const ANNOTATIONS = {
  id: "uri",
  type: "type",
  etag: "etag",
  mediaReadLink: "media_src",
  mediaEditLink: "edit_media",
  mediaContentType: "content_type",
  mediaEtag: "media_etag",
  nextLink: "__next",
} as const;

function annotations(prefix: string, from: JsonObject): readonly Member[] {
  return Object.entries(ANNOTATIONS).flatMap(([name, old]) =>
    from[old] === undefined ? [] : [[`${prefix}@odata.${name}`, from[old]] as const],
  );
}

/** The object `__metadata`, empty without one. */
export function metadataOf({ __metadata: metadata }: JsonObject): JsonObject {
  return isJsonObject(metadata) ? metadata : {};
}
