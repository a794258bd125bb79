import type { At, Source } from "../diagnostics/position.js";
import type { Annotation, PropertyValue } from "../edm/annotations.js";
import type { Authority } from "../edm/authority.js";
import type { PageDocument } from "../edm/document.js";
import { Core } from "../edm/vocabulary.js";

const SITE = "https://learn.microsoft.com/en-us/graph/api/";

const VIEWS: Readonly<Record<string, string>> = { "v1.0": "graph-rest-1.0", beta: "graph-rest-beta" };

/** Where the repository of the documentation keeps its pages: `api-reference/<version>/<api or resources>/<page>.md`. */
const PAGE_PATH = /(?:^|[\\/])api-reference[\\/](v1\.0|beta)[\\/](?:api|(resources))[\\/]([\w.-]+)\.md$/;

/** The address at which a page is published; undefined where its path does not tell. */
export function publicLinkOf(path: string): string | undefined {
  const [, version = "", resources, slug = ""] = PAGE_PATH.exec(path) ?? [];
  const view = VIEWS[version];
  if (view === undefined) return undefined;
  return `${SITE}${resources === undefined ? "" : "resources/"}${slug}?view=${view}`;
}

/** Kinds of places on a page that is about the type; elsewhere a type is only mentioned. */
const OWN_PAGE: ReadonlySet<Authority> = new Set(["resourcePage", "enumPage"]);

/** What a page says, with its address: on its requests, and on the types that it is about. */
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

/** Core.Links, by a relation that is registered (RFC 8288 §2.1.1). */
function linkAnnotation(href: string, at: At): Annotation {
  const said = (name: string, value: string): PropertyValue => ({
    name,
    at,
    value: { kind: "Constant", type: "String", value },
  });
  const link = { kind: "Record", properties: [said("rel", "describedby"), said("href", href)] } as const;
  return { term: Core.Links, at, value: { kind: "Collection", items: [link] } };
}
