/** Which HTTP methods there are at a place of the service. */
import type { Model, Resource } from "../edm/model.js";
import type { Method } from "../edm/requests.js";

/** What the client can send to an entity or a collection. */
export function methodsOf(kind: "Entity" | "Collection"): readonly Method[] {
  return kind === "Entity" ? ["GET", "PATCH", "PUT", "DELETE"] : ["GET", "POST"];
}

/** What the client can send there: an action is posted, a function read. */
export function methodsAt(place: Resource): readonly Method[] {
  if (place.kind !== "Operation") return methodsOf(place.kind);
  return place.operation.kind === "Action" ? ["POST"] : ["GET"];
}

/** What is documented of each place, where anything is; a place that no page speaks of has all methods. */
export class DocumentedMethods {
  readonly #methods = new Map<object, Set<string>>();

  constructor({ requests }: Model) {
    for (const { resource, method } of requests) {
      if (resource === undefined) continue;
      const element = elementOf(resource);
      const known = this.#methods.get(element) ?? new Set();
      this.#methods.set(element, known.add(`${resource.kind} ${method}`).add(resource.kind));
    }
  }

  has(place: Resource, method: Method): boolean {
    const known = this.#methods.get(elementOf(place));
    return known?.has(place.kind) !== true || known.has(`${place.kind} ${method}`);
  }
}

/** The element of the model that leads to a place. */
export function elementOf(place: Resource): object {
  return place.kind === "Operation" ? place.operation : place.through;
}
