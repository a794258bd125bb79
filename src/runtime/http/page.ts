import { linkOf } from "./connection.js";

/** A page of a collection. */
export interface Page<T> {
  /** The items of this page. */
  value: T[];
  /** The absolute URL of the next page; absent on the last page. */
  nextLink?: string;
  /** The absolute URL that returns the changes since this response (OData Protocol 4.01 §11.3). */
  deltaLink?: string;
  /** The number of items on all pages, if the query has `count: true`. */
  count?: number;
}

/**
 * Unwraps a response body. Collections and primitive values are in a property `value`, beside annotations only (OData
 * JSON Format 4.01 §11 and §13): the result is a {@link Page} or the value. Entities are returned unchanged, including
 * those with a property named `value`: they have other properties too, or a context URL that ends with `/$entity`.
 * Single values are unwrapped for operations and properties only. `url` is that of the request.
 */
export function unwrapped(body: unknown, ofOperation: boolean, url: string): unknown {
  if (!isWrapping(body)) return body;
  const { value } = body;
  const ownNames = Object.keys(body).filter((name) => !name.includes("@"));
  const context = String(annotation(body, "context"));
  if (ownNames.length > 1 || context.endsWith("/$entity")) return body;
  if (Array.isArray(value)) return pageOf(body, value, url);
  // The context of a property has its path (OData Protocol 4.01 §10.15).
  return ofOperation || /#.*\//.test(context) ? value : body;
}

function isWrapping(body: unknown): body is Readonly<Record<string, unknown>> {
  return typeof body === "object" && body !== null && "value" in body;
}

function pageOf(body: Readonly<Record<string, unknown>>, value: unknown[], url: string): Page<unknown> {
  const page: Page<unknown> = { value };
  for (const name of ["nextLink", "deltaLink"] as const) {
    const link = annotation(body, name);
    if (link !== undefined) page[name] = linkOf(String(link), url, annotation(body, "context"));
  }
  const count = annotation(body, "count");
  // The count is a string with the format parameter IEEE754Compatible=true (OData JSON Format 4.01 §3.2).
  if (count !== undefined) page.count = Number(count);
  return page;
}

/**
 * The value of a control information, with or without the prefix `odata.`, which is optional in OData 4.01 (JSON Format
 * §4.6).
 */
function annotation(body: Readonly<Record<string, unknown>>, name: string): unknown {
  return body[`@odata.${name}`] ?? body[`@${name}`];
}
