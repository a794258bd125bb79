/** Everything that the model has of one element, with the sources that declare it. */
import type { Declared, EnumType, SchemaElement } from "../edm/elements.js";
import { allPaths, findElements, partsOf, type Found, type Part } from "../edm/find-element.js";
import {
  bindingTypeOf,
  isOperation,
  isStructured,
  parametersOf,
  resourceOf,
  type Model,
  type ResolvedRequest,
} from "../edm/model.js";
import { factsOf, operationFactsIn, typeFactsIn, type Facts } from "../facts/facts.js";
import type { MemberFacts } from "../facts/member-facts.js";
import type { ParameterFacts } from "../facts/operation-facts.js";
import { assumptionsOf, type WantedAssumptions } from "../facts/assumptions.js";
import { elementDetails, partDetails } from "./details.js";
import type { DateOf, Explained, ExplainedRequest, Answer, Explanation, MemberList } from "./explanation.js";
import { explainRequests, isRequestText, type FollowPath } from "./explain-requests.js";
import { nearestName } from "./nearest-name.js";
import { differenceOf, statementsOf, type StatementContext } from "./statements.js";
import { partText } from "./type-text.js";

/** How to explain. */
export interface ExplainOptions {
  /** What to assume of what metadata leaves open. */
  readonly wanted?: WantedAssumptions;
  /** The selected part of the model, in which the name is looked up; by default the whole model. */
  readonly within?: Model;
  /** Finds what a path of the selected part addresses, where no page documents a request to it. */
  readonly follow?: FollowPath;
}

/**
 * Explains what a name means: an element, overloads of an operation one by one, or requests (`POST /users`). Without a
 * result it gives the nearest name.
 */
export function explainName(name: string, model: Model, dateOf: DateOf, options: ExplainOptions = {}): Answer {
  const { wanted, within = model, follow } = options;
  const known = { model, facts: factsOf(model, assumptionsOf(model, wanted)), dateOf };
  if (isRequestText(name)) return explainRequests(name, within, known, follow);
  const kept = within === model ? undefined : new Set(allPaths(within));
  const [first, ...others] = findElements(name, model).filter(({ path }) => kept?.has(path) ?? true);
  if (first === undefined) return { state: "missing", near: nearestName(name, within) };
  const paths = new Set([first, ...others].map(({ path }) => path));
  if (paths.size > 1) return { state: "ambiguous", candidates: [...paths] };
  const explained = (found: Found) => explanationOf(found, known);
  return { state: "found", explanations: [explained(first), ...others.map(explained)] };
}

interface Known extends StatementContext {
  readonly facts: Facts;
}

function explanationOf({ path, element, part }: Found, known: Known): Explanation {
  if (part !== undefined) {
    const details = partDetails(part, memberFacts(part, element, known));
    return {
      ...explainedPart(part, element, known),
      name: path,
      details,
      parts: [],
      lists: [],
      requests: requestsTo(part, known),
    };
  }
  return {
    ...explainedElement(element.kind, element.name, element, known, () => ""),
    details: elementDetails(element, known.model, known.facts),
    parts: partsOf(element).map((one) => explainedPart(one, element, known)),
    lists: element.kind === "EnumType" ? memberLists(element, known.model) : [],
    requests: requestsTo(element, known),
  };
}

function memberFacts(part: Part, owner: SchemaElement, { facts }: Known): MemberFacts | undefined {
  if (!isStructured(owner)) return undefined;
  return typeFactsIn(facts, owner.name).ownMembers.find(({ name }) => name === part.name);
}

function parameterFacts(part: Part, owner: SchemaElement, { facts }: Known): ParameterFacts | undefined {
  if (!isOperation(owner)) return undefined;
  return operationFactsIn(facts, owner).parameters.find(({ name }) => name === part.name);
}

function explainedPart(part: Part, owner: SchemaElement, known: Known): Explained {
  const nullable = (memberFacts(part, owner, known) ?? parameterFacts(part, owner, known))?.nullable;
  return explainedElement(kindOf(part, owner), part.name, part, known, (declared) =>
    // Declarations of a part are of its own kind; only the type of those that differ is shown.
    partText(declared as Part, owner, known.model, declared === part ? nullable : undefined),
  );
}

function kindOf(part: Part, owner: SchemaElement): string {
  if ("kind" in part) return part.kind;
  if (owner.kind === "EnumType") return "Member";
  return isOperation(owner) && !parametersOf(owner).some((one) => one === part) ? "BindingParameter" : "Parameter";
}

function explainedElement(
  kind: string,
  name: string,
  element: Declared,
  known: Known,
  textOf: (declared: Declared) => string,
): Explained {
  const text = textOf(element);
  return {
    kind,
    name,
    text,
    statements: statementsOf(element, known, (declared) => differenceOf(textOf(declared), text)),
    annotations: element.annotations ?? [],
  };
}

function memberLists(element: EnumType, model: Model): readonly MemberList[] {
  const inModel = new Set<string>(element.members.map(({ name }) => name));
  return (model.declarations(element) as readonly EnumType[]).map(({ at, members }) => {
    const names = members.map(({ name }) => name);
    return {
      at,
      listed: names.filter((name) => inModel.has(name)).length,
      extra: names.filter((name) => !inModel.has(name)),
    };
  });
}

/** Requests to the items or the collection of a type, to operations bound to it, to an operation, or below a child of the container. */
function requestsTo(target: SchemaElement | Part, known: Known): readonly ExplainedRequest[] {
  return known.model.requests
    .filter((request) => addresses(request, target))
    .map((request) => ({
      method: request.method,
      template: request.template,
      title: request.title,
      ...(request.permissions !== undefined && { permissions: request.permissions }),
      statements: statementsOf(request, known),
    }));
}

function addresses(request: ResolvedRequest, target: SchemaElement | Part): boolean {
  if (!("kind" in target)) return false;
  const { template, resource = request.part && resourceOf(request.part) } = request;
  if (isContainerChild(target)) return template.replace(/^\//, "").split(/[/(]/, 1)[0] === target.name;
  if (resource === undefined) return false;
  if (resource.kind !== "Operation") return resource.type === target.name;
  return resource.operation === target || bindingTypeOf(resource.operation)?.type === target.name;
}

function isContainerChild({ kind }: { readonly kind: string }): boolean {
  return ["EntitySet", "Singleton", "ActionImport", "FunctionImport"].includes(kind);
}
