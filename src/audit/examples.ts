/** Checks the bodies of examples against their types. */
import type { At, Source } from "../diagnostics/position.js";
import { exampleTypes, type BodyType } from "../edm/examples/example-types.js";
import { groupBy } from "../edm/grouping.js";
import type { Model, Resource } from "../edm/model.js";
import type { Example, Request } from "../edm/requests.js";
import { checkBody } from "../values/check-body.js";
import type { ValueChecker } from "../values/check-value.js";
import { placesInBody } from "../values/place-in-body.js";
import type { ValueIssue, ValueIssueCode } from "../values/value-issue.js";
import type { Cause } from "./causes.js";
import type { Finding } from "./finding.js";
import { elementOf } from "./paths.js";

const causeOf: Readonly<Record<ValueIssueCode, Cause>> = {
  type: "example-invalid",
  null: "example-invalid",
  format: "example-invalid",
  range: "example-invalid",
  "not-allowed": "example-invalid",
  "unknown-property": "example-unknown-property",
  "derived-property": "example-unknown-property",
  "unknown-member": "example-unknown-member",
  "unknown-type": "example-wrong-type",
  "wrong-type": "example-wrong-type",
  "abstract-type": "example-wrong-type",
  missing: "example-incomplete",
  "read-only": "example-read-only",
  wrapped: "example-wrapped",
};

export interface ExampleContext {
  readonly model: Model;
  /** Whether the model is that of the CSDL or that of all pages. */
  readonly declaredIn: "csdl" | "otherPage";
  readonly checker: ValueChecker;
  /** The page with the examples. */
  readonly source: Source;
}

/** The findings about the example bodies of a request. Bodies of unknown type are not checked. */
export function exampleFindings(
  request: Request,
  resource: Resource | undefined,
  context: ExampleContext,
): readonly Finding[] {
  const placed = { ...request, ...(resource !== undefined && { resource }) };
  return request.examples.flatMap((example) => {
    const types = exampleTypes(placed, example, context.model);
    return [
      ...bodyFindings(request, "request", example, types.request, context),
      ...bodyFindings(request, "response", example, types.response, context),
    ];
  });
}

function bodyFindings(
  request: Request,
  part: "request" | "response",
  example: Example,
  type: BodyType | undefined,
  { checker, model, declaredIn, source }: ExampleContext,
): readonly Finding[] {
  const body = example[part]?.body;
  if (body === undefined || type === undefined) return [];
  const issues = onceForItems(checkBody(body.value, type, checker));
  if (issues.length === 0) return [];
  const declaration = declarationOf(type, model);
  const placeOf = placesInBody(body, source);
  return issues.map((issue) => ({
    cause: causeOf[issue.code],
    element: elementOf(request),
    message: `${subjectOf(issue, part)} ${issue.message}`,
    page: placeOf(issue.path),
    ...(declaration !== undefined && { [declaredIn]: declaration }),
  }));
}

/** Keeps the first of equal issues in the items of a collection. */
function onceForItems(issues: readonly ValueIssue[]): readonly ValueIssue[] {
  if (issues.length < 2) return issues;
  const keyOf = ({ path, message }: ValueIssue) =>
    [...path.map((step) => (typeof step === "number" ? "*" : step)), message].join("/");
  return [...groupBy(issues, keyOf).values()].map(([first]) => first);
}

function subjectOf({ path }: ValueIssue, part: string): string {
  return path.length === 0 ? `the body of the ${part}` : `${path.join("/")} in the ${part}`;
}

function declarationOf(type: BodyType, model: Model): At | undefined {
  if (type.kind === "error") return undefined;
  return type.kind === "parameters" ? type.operation.at : model.type(type.ref.type)?.at;
}
