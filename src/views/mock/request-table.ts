/** The documented requests in the table of the mock: scopes, and responses that are right by the model. */
import { exampleTypes } from "../../edm/examples/example-types.js";
import type { ResolvedRequest } from "../../edm/model.js";
import type { Example, Permission } from "../../edm/requests.js";
import { annotatedRequests } from "../../permissions/annotated-requests.js";
import type { MockRequest } from "../../runtime/mock/service.js";
import { checkBody } from "../../values/check-body.js";
import { ValueChecker } from "../../values/check-value.js";
import { statedBeside } from "../../vocabularies/resource-permissions.js";
import type { ViewContext } from "../view-context.js";

/** Those of annotations come last, since pages tell more. */
export function mockRequests(context: ViewContext): readonly MockRequest[] {
  const { selection, whole, model, facts } = context;
  const checker = new ValueChecker(model, facts);
  const isStated = statedBeside(whole.requests);
  const requests = [...selection.paths.requests, ...annotatedRequests(selection.paths, isStated)];
  return requests.map((request) => mockRequest(request, checker, context));
}

function mockRequest(request: ResolvedRequest, checker: ValueChecker, context: ViewContext): MockRequest {
  const { method, template, permissions = [], examples } = request;
  const scopes = scopesOf(permissions);
  const example = examples.flatMap((one) => exampleOf(request, one, checker, context) ?? [])[0];
  const { status, returns } = request;
  const sends = otherContent(examples);
  return {
    method,
    path: template,
    ...(sends !== undefined && { sends }),
    ...(scopes && { scopes }),
    ...(example && { example }),
    ...(!example && status !== undefined && { status }),
    ...(!example && returns && { returns: { type: returns.type, ...(returns.collection && { collection: true }) } }),
  };
}

/** The media type of a body that is no JSON. */
function otherContent(examples: readonly Example[]): string | undefined {
  return examples
    .flatMap(({ request }) => (request?.body === undefined ? (request?.headers ?? []) : []))
    .flatMap(({ name, value }) =>
      /^content-type$/i.test(name) ? [value.split(";", 1)[0]?.trim().toLowerCase() ?? ""] : [],
    )
    .find((type) => /^[\w.+-]+\/[\w.+-]+$/.test(type) && !type.includes("json"));
}

/** What applies in every case. A scheme without alternatives does not support the request. */
function scopesOf(permissions: readonly Permission[]): MockRequest["scopes"] {
  const always = permissions.filter(({ when, exact }) => when === undefined && exact !== false);
  if (always.length === 0) return undefined;
  const scopes: Record<string, readonly (readonly string[])[]> = {};
  for (const { scheme, alternatives } of always) scopes[scheme] = [...(scopes[scheme] ?? []), ...alternatives];
  return scopes;
}

function exampleOf(
  request: ResolvedRequest,
  { request: sent, response }: Example,
  checker: ValueChecker,
  { whole }: ViewContext,
): MockRequest["example"] | undefined {
  if (response === undefined || response.status >= 300 || (sent?.method ?? request.method) !== request.method)
    return undefined;
  const { status, body } = response;
  if (body === undefined) return { status };
  // Query options change what a response has.
  if (sent?.url.includes("?") === true) return undefined;
  const type = exampleTypes(request, { ...(sent && { request: sent }), response }, whole).response;
  if (type === undefined || type.kind === "error" || checkBody(body.value, type, checker).length > 0) return undefined;
  return { status, body: body.value };
}
