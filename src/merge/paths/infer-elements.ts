import type { At } from "../../diagnostics/position.js";
import type { Report } from "../../diagnostics/report.js";
import type { Annotation, Expression } from "../../edm/annotations.js";
import type {
  EntityContainer,
  NavigationProperty,
  Operation,
  Parameter,
  StructuredType,
  TypeRef,
} from "../../edm/elements.js";
import { groupBy } from "../../edm/grouping.js";
import { namespaceOf, qualify, type QualifiedName, type SimpleName } from "../../edm/names.js";
import type { Request } from "../../edm/requests.js";
import { Core } from "../../edm/vocabulary.js";
import type { Collected } from "../collect.js";
import type { MergeContext } from "../context.js";
import { GRAPH_NAMESPACE } from "../names/type-names.js";
import type { Bases } from "../types/bases.js";
import { firstRequestOf, pathTreeOf } from "./path-tree.js";
import { typePaths, type Step } from "./typed-paths.js";

/** The elements that the paths of requests imply. */
export interface InferredElements {
  readonly container: EntityContainer | undefined;
  readonly operations: readonly Operation[];
  /** Declarations of the types on the way, with their navigation properties. */
  readonly types: readonly StructuredType[];
  /** All bases, with those of types that only paths name. */
  readonly bases: Bases;
  /** Types that a path leads to. */
  readonly addressed: ReadonlySet<QualifiedName>;
  /** Those of them that are items of a collection there. */
  readonly items: ReadonlySet<QualifiedName>;
}

/**
 * Infers the entity container, navigation properties and bound operations from the paths that pages document. Infers
 * nothing where a CSDL document declares the container.
 */
export function inferElements(
  { known, elements, structured, files }: Pick<Collected, "known" | "elements" | "structured" | "files">,
  requests: readonly Request[],
  bases: Bases,
  { report }: Pick<MergeContext, "report">,
): InferredElements {
  const isDeclared = elements.some(({ kind }) => kind === "EntityContainer");
  const steps = isDeclared ? [] : typePaths(pathTreeOf(requests), { known, structured, files, bases });
  const casts = castsOf(steps);
  reportSteps(steps, casts, report);
  const types = steps.flatMap((step) => (step.kind === "Type" ? [step.type] : []));
  const addressed = new Set(types.map(({ type }) => type));
  return {
    container: containerOf(steps),
    operations: operationsOf(steps),
    types: typesOf(addressed, steps, casts),
    bases: bases.with([...casts].map(([type, { base }]) => [type, base])),
    addressed,
    items: new Set(types.filter(({ collection }) => collection).map(({ type }) => type)),
  };
}

type CastStep = Extract<Step, { kind: "Cast" }>;
type Casts = ReadonlyMap<QualifiedName, CastStep>;

/** The first cast to each type that no document describes. */
function castsOf(steps: readonly Step[]): Casts {
  const casts = groupBy(
    steps.filter((step) => step.kind === "Cast"),
    ({ type }) => type,
  );
  return new Map([...casts].map(([type, [first]]) => [type, first]));
}

function reportSteps(steps: readonly Step[], casts: Casts, report: Report): void {
  for (const step of steps) {
    const isReported = step.kind === "Guess" || (step.kind === "Cast" && casts.get(step.type) === step);
    if (!isReported) continue;
    const { node, type } = step;
    report.add("path-type-guessed", firstRequestOf(node).at, { path: node.path, type });
  }
}

const CONTAINER_NAME = "GraphService" as SimpleName;

function containerOf(steps: readonly Step[]): EntityContainer | undefined {
  const children = steps.flatMap((step) => (step.kind === "Child" ? [childOf(step)] : []));
  const [first] = children;
  if (first === undefined) return undefined;
  const name = qualify(GRAPH_NAMESPACE, CONTAINER_NAME);
  return { kind: "EntityContainer", name, at: first.at, by: first.by, children };
}

function childOf({ node, name, target: { type, collection } }: Extract<Step, { kind: "Child" }>) {
  const { at, by } = firstRequestOf(node);
  const child = { name, at, by, navigationPropertyBindings: [] };
  return collection
    ? ({ kind: "EntitySet", entityType: type, ...child } as const)
    : ({ kind: "Singleton", type, ...child } as const);
}

/** A declaration for each addressed type that has navigation properties, or that only a cast names. */
function typesOf(
  addressed: ReadonlySet<QualifiedName>,
  steps: readonly Step[],
  casts: Casts,
): readonly StructuredType[] {
  const byOwner = groupBy(navigationOf(steps), ({ owner }) => owner);
  const keys = groupBy(
    steps.filter((step) => step.kind === "AlternateKey"),
    ({ type }) => type,
  );
  return [...addressed].flatMap((name): readonly StructuredType[] => {
    const navigationProperties = (byOwner.get(name) ?? []).map(({ property }) => property);
    const cast = casts.get(name);
    const alternateKeys = keys.get(name);
    const node = cast?.node ?? alternateKeys?.[0].node;
    const first = navigationProperties[0] ?? (node && firstRequestOf(node));
    if (first === undefined) return [];
    const { at, by } = first;
    const annotations = alternateKeys && [
      alternateKeysOf(
        alternateKeys.map(({ key }) => key),
        at,
      ),
    ];
    return [
      { kind: "EntityType", name, at, by, properties: [], navigationProperties, ...(annotations && { annotations }) },
    ];
  });
}

/** Core.AlternateKeys: each key is a collection of references to properties. */
function alternateKeysOf(keys: readonly (readonly string[])[], at: At): Annotation {
  const record = (name: string, value: Expression): Expression => ({
    kind: "Record",
    properties: [{ name, value, at }],
  });
  const items = [...new Map(keys.map((key) => [key.join(), key])).values()].map((key) => {
    const refs = key.map((path) => record("Name", { kind: "Path", type: "PropertyPath", path }));
    return record("Key", { kind: "Collection", items: refs });
  });
  return { term: Core.AlternateKeys, at, value: { kind: "Collection", items } };
}

interface Owned {
  readonly owner: QualifiedName;
  readonly property: NavigationProperty;
}

/** Navigation properties, each once: letter case does not distinguish them, and the first spelling stands. */
function navigationOf(steps: readonly Step[]): Iterable<Owned> {
  const properties = new Map<string, Owned>();
  for (const step of steps) {
    if (step.kind !== "Navigation" || step.target === undefined) continue;
    const { node, name, owner, target: type } = step;
    const key = `${owner}/${name.toLowerCase()}`;
    if (properties.has(key)) continue;
    const { at, by } = firstRequestOf(node);
    properties.set(key, { owner, property: { kind: "NavigationProperty", name, at, by, type, containsTarget: true } });
  }
  return properties.values();
}

/** Operations, one for each name and binding type: the first request describes it. */
function operationsOf(steps: readonly Step[]): readonly Operation[] {
  const operations = new Map<string, Operation>();
  for (const step of steps) {
    if (step.kind !== "Operation") continue;
    const { node, binding } = step;
    const name = qualify(namespaceOf(binding.type), step.name);
    for (const request of node.requests) {
      const key = `${name} ${binding.collection} ${binding.type}`;
      if (!operations.has(key)) operations.set(key, operationOf(name, binding, request, node.children.size > 0));
    }
  }
  return [...operations.values()];
}

/** `leadsOn`: paths go on from the result, as they do from that of a composable function (CSDL 4.01 §12.4.4). */
function operationOf(name: QualifiedName, binding: TypeRef, request: Request, leadsOn: boolean): Operation {
  const { at, by, operation: kind = "Action", annotations, parameters = [], returns } = request;
  const type = { ...binding, nullable: false };
  const bindingParameter: Parameter = { name: "bindingParameter" as SimpleName, type, at, by };
  return {
    kind,
    name,
    bound: true,
    ...(kind === "Function" && leadsOn && { composable: true }),
    at,
    by,
    ...(annotations && { annotations }),
    parameters: [bindingParameter, ...parameters.map(withNullability)],
    ...(returns && { returnType: { ...returns, at } }),
  };
}

/** Pages state "not nullable" and "required" only: any other parameter may be null, except the items of a collection. */
function withNullability(parameter: Parameter): Parameter {
  const { type } = parameter;
  return type === undefined
    ? parameter
    : { ...parameter, type: { ...type, nullable: type.nullable !== false && !type.collection } };
}
