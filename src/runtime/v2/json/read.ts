import type { FactsV2 } from "../http/facts.js";
import { readValue, type ValueKind } from "../values/values.js";
import { isJsonObject, lookUp, type JsonObject, type Member } from "./tables.js";

/**
 * Gives a value of a response the form of OData 4.0, at any depth: the objects `__metadata` and the annotations
 * `odata.…` become annotations `@odata.…`, collections become arrays, and links to what is not expanded are dropped
 * (OData 2.0 JSON Format §5 to §9, OData 3.0 JSON Light). `type` is that of an object which does not tell its own.
 */
export function readJson(facts: FactsV2, value: unknown, type: string, kind?: ValueKind | ""): unknown {
  if (Array.isArray(value)) return value.map((item) => readJson(facts, item, type, kind));
  if (!isJsonObject(value)) return readValue(value, kind);
  const items = itemsOf(value);
  if (items) return readJson(facts, items, type, kind);
  const { type: named = value["odata.type"] ?? type } = metadataOf(value);
  const own = String(named).replace("#", "");
  const members = Object.entries(value).flatMap(([name, member]) => readMember(facts, own, name, member));
  // A name may be `__proto__`.
  return Object.fromEntries(members);
}

function readMember(facts: FactsV2, type: string, name: string, value: unknown): readonly Member[] {
  const read = (): Member => [
    name,
    readJson(facts, value, lookUp(facts.types, type, name) ?? "", lookUp(facts.values, type, name)),
  ];
  if (name === "__metadata") return annotations("", metadataOf({ [name]: value }));
  if (name === "odata.metadata" || /@odata\.\w+LinkUrl$/.test(name)) return [];
  if (name.startsWith("odata.")) return [[`@${name}`, value]];
  if (!isJsonObject(value)) return [read()];
  if (value["__deferred"]) return [];
  if (isJsonObject(value["__mediaresource"])) return annotations(name, value["__mediaresource"]);
  return itemsOf(value) ? [read(), ...annotations(name, value)] : [read()];
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
