/** Whether the pages of a service send names in other letters' case than its metadata has. */
import { requestBodyType } from "../../edm/examples/example-types.js";
import type { ResolvedRequest } from "../../edm/model.js";
import type { Example } from "../../edm/requests.js";
import { spelledMembers, spelledValue } from "../../runtime/mock/query/spelling.js";
import type { MockService } from "../../runtime/mock/service.js";
import { isObject } from "../../values/value-issue.js";
import type { ViewContext } from "../view-context.js";

/** One request that does is enough: a page shows what the service takes. */
export function sendsOtherCase(table: MockService, context: ViewContext): boolean {
  const service = { ...table, anyCase: true } as const;
  return context.selection.paths.requests.some((request) =>
    request.examples.some((example) => isOtherCase(request, example, service, context)),
  );
}

function isOtherCase(
  request: ResolvedRequest,
  example: Example,
  service: MockService,
  { whole }: ViewContext,
): boolean {
  const type = requestBodyType(request, example, whole);
  const body = example.request?.body?.value;
  if (body === undefined || type === undefined || !isObject(body)) return false;
  if (type.kind === "value") return differs(body, spelledValue(body, type.ref.type, service));
  if (type.kind !== "parameters") return false;
  const parameters = new Map(
    type.operation.parameters.flatMap(({ name, type: ref }) => (ref === undefined ? [] : [[name, ref] as const])),
  );
  return differs(body, spelledMembers(body, parameters, service));
}

function differs(sent: unknown, known: unknown): boolean {
  return JSON.stringify(sent) !== JSON.stringify(known);
}
