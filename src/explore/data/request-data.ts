/** The requests that pages and annotations document. */
import type { ResolvedRequest } from "../../edm/model.js";
import { describedRequest, documentedRequests } from "../../permissions/operations-document.js";
import { annotatedBeside } from "../../views/operations-view.js";
import type { DataScope } from "./data-scope.js";
import { saidData } from "./element-data.js";
import type { RequestData } from "./format.js";

/** By path, then by method. */
export function requestsData(scope: DataScope): readonly RequestData[] {
  const { selection } = scope.context;
  return documentedRequests(selection.paths, annotatedBeside(selection, scope.isStated)).map((request) =>
    requestData(request, scope),
  );
}

function requestData(request: ResolvedRequest, scope: DataScope): RequestData {
  const { headers, ...described } = describedRequest(request, scope.isStated);
  const { description } = request;
  const said = saidData(request, scope);
  return {
    ...described,
    ...(headers.length > 0 && { headers }),
    ...(description !== undefined && scope.described && { description }),
    snippet: scope.snippets.request(request),
    ...(said !== undefined && { said }),
  };
}
