/** What is in the body of an answer, by the version of OData. */
import type { Protocol } from "../../edm/model.js";
import type { JsonValue } from "../../edm/requests.js";
import { isArray, isObject, type JsonObject } from "../../values/value-issue.js";

export interface Page {
  readonly items: readonly JsonValue[];
  readonly count: JsonValue | undefined;
  readonly nextLink: JsonValue | undefined;
}

/** The page that a body is; undefined where it is none. */
export function pageIn(body: JsonValue | undefined, protocol: Protocol): Page | undefined {
  const content = contentOf(body, protocol);
  // Services of OData 1.0 and 2.0 have arrays without `results`, too.
  if (content !== undefined && isArray(content)) return { items: content, count: undefined, nextLink: undefined };
  if (content === undefined || !isObject(content)) return undefined;
  const { value, results } = content;
  if (protocol !== "4.0" && results !== undefined && isArray(results))
    return { items: results, count: content["__count"], nextLink: content["__next"] };
  if (value === undefined || !isArray(value)) return undefined;
  return { items: value, count: annotationIn(content, "count"), nextLink: annotationIn(content, "nextLink") };
}

/** The content of a body: in OData 2.0 what is in `d` (MS-ODATA §2.2.6.3.2). */
export function contentOf(body: JsonValue | undefined, protocol: Protocol): JsonValue | undefined {
  const isWrapped = protocol !== "4.0" && body !== undefined && isObject(body) && Object.keys(body).join() === "d";
  return isWrapped ? (body as JsonObject)["d"] : body; // it is an object
}

/** An annotation as OData 4.0, OData 4.01 and OData 3.0 spell it. */
function annotationIn(content: JsonObject, name: string): JsonValue | undefined {
  return content[`@odata.${name}`] ?? content[`@${name}`] ?? content[`odata.${name}`];
}
