import type { Report } from "../../../diagnostics/report.js";
import type { ContainerChild, NavigationProperty, Operation } from "../../../edm/elements.js";
import { groupBy } from "../../../edm/grouping.js";
import { isMicrosoftGraph } from "../../../edm/microsoft-graph.js";
import { bindingTypeOf, compareText, isOperation, isStructured, type Model } from "../../../edm/model.js";
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
    const defaults = defaultNamespacesOf(model);
    const bound = boundOperationsOf(model);
    const shared = sharedNamesOf(bound, defaults);
    const isShort = ({ name }: Operation) => defaults.has(namespaceOf(name));
    const isClear = (operation: Operation) =>
      !shared.has(simpleNameOf(operation.name)) || !isAmbiguous(operation, defaults, model);
    const short = new Set(bound.filter((operation) => isShort(operation) && isClear(operation)));
    // Operations that the wire takes by their simple names claim them first.
    const ordered = bound.toSorted(
      (a, b) => Number(short.has(b)) - Number(short.has(a)) || compareText(a.name, b.name),
    );
    for (const operation of ordered)
      this.#giveOperation(operation, short.has(operation) ? simpleNameOf(operation.name) : operation.name);
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

/** The simple names that operations of several default namespaces have. */
function sharedNamesOf(operations: readonly Operation[], defaults: ReadonlySet<string>): ReadonlySet<string> {
  const names = new Set(operations.map(({ name }) => name).filter((name) => defaults.has(namespaceOf(name))));
  return new Set([...groupBy(names, simpleNameOf)].flatMap(([name, { length }]) => (length > 1 ? [name] : [])));
}

/** Whether the simple name of an operation is also that of one of another default namespace, on the same values. */
function isAmbiguous(operation: Operation, defaults: ReadonlySet<string>, model: Model): boolean {
  const on = bindingTypeOf(operation);
  if (on === undefined) return false;
  const type = model.type(on.type);
  const bases = type && isStructured(type) ? model.bases(type) : [];
  const types = [on.type, ...[...bases, ...model.derived(on.type)].map(({ name }) => name)];
  return types
    .flatMap((name) => model.boundTo(name, on.collection === true))
    .some(
      ({ name }) =>
        name !== operation.name &&
        simpleNameOf(name) === simpleNameOf(operation.name) &&
        defaults.has(namespaceOf(name)),
    );
}

function freeOfMethods(name: string): string {
  return METHODS.has(name) ? `${name}_` : name;
}
