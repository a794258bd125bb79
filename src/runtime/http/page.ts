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
  const object = Object(body) as Body;
  const { value } = object;
  const ownNames = Object.keys(object).filter((name) => !name.includes("@"));
  const context = annotation(object, "context");
  if (ownNames.join() !== "value" || context.endsWith("/$entity")) return body;
  if (Array.isArray(value)) return pageOf(object, value, url);
  // The context of a property has its path (OData Protocol 4.01 §10.15).
  return ofOperation || /#.*\//.test(context) ? value : body;
}

type Body = Readonly<Record<string, unknown>>;

function pageOf(body: Body, value: unknown[], url: string): Page<unknown> {
  const page: Page<unknown> = { value };
  for (const name of ["nextLink", "deltaLink"] as const) {
    const link = annotation(body, name);
    if (link) page[name] = linkOf(link, url, annotation(body, "context"));
  }
  const count = annotation(body, "count");
  // The count is a string with the format parameter IEEE754Compatible=true (OData JSON Format 4.01 §3.2).
  if (count) page.count = Number(count);
  return page;
}

/**
 * The text of a control information, empty without it. The prefix `odata.` is optional in OData 4.01 (JSON Format
 * §4.6).
 */
function annotation(body: Body, name: string): string {
  return String(body[`@odata.${name}`] ?? body[`@${name}`] ?? "");
}
