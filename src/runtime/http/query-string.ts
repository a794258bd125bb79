import { encode } from "./literal.js";

/** A query at run time. The compiler has checked its names against `ListQuery` or `ItemQuery`. */
export interface AnyQuery {
  readonly select?: readonly string[] | undefined;
  readonly expand?: Readonly<Record<string, true | AnyQuery | undefined>> | undefined;
  readonly as?: string | undefined;
  readonly only?: string | undefined;
  readonly levels?: number | "max" | undefined;
  readonly apply?: object | undefined;
  readonly compute?: string | object | undefined;
  readonly filter?: string | object | undefined;
  readonly orderby?: string | readonly string[] | object | undefined;
  readonly top?: number | undefined;
  readonly skip?: number | undefined;
  readonly search?: string | undefined;
  readonly count?: boolean | undefined;
  readonly custom?: Readonly<Record<string, string | number | boolean>> | undefined;
}

/** The query part of a URL with its leading `?`, or empty. `further` options, already encoded, come first. */
export function queryString(query: AnyQuery, further: readonly string[]): string {
  const custom = Object.entries(query.custom ?? {}).map(
    ([name, value]) => `${encodeURIComponent(name).replace("%24", "$")}=${encodeOption(String(value))}`,
  );
  const parts = [...further, ...systemOptions(query).map(encodeOption), ...custom];
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

/** Encodes a query option, except `/` outside of string literals: it separates the names of a property path. */
export function encodeOption(text: string): string {
  return encode(text).replace(/'[^']*'|%2F/g, (part) => part.replace(/^%2F$/, "/"));
}

const SYSTEM_OPTIONS = [
  "apply",
  "compute",
  "select",
  "expand",
  "levels",
  "filter",
  "orderby",
  "top",
  "skip",
  "search",
  "count",
] as const;

/**
 * System query options as `$name=value`, not encoded, in a fixed order (OData URL Conventions 4.01 §5.1). Lists are
 * joined by commas.
 */
function systemOptions(query: AnyQuery): string[] {
  return SYSTEM_OPTIONS.flatMap((name) => {
    const value = String((name === "expand" ? expandItems(query.expand) : query[name]) ?? "");
    return value === "" ? [] : [`$${name}=${value}`];
  });
}

function expandItems(expand: AnyQuery["expand"] = {}): string[] {
  return Object.entries(expand).flatMap(([name, item]) => {
    if (item === undefined) return [];
    return item === true ? name : expandItem(name, item);
  });
}

function expandItem(name: string, item: AnyQuery): string {
  const options = systemOptions(item).join(";");
  return [name, item.as, item.only].filter(Boolean).join("/") + (options && `(${options})`);
}
