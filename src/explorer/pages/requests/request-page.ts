import type { RequestData } from "../../../explore/data/format.js";
import { element, type Content } from "../../elements/element.js";
import { publicLink } from "../../elements/links.js";
import type { ModelIndex } from "../../model/model-index.js";
import { keyOfRequest, requestAt } from "../../model/requests.js";
import type { Route } from "../../routes/route.js";
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
export function requestPage({ parts: [method = "", path = ""] }: Route, index: ModelIndex): Page | undefined {
  const request = requestAt(method, path, index);
  if (request === undefined) return undefined;
  const key = keyOfRequest(request);
  return {
    title: key,
    content: [
      header(request, index),
      findingsSection(key, index),
      element("h2", {}, "Permissions"),
      permissionsBlock(request.permissions),
      otherPages(request),
      snippetBlocks(request.snippet),
      element("h2", {}, "What it takes and gives"),
      requestFacts(request, index),
    ],
  };
}

function header(request: RequestData, index: ModelIndex): Content {
  const { title, link, description, deprecated, said } = request;
  const reason = deprecated?.description;
  return element(
    "div",
    { class: "about" },
    element("p", {}, markBox(request, true), " ", changeBadge(keyOfRequest(request), index)),
    title === undefined ? undefined : element("p", {}, link === undefined ? title : publicLink(link, title)),
    statements({
      name: "",
      ...(description !== undefined && { description }),
      ...(deprecated !== undefined && { deprecated: { ...deprecated, ...(reason !== undefined && { reason }) } }),
    }),
    saidDetails(said, index),
  );
}

/** Pages about a use of their own. */
function otherPages({ alsoDocumentedBy = [] }: RequestData): Content {
  return alsoDocumentedBy.map(({ title, link, permissions }) => [
    element("h3", {}, "Also documented by ", link === undefined ? title : publicLink(link, title)),
    permissions === undefined ? undefined : permissionsBlock(permissions),
  ]);
}
