/** Schemas of what services send around entities: pages, changes, errors. */
import type { Collection } from "../edm.js";
import { nullable, optional, required, type Check, type JsonObject } from "../json/check-context.js";
import { object, objects } from "../json/check-object.js";
import { collectionResponse } from "../json/check-response.js";
import { string } from "../json/check-text.js";
import { derive, optionally } from "./parts.js";
import { readSchema, type Shape } from "./schema.js";

/** The schema of a page of a collection, with its links, count and context (OData JSON Format 4.01 §13). */
export function collectionOf<T>(shape: Shape<T>): Shape<Collection<T>> {
  return derive(shape, collectionResponse);
}

/** An entity that is no longer part of a collection, in a page of changes of OData 4.0, 4.01 or Microsoft Graph. */
export interface RemovedItem {
  "@removed"?: { reason?: string } | null;
  "@odata.removed"?: { reason?: string } | null;
  "@odata.context"?: string;
  "@odata.id"?: string;
  id?: string;
  reason?: string;
}

/**
 * The schema of a page of changes: entities, which may have the changed properties alone, and removed ones (OData JSON
 * Format 4.01 §15).
 */
export function deltaOf<T>(shape: Shape<T>): Shape<Collection<Partial<T> | RemovedItem>> {
  return derive(shape, (check) => {
    const changed = optionally(check);
    return collectionResponse((item, context) => (isRemovedItem(item) ? checkRemoved : changed)(item, context));
  });
}

function isRemovedItem(item: JsonObject): boolean {
  const context = item["@odata.context"] ?? item["@context"];
  return (
    item["@removed"] !== undefined ||
    item["@odata.removed"] !== undefined ||
    (typeof context === "string" && context.endsWith("/$deletedEntity"))
  );
}

const checkRemoved: Check = (o, c) => {
  object(o["@removed"], c, "@removed", checkReason);
  object(o["@odata.removed"], c, "@odata.removed", checkReason);
  string(o["@odata.id"], c, "@odata.id", optional);
  string(o["id"], c, "id", optional);
  checkReason(o, c);
};

const checkReason: Check = (o, c) => string(o["reason"], c, "reason", optional);

/** The body of an error response (OData JSON Format 4.01 §21). */
export interface ErrorResponse {
  error: {
    code: string;
    message: string;
    target?: string | null;
    details?: { code: string; message: string; target?: string | null }[];
    innererror?: unknown;
  };
}

/** The schema of the body of an error response. */
export const odataErrorSchema: Shape<ErrorResponse> = /* @__PURE__ */ readSchema(
  () => (o, c) => object(o["error"], c, "error", checkError, required),
);

const checkError: Check = (o, c) => {
  checkDetail(o, c);
  objects(o["details"], c, "details", checkDetail, optional);
};

const checkDetail: Check = (o, c) => {
  string(o["code"], c, "code", required);
  string(o["message"], c, "message", required);
  string(o["target"], c, "target", nullable);
};
