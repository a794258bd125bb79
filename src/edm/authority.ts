/**
 * The kinds of place a declaration comes from, highest first. Where declarations disagree, that of the higher authority
 * stands, field by field; a field that it leaves out comes from the next one.
 */
export const authorities = [
  /** A CSDL document. */
  "csdl",
  /** A page that describes one enum type. */
  "enumPage",
  /** A page that describes one resource type. */
  "resourcePage",
  /** A table of values inside another page. */
  "valuesTable",
  /** A list on a resource page: "Possible values are", or the types derived from that of the page. */
  "resourceList",
  /** A table or an inline list on a page that documents a request. */
  "apiList",
  /** An example. */
  "example",
] as const;

export type Authority = (typeof authorities)[number];

/** What people call each kind of place. */
export const authorityTitles: Readonly<Record<Authority, string>> = {
  csdl: "CSDL",
  enumPage: "enum page",
  resourcePage: "resource page",
  valuesTable: "values table",
  resourceList: "resource page, inline list",
  apiList: "api page",
  example: "example",
};

/** 0 for the highest. */
export function rankOf(authority: Authority): number {
  return authorities.indexOf(authority);
}
