/** Follows the path of every request through the model. */
import type { NavigationProperty, StructuredType } from "../edm/elements.js";
import type { Report } from "../diagnostics/report.js";
import { bindingTypeOf, isStructured, type Model, type ResolvedRequest, type Resource } from "../edm/model.js";
import { simpleNameOf, type QualifiedName } from "../edm/names.js";
import type { Request } from "../edm/requests.js";
import type { MergeContext } from "./context.js";
import { KEY_SEGMENT, segmentsOf } from "./path-tree.js";

export function resolveRequests(
  requests: readonly Request[],
  model: Model,
  context: Pick<MergeContext, "declare" | "declared">,
): readonly ResolvedRequest[] {
  const stepTo = stepsThrough(model);
  return requests.map((request) => {
    const { resource } = stepTo(request.template);
    if (resource === undefined) return request;
    const resolved = { ...request, resource };
    context.declare(resolved, context.declared(request));
    return resolved;
  });
}

/** Says which requests lead nowhere, and at which segment. */
export function reportUnresolved(requests: readonly ResolvedRequest[], model: Model, report: Report): void {
  const stepTo = stepsThrough(model);
  for (const { resource, template, at } of requests) {
    const failed = resource === undefined ? stepTo(template).failed : undefined;
    if (failed !== undefined) report.add("path-unresolved", at, { path: template, segment: failed });
  }
}

type Step =
  { readonly resource: Resource; readonly failed?: never } | { readonly resource?: never; readonly failed: string };

/** The way through the model to the end of a path. Thousands of paths share their first segments, which are followed once. */
function stepsThrough(model: Model): (template: string) => Step {
  const steps = new Map<string, Step>();
  return (template) => {
    let step: Step = { failed: "" };
    let path = "";
    for (const segment of segmentsOf(template)) {
      const from: Resource | undefined = path === "" ? undefined : step.resource;
      path += `/${segment}`;
      step = steps.get(path) ?? nextStep(from, segment, model);
      steps.set(path, step);
      if (step.resource === undefined) break;
    }
    return step;
  };
}

function nextStep(from: Resource | undefined, segment: string, model: Model): Step {
  const resource = from === undefined ? childOf(segment, model) : below(from, segment, model);
  return resource === undefined ? { failed: segment } : { resource };
}

function childOf(segment: string, model: Model): Resource | undefined {
  const child = model.container?.children.find(({ name }) => name === segment);
  if (child?.kind === "EntitySet") return { kind: "Collection", type: child.entityType, through: child };
  if (child?.kind === "Singleton") return { kind: "Entity", type: child.type, through: child };
  const imported = child?.kind === "ActionImport" ? child.action : child?.function;
  const operation = imported && model.overloads(imported).find(({ bound }) => bound !== true);
  return operation && { kind: "Operation", operation };
}

function below(resource: Resource, segment: string, model: Model): Resource | undefined {
  if (resource.kind === "Operation") return undefined;
  if (segment === KEY_SEGMENT) return resource.kind === "Collection" ? { ...resource, kind: "Entity" } : undefined;
  const cast = model.type(segment as QualifiedName);
  if (cast !== undefined) return { ...resource, type: cast.name };
  return (
    (resource.kind === "Entity" ? navigate(resource.type, segment, model) : undefined) ??
    operationOf(resource, segment, model)
  );
}

function navigate(type: QualifiedName, segment: string, model: Model): Resource | undefined {
  const property = navigationPropertyOf(type, segment, model);
  return (
    property?.type && {
      kind: property.type.collection ? "Collection" : "Entity",
      type: property.type.type,
      through: property,
    }
  );
}

function navigationPropertyOf(type: QualifiedName, segment: string, model: Model): NavigationProperty | undefined {
  for (const { navigationProperties } of lineOf(type, model)) {
    const found = navigationProperties.find(({ name }) => name === segment);
    if (found !== undefined) return found;
  }
  return undefined;
}

function operationOf(
  resource: Extract<Resource, { type: QualifiedName }>,
  segment: string,
  model: Model,
): Resource | undefined {
  const name = segment.replace(/\(.*$/, "");
  const operation = lineOf(resource.type, model)
    .flatMap((type) => model.boundTo(type.name, resource.kind === "Collection"))
    .find(
      (candidate) =>
        bindingTypeOf(candidate) !== undefined && (simpleNameOf(candidate.name) === name || candidate.name === name),
    );
  return operation && { kind: "Operation", operation };
}

function lineOf(name: QualifiedName, model: Model): readonly StructuredType[] {
  const type = model.type(name);
  return type !== undefined && isStructured(type) ? [type, ...model.bases(type)] : [];
}
