import type { Report } from "../../../diagnostics/report.js";
import type { ContainerChild, NavigationProperty, Operation } from "../../../edm/elements.js";
import { groupBy } from "../../../edm/grouping.js";
import { isMicrosoftGraph } from "../../../edm/microsoft-graph.js";
import { bindingTypeOf, compareText, isOperation, type Model } from "../../../edm/model.js";
import { namespaceOf, simpleNameOf, type QualifiedName } from "../../../edm/names.js";
import { Core, isTagged } from "../../../edm/vocabulary.js";
import type { WireEntry } from "./wire-entry.js";

/** Methods of the client: no segment is called like one of them. */
const METHODS = new Set(["get", "post", "patch", "put", "delete", "byId", "as", "request", "then", "toJSON"]);

/** The client's names for segments of paths: simple names of operations, which the wire may need in full. */
export class Segments {
  /** Segments on the wire by their names in the client. */
  readonly #wire = new Map<string, string>();
  readonly #operations = new Map<QualifiedName, string>();
  readonly #report: Report;

  constructor(model: Model, report: Report) {
    this.#report = report;
    for (const { name } of [...(model.container?.children ?? []), ...navigationPropertiesOf(model)])
      this.#wire.set(freeOfMethods(name), name);
    // Operations that the wire takes by their simple names claim them first.
    const bound = boundOperationsOf(model).toSorted((a, b) => compareText(a.name, b.name));
    const short = shortIn(bound, model);
    for (const operation of short) this.#giveOperation(operation, simpleNameOf(operation.name));
    for (const operation of bound) if (!short.has(operation)) this.#giveOperation(operation, operation.name);
  }

  of(element: NavigationProperty | Operation | ContainerChild): string {
    const given = isOperation(element) ? this.#operations.get(element.name) : undefined;
    return given ?? freeOfMethods(element.name);
  }

  /** Entries for the names on the paths of a model; by namespace, which compresses better than by name: every app ships them. */
  entries(model: Model): readonly WireEntry[] {
    const elements = [
      ...(model.container?.children ?? []),
      ...navigationPropertiesOf(model),
      ...boundOperationsOf(model),
    ];
    const used = new Set(elements.map((element) => this.of(element)));
    return [...this.#wire]
      .filter(([name, value]) => name !== value && used.has(name))
      .map(([name, value]) => ({ name, value: value.endsWith(`.${name}`) ? value.slice(0, -name.length) : value }))
      .sort((a, b) => compareText(a.value, b.value) || compareText(a.name, b.name));
  }

  #giveOperation(operation: Operation, wire: string): void {
    if (this.#operations.has(operation.name)) return; // an overload
    const wanted = simpleNameOf(operation.name);
    let name = freeOfMethods(wanted);
    while ((this.#wire.get(name) ?? wire) !== wire) name += "_";
    if (name !== wanted)
      this.#report.add("segment-renamed", operation.at, { element: operation.name, name: wanted, instead: name });
    this.#wire.set(name, wire);
    this.#operations.set(operation.name, name);
  }
}

function navigationPropertiesOf({ structuredTypes }: Model): readonly NavigationProperty[] {
  return structuredTypes.flatMap(({ navigationProperties }) => navigationProperties);
}

function boundOperationsOf({ operations }: Model): readonly Operation[] {
  return operations.filter(({ bound }) => bound === true);
}

/**
 * Namespaces whose operations are called without them: of OData 3.0 all, later those of Core.DefaultNamespace. The
 * reference pages of Microsoft Graph, which has no such annotations, call the operations of all its namespaces so.
 */
export function defaultNamespacesOf(model: Model): ReadonlySet<string> {
  const isAny = model.protocol !== "4.0" || isMicrosoftGraph(model);
  const schemas = model.schemas.filter((schema) => isAny || isTagged(schema, Core.DefaultNamespace));
  return new Set(schemas.map(({ namespace }) => namespace));
}

/**
 * The operations of default namespaces that the wire takes by their simple names: no other one of these has the name, on
 * the same values.
 */
function shortIn(bound: readonly Operation[], model: Model): ReadonlySet<Operation> {
  const defaults = defaultNamespacesOf(model);
  const inDefaults = bound.filter(({ name }) => defaults.has(namespaceOf(name)));
  const namesakes = groupBy(inDefaults, ({ name }) => simpleNameOf(name));
  const isAmbiguous = (operation: Operation) =>
    namesakes.get(simpleNameOf(operation.name))?.some((other) => isOnSame(operation, other, model)) === true;
  return new Set(inDefaults.filter((operation) => !isAmbiguous(operation)));
}

/** Whether another operation is bound to the type of an operation, or to one that is derived from it or a base of it. */
function isOnSame(operation: Operation, other: Operation, model: Model): boolean {
  const on = bindingTypeOf(operation);
  const otherOn = bindingTypeOf(other);
  if (on === undefined || otherOn === undefined || other.name === operation.name) return false;
  if (on.collection !== otherOn.collection) return false;
  return isSameOrDerived(on.type, otherOn.type, model) || isSameOrDerived(otherOn.type, on.type, model);
}

function isSameOrDerived(name: QualifiedName, base: QualifiedName, model: Model): boolean {
  return name === base || model.derived(base).some((derived) => derived.name === name);
}

function freeOfMethods(name: string): string {
  return METHODS.has(name) ? `${name}_` : name;
}
