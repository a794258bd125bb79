/** Requests explained: what their paths address, and the pages and permissions of those that pages document. */
import { Report } from "../diagnostics/report.js";
import type { Declared } from "../edm/elements.js";
import { isPart, resourceOf, type Model, type Part, type ResolvedRequest, type Resource } from "../edm/model.js";
import type { Method, OtherPage } from "../edm/requests.js";
import { parsePatterns, type PathPattern } from "../select/pattern.js";
import { fitsRequest, requestPattern } from "../select/request-pattern.js";
import { methodsAt } from "../select/resources.js";
import type { Answer, Explanation } from "./explanation.js";
import { statementsOf, type StatementContext } from "./statements.js";

/** What a path addresses, or the segment that leads nowhere. */
export type FollowPath = (
  path: string,
  method: Method,
) =>
  | { readonly found: Resource | Part; readonly failed?: never; readonly suggestion?: never }
  | { readonly found?: never; readonly failed: string; readonly suggestion?: string };

/** Whether a text names requests, not an element: `/users`, `GET /users`, `#GET`. */
export function isRequestText(text: string): boolean {
  return /^(?:[A-Za-z]+\s+\/|\/|#)/.test(text.trim());
}

/** Explains the documented requests that a text matches; without any, what the path addresses. */
export function explainRequests(
  text: string,
  within: Model,
  context: StatementContext,
  follow: FollowPath | undefined,
): Answer {
  const [pattern] = parsePatterns([requestPattern(text)], "request", new Report());
  if (pattern?.kind !== "path") return { state: "missing", near: undefined };
  const documented = within.requests.filter(({ method, template }) => fitsRequest(pattern, { method, path: template }));
  const [first, ...others] = documented.map((request) => documentedRequest(request, context));
  if (first !== undefined) return { state: "found", explanations: [first, ...others] };
  return follow === undefined ? { state: "missing", near: undefined } : explainPath(pattern, context, follow);
}

function documentedRequest(request: ResolvedRequest, context: StatementContext): Explanation {
  const { method, template, title, resource, part, permissions, alsoDocumentedBy = [] } = request;
  const others = alsoDocumentedBy.map((page) => ["also documented by", pageText(page)] as const);
  const addressed = resource ?? part;
  return {
    ...requestOf(method, template, addressed),
    statements: statementsOf(request, context),
    details: [["title", title], ...others, ...(addressed === undefined ? [] : detailsOf(addressed))],
    ...(permissions !== undefined && { permissions }),
  };
}

/** The page with its link, and whether it takes other permissions. */
function pageText({ title, link, permissions }: OtherPage): string {
  const address = link === undefined ? "" : ` (${link})`;
  return `${title}${address}${permissions === undefined ? "" : ", with other permissions"}`;
}

function explainPath({ text, method }: PathPattern, context: StatementContext, follow: FollowPath): Answer {
  const [path = ""] = text.split("#", 1);
  const followed = follow(path, method ?? "GET");
  if (followed.found === undefined) {
    const near = path.replace(followed.failed, followed.suggestion ?? "");
    const prefix = method === undefined ? "" : `${method} `;
    return { state: "missing", near: followed.suggestion === undefined ? undefined : prefix + near };
  }
  const { found } = followed;
  const methods = isPart(found) ? [] : methodsAt(found);
  const wanted = methods.filter((one) => method === undefined || method === one);
  const [first, ...others] = (isPart(found) ? [method ?? "GET"] : wanted).map((one) => ({
    ...requestOf(one, path, found),
    statements: statementsOf(elementOf(found), context),
    details: detailsOf(found),
  }));
  const [other] = methods;
  if (first === undefined) return { state: "missing", near: other === undefined ? undefined : `${other} ${path}` };
  return { state: "found", explanations: [first, ...others] };
}

function requestOf(method: Method, path: string, addressed: Resource | Part | undefined) {
  const text = addressed === undefined ? "" : textOf(addressed);
  return { kind: "Request", name: `${method} ${path}`, text, annotations: [], parts: [], lists: [], requests: [] };
}

/** The type of what is addressed, where it has one. */
function textOf(addressed: Resource | Part): string {
  switch (addressed.kind) {
    case "Collection":
      return `Collection(${addressed.type})`;
    case "Entity":
      return addressed.type;
    case "Operation":
      return addressed.operation.name;
    case "Property":
      return addressed.property.type?.type ?? "";
    default:
      return "";
  }
}

function detailsOf(addressed: Resource | Part): Explanation["details"] {
  const resource = isPart(addressed) ? resourceOf(addressed) : addressed;
  const of = isPart(addressed) ? ([["part of", textOf(resource)]] as const) : [];
  if (resource.kind === "Operation") return [["calls", `${resource.operation.kind} ${resource.operation.name}`], ...of];
  return [["through", `${resource.through.kind} ${resource.through.name}`], ...of];
}

/** The element that is declared for what is addressed. */
function elementOf(addressed: Resource | Part): Declared {
  if (addressed.kind === "Property") return addressed.property;
  const resource = isPart(addressed) ? resourceOf(addressed) : addressed;
  return resource.kind === "Operation" ? resource.operation : resource.through;
}
