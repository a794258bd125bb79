/** A page of a collection. */
export interface Page<T> {
  value: T[];
  /** Where the next page is; absent on the last one. */
  nextLink?: string;
  /** Where changes since this response can be asked for. */
  deltaLink?: string;
  /** How many items there are on all pages, when `count` was asked for. */
  count?: number;
}

/**
 * A response without its wrapping. Collections and values that are no objects come in `value`, with nothing but
 * annotations beside it (OData JSON Format 4.01 §11 and §13). An entity can have a property `value` of its own: it has
 * others beside it, or its context says that it is an entity. Only an operation returns a bare value.
 */
export function unwrapped(body: unknown, ofOperation: boolean): unknown {
  if (!isWrapping(body)) return body;
  const { value } = body;
  const ownNames = Object.keys(body).filter((name) => !name.includes("@"));
  if (ownNames.length > 1 || String(annotation(body, "context")).endsWith("/$entity")) return body;
  if (Array.isArray(value)) return pageOf(body, value);
  return ofOperation ? value : body;
}

function isWrapping(body: unknown): body is Readonly<Record<string, unknown>> {
  return typeof body === "object" && body !== null && "value" in body;
}

function pageOf(body: Readonly<Record<string, unknown>>, value: unknown[]): Page<unknown> {
  const page: Page<unknown> = { value };
  for (const name of ["nextLink", "deltaLink"] as const) {
    const link = annotation(body, name);
    if (link !== undefined) page[name] = String(link);
  }
  const count = annotation(body, "count");
  // With IEEE754Compatible numbers of 64 bits are strings (OData JSON Format 4.01 §3.2).
  if (count !== undefined) page.count = Number(count);
  return page;
}

/** OData 4.01 lets services leave out `odata.`. */
function annotation(body: Readonly<Record<string, unknown>>, name: string): unknown {
  return body[`@odata.${name}`] ?? body[`@${name}`];
}
