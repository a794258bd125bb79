/** Compares documented actions and functions, and the return types of requests, with the CSDL. */
import type { Operation, Parameter, TypeRef } from "../edm/elements.js";
import { bindingTypeOf, parametersOf, type Model, type Resource } from "../edm/model.js";
import type { Request } from "../edm/requests.js";
import type { Cause } from "./causes.js";
import type { Finding } from "./finding.js";
import { typeFindings } from "./members.js";
import { matchOf } from "./near-names.js";
import { elementOf } from "./paths.js";
import { typeDifferences, typeText } from "./type-differences.js";

/** The name of an operation's overloads with the same binding type: `ns.operation(binding type)`. */
export function operationNameOf(operation: Operation): string {
  const binding = bindingTypeOf(operation);
  return binding === undefined ? operation.name : `${operation.name}(${bindingText(binding)})`;
}

function bindingText({ type, collection }: TypeRef): string {
  return collection ? `Collection(${type})` : type;
}

/** The findings about the operation that a request calls and the type that it returns. */
export function requestFindings(request: Request, resource: Resource, model: Model): readonly Finding[] {
  if (resource.kind !== "Operation") return returnFindings(request, returnedBy(request, resource), model);
  const name = operationNameOf(resource.operation);
  const others = model.overloads(resource.operation.name).filter((one) => operationNameOf(one) === name);
  const overloads = [resource.operation, ...others];
  const operation = bestFit(request, overloads);
  const returned = operation.returnType && { ref: operation.returnType, at: operation.at };
  return [
    ...kindFindings(request, overloads, operation),
    ...parameterFindings(request, { name, operation, overloads, model }),
    ...returnFindings(request, returned, model),
  ];
}

/** Parameter names in the last segment: `reminderView(startDateTime={startDateTime})`. */
function parametersInPath({ template }: Request): readonly string[] {
  const call = /\(([^()]*)\)$/.exec(template)?.[1] ?? "";
  return [...call.matchAll(/(\w+)\s*=/g)].map((match) => match[1] ?? "");
}

function shownParameters(request: Request): ReadonlySet<string> {
  return new Set([...(request.parameters ?? []).map(({ name }) => name as string), ...parametersInPath(request)]);
}

/** The overload that differs least from the documented request. */
function bestFit(request: Request, overloads: readonly Operation[]): Operation {
  const shown = shownParameters(request);
  const method = request.method === "GET" ? "Function" : "Action";
  const distance = (operation: Operation) => {
    const names = parametersOf(operation).map(({ name }) => name);
    const common = names.filter((name) => shown.has(name)).length;
    return names.length + shown.size - 2 * common + (operation.kind === method ? 0 : 0.5);
  };
  return overloads.reduce((best, next) => (distance(next) < distance(best) ? next : best));
}

function kindFindings(request: Request, overloads: readonly Operation[], operation: Operation): readonly Finding[] {
  if (request.method !== "GET" && request.method !== "POST") return []; // a request that changes the result of the operation
  const called = request.method === "GET" ? "Function" : "Action";
  if (overloads.some(({ kind }) => kind === called)) return [];
  const kind =
    operation.kind === "Action" ? "an action, which is called with POST" : "a function, which is called with GET";
  return [
    {
      cause: "operation-kind-differs",
      element: elementOf(request),
      message: `called with ${request.method}, but declared in the CSDL as ${kind}`,
      page: request.at,
      csdl: operation.at,
      suggestion: operation.kind === "Action" ? "POST" : "GET",
    },
  ];
}

interface Called {
  readonly name: string;
  /** The overload that differs least from the documented request. */
  readonly operation: Operation;
  readonly overloads: readonly Operation[];
  readonly model: Model;
}

/** Compares parameters. One page may document several overloads, so parameters of all of them are accepted. */
function parameterFindings(request: Request, { name, operation, overloads, model }: Called): readonly Finding[] {
  if (request.parameters === undefined) return [];
  const shown = shownParameters(request);
  const suggested = new Set<string>();
  const known = overloads.flatMap(parametersOf);
  const findings = request.parameters.flatMap((parameter): readonly Finding[] => {
    const found = known.find((one) => one.name === parameter.name);
    const places = { element: `${name}/${parameter.name}`, page: parameter.at, csdl: found?.at ?? operation.at };
    if (found !== undefined) return typeFindings(parameter, found, places, model);
    const match = matchOf(
      parameter.name,
      known.map((one) => one.name),
      shown,
    );
    if (match === undefined)
      return [{ cause: "parameter-not-in-csdl", ...places, message: "the CSDL does not declare this parameter" }];
    suggested.add(match.name);
    const cause = match.kind === "letterCase" ? "parameter-letter-case" : "parameter-near-miss";
    const message = `documented as ${parameter.name}, declared as ${match.name} in the CSDL`;
    const csdl = known.find((one) => one.name === match.name)?.at ?? operation.at;
    return [{ cause, ...places, csdl, message, suggestion: match.name }];
  });
  const lacking = parametersOf(operation).filter(
    (parameter) => !shown.has(parameter.name) && !suggested.has(parameter.name),
  );
  return [...findings, ...lacking.map((parameter) => undocumented(request, parameter, name))];
}

function undocumented(request: Request, parameter: Parameter, name: string): Finding {
  return {
    cause: "parameter-undocumented",
    element: `${name}/${parameter.name}`,
    message: "the page does not document this parameter",
    page: request.at,
    csdl: parameter.at,
  };
}

interface Returned {
  readonly ref: TypeRef;
  readonly at: Finding["csdl"];
}

/** The type that a request returns (OData Protocol 4.01 §11.2, §11.4.2): GET the resource, POST the created entity. */
function returnedBy({ method }: Request, resource: Exclude<Resource, { kind: "Operation" }>): Returned | undefined {
  const { type, through } = resource;
  if (method === "GET") return { ref: { type, collection: resource.kind === "Collection" }, at: through.at };
  if (method === "POST" && resource.kind === "Collection") return { ref: { type, collection: false }, at: through.at };
  return undefined;
}

function returnFindings(request: Request, returned: Returned | undefined, model: Model): readonly Finding[] {
  const documented = request.returns;
  if (documented === undefined || returned === undefined) return [];
  const { ref, at } = returned;
  const differences = typeDifferences(documented, ref, model);
  const places = { element: elementOf(request), page: request.at, ...(at !== undefined && { csdl: at }) };
  const message = `documented to return ${typeText(documented)}, declared to return ${typeText(ref)} in the CSDL`;
  const finding = (cause: Cause) => [{ cause, ...places, message, suggestion: typeText(ref) }];
  const main = differences.filter((cause) => !BESIDE.has(cause));
  if (main.length > 0) return finding("return-type-differs");
  return differences.includes("type-collection-differs") ? finding("return-collection-differs") : [];
}

/**
 * Differences that leave the return type valid. A page may be more specific than the CSDL: users instead of directory
 * objects.
 */
const BESIDE: ReadonlySet<Cause> = new Set(["type-collection-differs", "type-derived-for-base"]);
