import { linkOf } from "../../http/connection.js";
import type { Page } from "../../http/page.js";
import { parsedUrl } from "../../http/platform.js";
import type { Place } from "../../http/place.js";
import type { ConnectionV2 } from "../http/connection.js";
import { itemsOf, metadataOf, readJson } from "./read.js";
import { isJsonObject, lookUp, type JsonObject } from "./tables.js";

/**
 * Unwraps the body of a response to a request of the place, and gives it the form of OData 4.0: the result is a
 * {@link Page}, an entity, or the value of a property or operation. `url` is that of the request.
 */
export function unwrappedV2(connection: ConnectionV2, body: unknown, url: string, place: Place): unknown {
  const { values } = connection.wire;
  const content = isJsonObject(body) && Object.keys(body).join() === "d" ? body["d"] : body;
  const result = resultIn(content, place);
  const kind = lookUp(values, place.parent?.type ?? "", place.name);
  // Services of OData 1.0 have arrays without `results`, light JSON has them in `value`.
  const items = isJsonObject(result) ? itemsOf(result) : result;
  if (!Array.isArray(items)) return readJson(connection.wire, result, place.type, kind);
  const around = [result, content].find(isJsonObject) ?? {};
  return pageOf(around, readJson(connection.wire, items, place.type, kind) as unknown[], url, connection.base);
}

/**
 * The value of a property or operation, which is in a property: of its name (OData 2.0 JSON Format §7 and §11), or of
 * the name `value` in light JSON of OData 3.0. Some services have one within the other.
 */
function resultIn(content: unknown, place: Place): unknown {
  if (!isJsonObject(content)) return content;
  if (content["odata.null"] === true) return null;
  const [name = "", ...others] = Object.keys(content).filter((key) => !/^(odata\.|__)/.test(key));
  if (others.length > 0 || !isWrapper(content, name, place)) return content;
  const inner = content[name];
  return isJsonObject(inner) && "__metadata" in inner ? resultIn(inner, place) : inner;
}

function isWrapper(content: JsonObject, name: string, place: Place): boolean {
  const { "odata.metadata": context } = content;
  if (context !== undefined) return name === "value" && !String(context).endsWith("@Element");
  // What has an address is an entity.
  if ("__metadata" in content) return name === "value" && place.called && !metadataOf(content)["uri"];
  // Light JSON without metadata.
  return name === place.name || place.called || (name === "value" && Array.isArray(content[name]));
}

function pageOf(from: JsonObject, value: unknown[], url: string, base: string): Page<unknown> {
  const { __next: next = from["odata.nextLink"], __delta: delta = from["odata.deltaLink"] } = from;
  const { __count: count = from["odata.count"] } = from;
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
  const root = parsedUrl(base);
  const path = absolute.slice(parsedUrl(absolute).origin.length);
  const below = base.slice(root.origin.length);
  return below !== "" && path.startsWith(`${below}/`) ? root.origin + path : absolute;
}
