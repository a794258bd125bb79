import type { At, Source } from "../diagnostics/position.js";
import type { Annotation, PropertyValue } from "../edm/annotations.js";
import type { Authority } from "../edm/authority.js";
import type { PageDocument } from "../edm/document.js";
import { Core } from "../edm/vocabulary.js";

const SITE = "https://learn.microsoft.com/en-us/graph/api/";

const VIEWS: Readonly<Record<string, string>> = { "v1.0": "graph-rest-1.0", beta: "graph-rest-beta" };

/** The path of a page in the documentation's repository: `api-reference/<version>/<api or resources>/<page>.md`. */
const PAGE_PATH = /(?:^|[\\/])api-reference[\\/](v1\.0|beta)[\\/](?:api|(resources))[\\/]([\w.-]+)\.md$/;

/** The address at which a page is published; undefined when the path is not one of the documentation's repository. */
export function publicLinkOf(path: string): string | undefined {
  const [, version = "", resources, slug = ""] = PAGE_PATH.exec(path) ?? [];
  const view = VIEWS[version];
  if (view === undefined) return undefined;
  return `${SITE}${resources === undefined ? "" : "resources/"}${slug}?view=${view}`;
}

/** Declarations on the page of the type itself; other pages only mention the type. */
const OWN_PAGE: ReadonlySet<Authority> = new Set(["resourcePage", "enumPage"]);

/** Adds the page's address to its requests and to the types that it documents. */
export function withPublicLink(
  { name }: Pick<Source, "name">,
  types: PageDocument["types"],
  requests: PageDocument["requests"],
): Pick<PageDocument, "types" | "requests"> {
  const link = publicLinkOf(name);
  if (link === undefined) return { types, requests };
  return {
    types: types.map((type) =>
      OWN_PAGE.has(type.by)
        ? { ...type, annotations: [...(type.annotations ?? []), linkAnnotation(link, type.at)] }
        : type,
    ),
    requests: requests.map((request) => ({ ...request, link })),
  };
}

/** Core.Links with the registered relation `describedby` (RFC 8288 §2.1.1). */
function linkAnnotation(href: string, at: At): Annotation {
  const property = (name: string, value: string): PropertyValue => ({
    name,
    at,
    value: { kind: "Constant", type: "String", value },
  });
  const link = { kind: "Record", properties: [property("rel", "describedby"), property("href", href)] } as const;
  return { term: Core.Links, at, value: { kind: "Collection", items: [link] } };
}
