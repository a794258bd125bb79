/** The headings that reference pages use, matched by their key. */

/** The form in which headings are compared: lower case, without a colon or full stop at the end. */
export function headingKey(title: string): string {
  return title.toLowerCase().replace(/[\s:.]+$/, "");
}

export const isExample = (heading: string): boolean => /^examples?\b/.test(heading);
export const isPermissions = (heading: string): boolean => /^(?:permissions?|prerequisites)\b/.test(heading);
export const isHttpRequest = (heading: string): boolean => /^http requests?\b/.test(heading);
export const isRequestHeaders = (heading: string): boolean => /^(?:optional )?request headers?$/.test(heading);
export const isRequestBody = (heading: string): boolean => heading === "request body";
export const isQueryParameters = (heading: string): boolean =>
  /^(?:optional |supported )*(?:odata )?query (?:parameters?|options?)\b/.test(heading);
export const isParameters = (heading: string): boolean => /^(?:function )?parameters$/.test(heading);
/** `Properties`, `Common properties`, `operationError Properties`; not `Properties of a policy definition`: these are fields of a JSON text. */
export const isProperties = (heading: string): boolean => /^(?:\w+ )?properties$/.test(heading);
export const isRelationships = (heading: string): boolean => heading === "relationships";

/** The enum or property that a heading over a table of values names. */
export interface ValuesHeading {
  readonly name: string;
  /** False for `X values`, where X may be an enum too; true for `X property values`, `X options`, `X enumeration`. */
  readonly ofProperty: boolean;
}

/** Reads a heading such as `X values`; undefined when it has another form. */
export function valuesOf(title: string): ValuesHeading | undefined {
  const [, name, words] = /^(\S+)\s+((?:property |enumeration )?values?|options|enumeration)$/i.exec(title) ?? [];
  return name === undefined ? undefined : { name, ofProperty: !/^values$/i.test(words ?? "") };
}

/** Headings of reference pages. They tell a page from other texts, and in rendered text a heading from prose. */
const KNOWN = new Set([
  "permissions",
  "prerequisites",
  "http request",
  "http requests",
  "request headers",
  "optional request headers",
  "request body",
  "response",
  "example",
  "examples",
  "request",
  "properties",
  "relationships",
  "json representation",
  "methods",
  "members",
  "function parameters",
  "optional query parameters",
  "query parameters",
  "path parameters",
  "see also",
  "related content",
  "derived types",
  "remarks",
]);

export function isKnownHeading(title: string): boolean {
  const heading = title.trim().toLowerCase();
  return KNOWN.has(heading) || /^example \d+(?::|$)/.test(heading) || /^\w+ values$/.test(heading);
}
