import type { Schema } from "../../edm/document.js";
import type { Declared, Operation, SchemaElement } from "../../edm/elements.js";
import { groupBy } from "../../edm/grouping.js";
import { isOperation, isPart, isStructured, type Part, type Resource, type ResolvedRequest } from "../../edm/model.js";
import { inheritDeclarations, type MergeContext } from "../context.js";
import { withPageParameters } from "./page-parameters.js";
import { restrictionsOf, restricts } from "./restrictions.js";

/** Elements of the model, and the requests that address them. */
interface Addressed {
  readonly schemas: readonly Schema[];
  readonly requests: readonly ResolvedRequest[];
}

/**
 * Adds what pages state about requests to the elements that these address, as Capabilities annotations, and about
 * parameters to those of operations. A term that an element has already stays as it is. Elements that change are replaced, in the requests, too.
 */
export function annotateRestrictions(
  schemas: readonly Schema[],
  requests: readonly ResolvedRequest[],
  context: Pick<MergeContext, "declarations" | "report">,
): Addressed {
  const byElement = groupBy(requests, ({ resource }) => resource && elementOf(resource));
  if (byElement.size === 0) return { schemas, requests };
  const replaced = new Map<Declared, Declared>();
  const replace: Replace = (element, changed) => {
    inheritDeclarations(changed, element, context);
    replaced.set(element, changed);
    return changed;
  };
  const annotate: Annotate = (element) => {
    const { annotations = [] } = element;
    const added = restrictionsOf((byElement.get(element) ?? []).filter(restricts)).filter(
      ({ term }) => !annotations.some((annotation) => annotation.term === term),
    );
    return added.length === 0 ? element : replace(element, { ...element, annotations: [...annotations, ...added] });
  };
  const parametersOf: ParametersOf = (operation) =>
    withPageParameters(operation, byElement.get(operation) ?? [], context);
  return {
    schemas: schemas.map((schema) => ({
      ...schema,
      elements: schema.elements.map((element) => annotateElement(element, { annotate, replace, parametersOf })),
    })),
    requests: requests.map((request) => redirected(request, replaced, context)),
  };
}

type Annotate = <T extends Declared>(element: T) => T;
type ParametersOf = (operation: Operation) => Operation["parameters"];
type Replace = <T extends Declared>(element: T, changed: T) => T;

interface Changes {
  readonly annotate: Annotate;
  readonly replace: Replace;
  readonly parametersOf: ParametersOf;
}

function annotateElement(element: SchemaElement, { annotate, replace, parametersOf }: Changes): SchemaElement {
  if (isOperation(element)) {
    const annotated = annotate(element);
    const parameters = parametersOf(element);
    return parameters === element.parameters ? annotated : replace(element, { ...annotated, parameters });
  }
  if (isStructured(element)) {
    const navigationProperties = element.navigationProperties.map(annotate);
    const isSame = navigationProperties.every((property, index) => property === element.navigationProperties[index]);
    return isSame ? element : replace(element, { ...element, navigationProperties });
  }
  if (element.kind !== "EntityContainer") return element;
  return replace(element, { ...element, children: element.children.map(annotate) });
}

/** The request with the elements that stand in the model now. */
function redirected(
  request: ResolvedRequest,
  replaced: ReadonlyMap<Declared, Declared>,
  context: Pick<MergeContext, "declarations">,
): ResolvedRequest {
  const current: Annotate = <T extends Declared>(element: T) => (replaced.get(element) ?? element) as T; // one of the same type
  const { resource, part } = request;
  const changed = {
    ...request,
    ...(resource && { resource: redirectedResource(resource, current) }),
    ...(part && { part: redirectedPart(part, current) }),
  };
  inheritDeclarations(changed, request, context);
  return changed;
}

function redirectedResource(resource: Resource, current: Annotate): Resource {
  if (resource.kind === "Operation") return { ...resource, operation: current(resource.operation) };
  return { ...resource, through: current(resource.through) };
}

function redirectedPart(part: Part, current: Annotate): Part {
  return { ...part, of: isPart(part.of) ? redirectedPart(part.of, current) : redirectedResource(part.of, current) };
}

/** The element that a request addresses. */
function elementOf(resource: Resource): Declared {
  return resource.kind === "Operation" ? resource.operation : resource.through;
}
