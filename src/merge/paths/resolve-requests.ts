import type { Schema } from "../../edm/document.js";
import { indexElements, isPart, type ResolvedRequest } from "../../edm/model.js";
import type { Request } from "../../edm/requests.js";
import { inheritDeclarations, type MergeContext } from "../context.js";
import { PathResolver } from "./path-resolver.js";

/** Finds what the path of each request addresses. Reports paths that lead nowhere, with the segment where they end. */
export function resolveRequests(
  requests: readonly Request[],
  schemas: readonly Schema[],
  context: Pick<MergeContext, "declarations" | "report">,
): readonly ResolvedRequest[] {
  if (requests.length === 0) return [];
  const resolver = new PathResolver(indexElements(schemas));
  return requests.map((request) => {
    const { found, failed: segment, suggestion } = resolver.follow(request.template, request);
    if (found === undefined) {
      context.report.add("path-unresolved", request.at, { path: request.template, segment, suggestion });
      return request;
    }
    const resolved = { ...request, ...(isPart(found) ? { part: found } : { resource: found }) };
    inheritDeclarations(resolved, request, context);
    return resolved;
  });
}
