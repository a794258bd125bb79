import type { Block, Section } from "./page.js";

/** A heading as a front finds it; a deeper level stands below a lesser one. */
export interface Heading {
  readonly title: string;
  readonly at: number;
  readonly level: number;
  readonly blocks: readonly Block[];
}

/** Gives every heading the headings above it. Levels jump in real pages (2 to 5), so only their order counts. */
export function sectionsOf(headings: readonly Heading[]): readonly Section[] {
  const open: { readonly level: number; readonly section: Section }[] = [];
  return headings.map((heading) => {
    const { level } = heading;
    while ((open.at(-1)?.level ?? 0) >= level && open.length > 0) open.pop();
    const section = sectionBelow(open.at(-1)?.section, heading);
    if (level > 0) open.push({ level, section });
    return section;
  });
}

function sectionBelow(above: Section | undefined, { title, at, blocks }: Heading): Section {
  const heading = headingKey(title);
  return {
    title,
    heading,
    at,
    ancestors: above === undefined ? [] : [...above.ancestors, above.heading],
    blocks,
    paragraphs: blocks.filter((block) => block.kind === "Paragraph"),
    inExample: above?.inExample === true || isExample(heading),
    inPermissions: above?.inPermissions === true || isPermissions(heading),
    inHttpRequest: above?.inHttpRequest === true || isHttpRequest(heading),
  };
}

/** What sections are told apart by: lower case, without a colon at the end. */
export function headingKey(title: string): string {
  return title.toLowerCase().replace(/[\s:.]+$/, "");
}

export const isExample = (heading: string): boolean => /^examples?\b/.test(heading);
const isPermissions = (heading: string): boolean => /^(?:permissions?|prerequisites)\b/.test(heading);
const isHttpRequest = (heading: string): boolean => /^http requests?\b/.test(heading);
export const isRequestHeaders = (heading: string): boolean => /^(?:optional )?request headers?$/.test(heading);
export const isRequestBody = (heading: string): boolean => heading === "request body";
export const isQueryParameters = (heading: string): boolean =>
  /^(?:optional |supported )*(?:odata )?query (?:parameters?|options?)\b/.test(heading);
export const isParameters = (heading: string): boolean => /^(?:function )?parameters$/.test(heading);
/** `Properties`, `Common properties`, `operationError Properties`; not `Properties of a policy definition`, which are those of a text. */
export const isProperties = (heading: string): boolean => /^(?:\w+ )?properties$/.test(heading);
export const isRelationships = (heading: string): boolean => heading === "relationships";

/** What the heading over a table of values names. */
export interface ValuesHeading {
  readonly name: string;
  /** `X values` may name an enum or a property; `X property values`, `X options`, `X enumeration` name a property. */
  readonly ofProperty: boolean;
}

/** What a heading names when it has the form of one over a table of values. */
export function valuesOf(title: string): ValuesHeading | undefined {
  const [, name, words] = /^(\S+)\s+((?:property |enumeration )?values?|options|enumeration)$/i.exec(title) ?? [];
  return name === undefined ? undefined : { name, ofProperty: !/^values$/i.test(words ?? "") };
}

/** Headings that a page of the dialect has; they tell a page from other texts, and a rendered heading from prose. */
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
