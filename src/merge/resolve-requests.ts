/** What the path of every request addresses in the model. */
import type { Report } from "../diagnostics/report.js";
import { isPart, type ResolvedRequest } from "../edm/model.js";
import { withMore } from "../edm/with-more.js";
import type { Request } from "../edm/requests.js";
import type { MergeContext } from "./context.js";
import type { PathResolver } from "./path-resolver.js";

export function resolveRequests(
  requests: readonly Request[],
  resolver: PathResolver,
  context: Pick<MergeContext, "declare" | "declared">,
): readonly ResolvedRequest[] {
  return requests.map((request) => {
    const { found } = resolver.follow(request.template, request);
    if (found === undefined) return request;
    const reached = isPart(found) ? { part: found } : { resource: found };
    const resolved = withMore<ResolvedRequest>(request, reached);
    context.declare(resolved, context.declared(request));
    return resolved;
  });
}

/** Says which requests lead nowhere, and at which segment. */
export function reportUnresolved(requests: readonly ResolvedRequest[], resolver: PathResolver, report: Report): void {
  for (const request of requests) {
    if (request.resource !== undefined || request.part !== undefined) continue;
    const { failed: segment, suggestion } = resolver.follow(request.template, request);
    if (segment !== undefined)
      report.add("path-unresolved", request.at, { path: request.template, segment, suggestion });
  }
}
