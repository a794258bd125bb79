import { isSimpleName } from "../edm/names.js";
import { requestLineOf } from "./api/request-lines.js";
import { isProperties } from "./headings.js";
import type { Page } from "./page.js";
import type { PageContext } from "./page-context.js";

/** The subject of a page. */
export type PageKind =
  | { readonly kind: "api" }
  | { readonly kind: "resource"; readonly name: string }
  | { readonly kind: "enum"; readonly name: string }
  /** Several enums, each under a heading `X values`. */
  | { readonly kind: "enums" }
  /** Prose that declares nothing. */
  | { readonly kind: "concept" };

const ENUM_TITLE = /^(.+?)\s+(?:enum|enumeration)(?:\s+type)?(?:\s*\(.*\))?$/i;
const RESOURCE_TITLE = /^(.+?)\s+(?:resource type|complex type|entity type|resource|facet)(?:\s*\(.*\))?$/i;

/** Decides by the form of the title, then by sections and tables; `doc_type` and folder names are often wrong. */
export function kindOf({ page, tables }: Pick<PageContext, "page" | "tables">): PageKind {
  const { title } = page;
  const enumName = ENUM_TITLE.exec(title)?.[1];
  if (enumName !== undefined) return { kind: "enum", name: enumName };
  const resourceName = resourceNameOf(title);
  if (resourceName !== undefined && isSimpleName(resourceName)) return { kind: "resource", name: resourceName };
  if (page.sections.some(({ inHttpRequest }) => inHttpRequest) || showsRequest(page)) return { kind: "api" };
  if (resourceName !== undefined) return { kind: "resource", name: resourceName };
  const roles = new Set(tables.map(({ role }) => role));
  if (roles.has("properties") || page.sections.some(({ heading }) => isProperties(heading))) {
    return { kind: "resource", name: title };
  }
  return roles.has("members") ? { kind: "enums" } : { kind: "concept" };
}

/** The X of a title such as `X resource type`. */
export function resourceNameOf(title: string): string | undefined {
  return RESOURCE_TITLE.exec(title)?.[1];
}

/** Whether a request stands directly under "Permissions": some pages lack the heading "HTTP request". */
function showsRequest({ sections }: Page): boolean {
  return sections.some(
    ({ heading, blocks }) =>
      heading === "permissions" &&
      blocks.some((block) => block.kind === "Code" && requestLineOf(block.text) !== undefined),
  );
}
