import { linkOf } from "../../http/connection.js";
import type { Page } from "../../http/page.js";
import { parsedUrl } from "../../http/platform.js";
import { lookUp, type Place } from "../../http/place.js";
import type { ConnectionV2 } from "../http/connection.js";
import { itemsOf, metadataOf, readJson } from "./read.js";
import { isJsonObject, type JsonObject } from "./tables.js";

/**
 * Unwraps the body of a response to a request of the place, and gives it the form of OData 4.0: the result is a
 * {@link Page}, an entity, or the value of a property or operation. `url` is that of the request.
 */
export function unwrappedV2({ wire, base }: ConnectionV2, body: unknown, url: string, place: Place): unknown {
  const content = isJsonObject(body) && Object.keys(body).join() === "d" ? body["d"] : body;
  const [result = resultIn(content, place)] = wire.light?.read(body) ?? [];
  // Services of OData 1.0 have arrays without `results`.
  const items = isJsonObject(result) ? itemsOf(result) : result;
  const read = readJson(wire, items ?? result, place.type, lookUp(wire.values, place.parent?.type, place.name));
  if (!Array.isArray(read)) return read;
  return pageOf([result, content].find(isJsonObject) ?? {}, read, url, base);
}

/**
 * The value of a property or operation, which is in a property of its name (OData 2.0 JSON Format §7 and §11). Some
 * services have one within the other.
 */
function resultIn(content: unknown, place: Place): unknown {
  if (!isJsonObject(content)) return content;
  const [name = "", ...others] = Object.keys(content).filter((key) => !key.startsWith("__"));
  if (others.length > 0 || !isWrapper(content, name, place)) return content;
  const inner = content[name];
  return isJsonObject(inner) && "__metadata" in inner ? resultIn(inner, place) : inner;
}

function isWrapper(content: JsonObject, name: string, { called, name: own }: Place): boolean {
  // What has an address is an entity.
  if ("__metadata" in content) return name === "value" && called && !metadataOf(content)["uri"];
  return name === own || called;
}

function pageOf(
  { __next: next, __delta: delta, __count: count }: JsonObject,
  value: unknown[],
  url: string,
  base: string,
): Page<unknown> {
  return {
    value,
    ...(next ? { nextLink: ownAddress(String(next), url, base) } : {}),
    ...(delta ? { deltaLink: ownAddress(String(delta), url, base) } : {}),
    ...(count == null ? {} : { count: Number(count) }),
  };
}

/**
 * The absolute URL of a link. A relative link is resolved against the service root. Services name themselves by the
 * host that they know, which may lie behind the one of `baseUrl`: a link below the path of the service is followed
 * there, so that no request, with its token, leaves the origin of the service. Any other foreign link stays one.
 */
export function ownAddress(link: string, url: string, base: string): string {
  const absolute = linkOf(link, url, `${base}/`);
  const { origin } = parsedUrl(base);
  const path = absolute.slice(parsedUrl(absolute).origin.length);
  const below = base.slice(origin.length);
  return below !== "" && path.startsWith(`${below}/`) ? origin + path : absolute;
}
