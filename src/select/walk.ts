/**
 * Follows patterns of paths through the model. What is looked at is a place together with how far each pattern has
 * been followed there; that is finite, though the paths of a service are not.
 */
import type { ContainerChild, NavigationProperty, Operation } from "../edm/elements.js";
import type { Model, Resource } from "../edm/model.js";
import type { QualifiedName } from "../edm/names.js";
import type { Method } from "../edm/requests.js";
import { DocumentedMethods, elementOf, methodsAt } from "./methods.js";
import { advanced, isDone, keyOfStates, startsOf, type PathState, type Reach } from "./path-state.js";
import type { PathPattern } from "./pattern.js";
import { stepsFrom, type Step } from "./steps.js";

export interface WalkRequest {
  readonly include: readonly PathPattern[];
  readonly exclude: readonly PathPattern[];
  /** Whether `**` of an include pattern goes on as derived types. */
  readonly casts: boolean;
  /** Elements that no path leads to or through, by their names. */
  readonly cut: (name: QualifiedName) => boolean;
}

/** What can be sent to the entities or collections of one type. */
export interface Verbs {
  readonly type: QualifiedName;
  readonly methods: ReadonlySet<Method>;
  /** Whether a path leads on to one entity of the collection. */
  readonly keyed: boolean;
}

/** What selected paths lead through and to. */
export interface Walk {
  readonly elements: ReadonlySet<ContainerChild | NavigationProperty>;
  readonly operations: ReadonlySet<Operation>;
  readonly casts: ReadonlySet<QualifiedName>;
  /** By {@link verbsKey}; the paths of the service lead to or through these alone. */
  readonly verbs: ReadonlyMap<string, Verbs>;
  /** Patterns that fit a path. */
  readonly fitting: ReadonlySet<PathPattern>;
}

export function verbsKey(kind: "Entity" | "Collection", type: QualifiedName): string {
  return `${kind} ${type}`;
}

/** A place, how far patterns got, and what leads there. */
interface Visit {
  readonly place: Resource | undefined;
  readonly include: readonly PathState[];
  readonly exclude: readonly PathState[];
  readonly methods: readonly Method[];
  readonly from: { readonly visit: Visit; readonly step: Step }[];
}

export function walk(model: Model, request: WalkRequest): Walk {
  const walker = new Walker(model, request);
  return walker.walk();
}

/** What is excluded is excluded however deep it lies. */
const EVERYWHERE: Reach = { everywhere: true, casts: true };

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
    const queue = [this.#visit(undefined, startsOf(include), startsOf(exclude)).visit];
    // The list grows while it is walked.
    for (const visit of queue) for (const step of stepsFrom(visit.place, this.#model)) this.#follow(visit, step, queue);
    return this.#collect(queue);
  }

  #follow(visit: Visit, step: Step, queue: Visit[]): void {
    const name = step.to.kind === "Operation" ? step.to.operation.name : step.to.type;
    if (this.#request.cut(name)) return;
    const include = advanced(visit.include, step, { everywhere: false, casts: this.#request.casts });
    if (include.length === 0) return;
    const { visit: there, isNew } = this.#visit(step.to, include, advanced(visit.exclude, step, EVERYWHERE));
    there.from.push({ visit, step });
    if (isNew) queue.push(there);
  }

  #visit(
    place: Resource | undefined,
    include: readonly PathState[],
    exclude: readonly PathState[],
  ): { readonly visit: Visit; readonly isNew: boolean } {
    const element = place && elementOf(place);
    const at = this.#visits.get(element) ?? new Map<string, Visit>();
    this.#visits.set(element, at);
    const key = [
      place?.kind,
      place === undefined || place.kind === "Operation" ? "" : place.type,
      keyOfStates(include, this.#request.include),
      keyOfStates(exclude, this.#request.exclude),
    ].join("|");
    const known = at.get(key);
    if (known !== undefined) return { visit: known, isNew: false };
    const visit = { place, include, exclude, methods: this.#methodsAt(place, include, exclude), from: [] };
    at.set(key, visit);
    return { visit, isNew: true };
  }

  #methodsAt(
    place: Resource | undefined,
    include: readonly PathState[],
    exclude: readonly PathState[],
  ): readonly Method[] {
    if (place === undefined) return [];
    const fitting = (method: Method, states: readonly PathState[]) =>
      states.filter(
        (state) =>
          isDone(state) &&
          (state.pattern.method === undefined ||
            (state.pattern.method === method && this.#documented.has(place, method))),
      );
    return methodsAt(place).filter((method) => {
      const [chosen, refused] = [fitting(method, include), fitting(method, exclude)];
      for (const { pattern } of [...chosen, ...refused]) this.#fitting.add(pattern);
      return chosen.length > 0 && refused.length === 0;
    });
  }

  /** Only what leads to something that is selected counts: from there, back to the root. */
  #collect(visits: readonly Visit[]): Walk {
    const leading = new Set(visits.filter(({ methods }) => methods.length > 0));
    const found = new Found();
    for (const { place, methods, from } of leading) {
      if (place !== undefined) found.reach(place, methods);
      for (const { visit, step } of from) {
        found.pass(visit.place, step);
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

  reach(place: Resource, methods: readonly Method[]): void {
    if (place.kind === "Operation") this.operations.add(place.operation);
    else {
      const verbs = this.#verbsAt(place);
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
