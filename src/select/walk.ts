/**
 * Follows path patterns through the model. Each visit is a resource together with the states of all patterns. There are
 * finitely many of those, although the paths of a service are infinite.
 */
import type { ContainerChild, NavigationProperty, Operation } from "../edm/elements.js";
import type { Model, Resource } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import type { Method } from "../edm/requests.js";
import { advance, isDone, keyOfStates, initialStates, type PathState, type WildcardReach } from "./path-state.js";
import type { PathPattern } from "./pattern.js";
import { DocumentedMethods, elementOf, methodsAt, stepsFrom, type Step } from "./resources.js";

export interface WalkRequest {
  readonly include: readonly PathPattern[];
  readonly exclude: readonly PathPattern[];
  /** Whether `**` in an include pattern continues with derived types. */
  readonly casts: boolean;
  /** Whether paths to and through a type or operation are excluded by its name. */
  readonly isExcluded: (name: QualifiedName) => boolean;
}

/** The selected HTTP methods of the entities, or of the collections, of a type. */
export interface Verbs {
  readonly type: QualifiedName;
  readonly methods: ReadonlySet<Method>;
  /** Whether a selected path continues with a key, from the collection to an entity. */
  readonly keyed: boolean;
}

/** The elements on selected paths, and the methods at their ends. */
export interface Walk {
  readonly elements: ReadonlySet<ContainerChild | NavigationProperty>;
  readonly operations: ReadonlySet<Operation>;
  readonly casts: ReadonlySet<QualifiedName>;
  /** By {@link verbsKey}. Has every entity type and collection that selected paths lead to or through. */
  readonly verbs: ReadonlyMap<string, Verbs>;
  /** Patterns that match a path. */
  readonly fitting: ReadonlySet<PathPattern>;
}

export function verbsKey(kind: "Entity" | "Collection", type: QualifiedName): string {
  return `${kind} ${type}`;
}

/** A resource with the states of all patterns, and the visits it was reached from. */
interface Visit {
  readonly resource: Resource | undefined;
  readonly include: readonly PathState[];
  readonly exclude: readonly PathState[];
  readonly methods: readonly Method[];
  readonly from: { readonly visit: Visit; readonly step: Step }[];
}

export function walk(model: Model, request: WalkRequest): Walk {
  const walker = new Walker(model, request);
  return walker.walk();
}

/** `**` in an exclude pattern matches at any depth. */
const EXCLUDE_REACH: WildcardReach = { nonContained: true, casts: true };

class Walker {
  readonly #model: Model;
  readonly #request: WalkRequest;
  readonly #documented: DocumentedMethods;
  readonly #visits = new Map<object | undefined, Map<string, Visit>>();
  readonly #fitting = new Set<PathPattern>();

  constructor(model: Model, request: WalkRequest) {
    this.#model = model;
    this.#request = request;
    this.#documented = new DocumentedMethods(model);
  }

  walk(): Walk {
    const { include, exclude } = this.#request;
    const queue = [this.#visit(undefined, initialStates(include), initialStates(exclude)).visit];
    // The loop also visits what `#follow` appends to the queue.
    for (const visit of queue)
      for (const step of stepsFrom(visit.resource, this.#model)) this.#follow(visit, step, queue);
    return this.#collect(queue);
  }

  #follow(visit: Visit, step: Step, queue: Visit[]): void {
    const name = step.to.kind === "Operation" ? step.to.operation.name : step.to.type;
    if (this.#request.isExcluded(name)) return;
    const include = advance(visit.include, step, { nonContained: false, casts: this.#request.casts });
    if (include.length === 0) return;
    const { visit: there, isNew } = this.#visit(step.to, include, advance(visit.exclude, step, EXCLUDE_REACH));
    there.from.push({ visit, step });
    if (isNew) queue.push(there);
  }

  #visit(
    resource: Resource | undefined,
    include: readonly PathState[],
    exclude: readonly PathState[],
  ): { readonly visit: Visit; readonly isNew: boolean } {
    const element = resource && elementOf(resource);
    const at = this.#visits.get(element) ?? new Map<string, Visit>();
    this.#visits.set(element, at);
    const key = [
      resource?.kind,
      resource === undefined || resource.kind === "Operation" ? "" : resource.type,
      keyOfStates(include, this.#request.include),
      keyOfStates(exclude, this.#request.exclude),
    ].join("|");
    const known = at.get(key);
    if (known !== undefined) return { visit: known, isNew: false };
    const visit = { resource, include, exclude, methods: this.#methodsAt(resource, include, exclude), from: [] };
    at.set(key, visit);
    return { visit, isNew: true };
  }

  #methodsAt(
    resource: Resource | undefined,
    include: readonly PathState[],
    exclude: readonly PathState[],
  ): readonly Method[] {
    if (resource === undefined) return [];
    const fitting = (method: Method, states: readonly PathState[]) =>
      states.filter(
        (state) =>
          isDone(state) &&
          (state.pattern.method === undefined ||
            (state.pattern.method === method && this.#documented.has(resource, method))),
      );
    return methodsAt(resource).filter((method) => {
      const [matches, refused] = [fitting(method, include), fitting(method, exclude)];
      for (const { pattern } of [...matches, ...refused]) this.#fitting.add(pattern);
      return matches.length > 0 && refused.length === 0;
    });
  }

  /** Collects the elements on paths to resources with selected methods, from these back to the root. */
  #collect(visits: readonly Visit[]): Walk {
    const leading = new Set(visits.filter(({ methods }) => methods.length > 0));
    const found = new Found();
    for (const { resource, methods, from } of leading) {
      if (resource !== undefined) found.reach(resource, methods);
      for (const { visit, step } of from) {
        found.pass(visit.resource, step);
        leading.add(visit);
      }
    }
    return { ...found, fitting: this.#fitting };
  }
}

class Found implements Omit<Walk, "fitting"> {
  readonly elements = new Set<ContainerChild | NavigationProperty>();
  readonly operations = new Set<Operation>();
  readonly casts = new Set<QualifiedName>();
  readonly verbs = new Map<string, { readonly type: QualifiedName; readonly methods: Set<Method>; keyed: boolean }>();

  reach(resource: Resource, methods: readonly Method[]): void {
    if (resource.kind === "Operation") this.operations.add(resource.operation);
    else {
      const verbs = this.#verbsAt(resource);
      for (const method of methods) verbs.methods.add(method);
    }
  }

  pass(from: Resource | undefined, step: Step): void {
    if (step.kind === "child") this.elements.add(step.child);
    if (step.kind === "navigation") this.elements.add(step.property);
    if (from === undefined || from.kind === "Operation") return;
    if (step.kind === "key") this.#verbsAt(from).keyed = true;
    if (step.kind === "cast") this.casts.add(from.type).add(step.to.type);
  }

  #verbsAt({ kind, type }: Exclude<Resource, { readonly kind: "Operation" }>) {
    const key = verbsKey(kind, type);
    const verbs = this.verbs.get(key) ?? { type, methods: new Set(), keyed: false };
    this.verbs.set(key, verbs);
    return verbs;
  }
}
