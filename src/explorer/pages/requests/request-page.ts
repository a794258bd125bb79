import type { RequestData } from "../../../explore/data/format.js";
import { element, type Content } from "../../elements/element.js";
import { publicLink } from "../../elements/links.js";
import { keyOfRequest, requestNamed } from "../../model/requests.js";
import { changeBadge } from "../changes.js";
import { findingsSection } from "../findings.js";
import type { Page } from "../page.js";
import { saidDetails } from "../said.js";
import { statements } from "../types/element-parts.js";
import { permissionsBlock } from "./permissions-block.js";
import { requestFacts } from "./request-facts.js";
import { markBox } from "./request-links.js";
import { snippetBlocks } from "./snippet-blocks.js";

/** A documented request: what it needs, what it takes and gives, and how to write it. */
export function requestPage(parts: readonly string[]): Page | undefined {
  const request = requestNamed(parts.join(" "));
  if (request === undefined) return undefined;
  const key = keyOfRequest(request);
  return {
    title: key,
    content: [
      header(request),
      findingsSection(key),
      element("h2", "Permissions"),
      permissionsBlock(request.permissions),
      otherPages(request),
      snippetBlocks(request.snippet),
      element("h2", "What it takes and gives"),
      requestFacts(request),
    ],
  };
}

function header(request: RequestData): Content {
  const { title, link } = request;
  return element(
    "div.about",
    element("p", markBox(request, " Mark"), " ", changeBadge(keyOfRequest(request))),
    title && element("p", publicLink(link, title)),
    statements(request),
    saidDetails(request),
  );
}

/** Pages about a use of their own. */
function otherPages({ alsoDocumentedBy = [] }: RequestData): Content {
  return alsoDocumentedBy.map(({ title, link, permissions }) => [
    element("h3", "Also documented by ", publicLink(link, title)),
    permissions && permissionsBlock(permissions),
  ]);
}
