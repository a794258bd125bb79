/**
 * The kinds of place a declaration comes from, weightiest first. Across kinds the weightier one
 * stands, field by field; where it is silent, the next one speaks.
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
  /** An inline "Possible values are" list on a resource page. */
  "resourceList",
  /** A table or an inline list on a page that documents a request. */
  "apiList",
  /** What only an example shows. */
  "example",
] as const;

export type Authority = (typeof authorities)[number];

/** 0 is the weightiest. */
export function rankOf(authority: Authority): number {
  return authorities.indexOf(authority);
}
