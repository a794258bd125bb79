/** What the path of every request addresses in the model. */
import { isPart, type Part, type Resource, type ResolvedRequest } from "../../edm/model.js";
import type { Request } from "../../edm/requests.js";
import type { MergeContext } from "../context.js";
import type { PathResolver } from "./path-resolver.js";
import type { Replacements } from "../replacements.js";

/** Follows the path of each, and says which lead nowhere, and at which segment. */
export function resolveRequests(
  requests: readonly Request[],
  resolver: PathResolver,
  context: Pick<MergeContext, "declare" | "declared" | "report">,
): readonly ResolvedRequest[] {
  return requests.map((request) => {
    const { found, failed: segment, suggestion } = resolver.follow(request.template, request);
    if (found !== undefined) return declared(request, isPart(found) ? { part: found } : { resource: found }, context);
    if (segment !== undefined)
      context.report.add("path-unresolved", request.at, { path: request.template, segment, suggestion });
    return request;
  });
}

/** The requests when elements of the model have been replaced: each leads to what its path led to before. */
export function redirectRequests(
  requests: readonly ResolvedRequest[],
  replacements: Replacements,
  context: Pick<MergeContext, "declare" | "declared">,
): readonly ResolvedRequest[] {
  return requests.map((request) => {
    const { resource, part } = request;
    if (resource !== undefined) {
      const redirected = redirectResource(resource, replacements);
      return redirected === resource ? request : declared(request, { resource: redirected }, context);
    }
    if (part === undefined) return request;
    const redirected = redirectPart(part, replacements);
    return redirected === part ? request : declared(request, { part: redirected }, context);
  });
}

function redirectResource(resource: Resource, replacements: Replacements): Resource {
  if (resource.kind === "Operation") {
    const operation = replacements.of(resource.operation);
    return operation === resource.operation ? resource : { ...resource, operation };
  }
  const through = replacements.of(resource.through);
  return through === resource.through ? resource : { ...resource, through };
}

function redirectPart(part: Part, replacements: Replacements): Part {
  const of = isPart(part.of) ? redirectPart(part.of, replacements) : redirectResource(part.of, replacements);
  return of === part.of ? part : { ...part, of };
}

function declared(
  request: ResolvedRequest,
  reached: Pick<ResolvedRequest, "resource"> | Pick<ResolvedRequest, "part">,
  context: Pick<MergeContext, "declare" | "declared">,
): ResolvedRequest {
  const resolved = { ...request, ...reached };
  context.declare(resolved, context.declared(request));
  return resolved;
}
