import type { Entity } from "../query/contract.js";
import type { MockOperation } from "../service.js";
import type { Rows } from "../store/rows.js";

/** What a path leads to, with what is there. */
export type Target =
  | { readonly kind: "service" }
  | { readonly kind: "metadata" }
  | { readonly kind: "batch" }
  | CollectionTarget
  | EntityTarget
  | PropertyTarget
  /** `$count` of a collection; `$value` of a property or media entity; `$ref` of what a navigation property leads to. */
  | { readonly kind: "count"; readonly of: CollectionTarget | PropertyTarget }
  | { readonly kind: "content"; readonly of: EntityTarget | PropertyTarget }
  | { readonly kind: "reference"; readonly of: CollectionTarget | EntityTarget }
  | CallTarget;

/** How a navigation property leads to something. */
export interface Link {
  readonly from: Entity;
  readonly name: string;
}

export interface CollectionTarget {
  readonly kind: "collection";
  readonly type: string;
  readonly items: readonly Entity[];
  /** Where new entities go; absent for results of operations. */
  readonly rows?: Rows | undefined;
  readonly link?: Link | undefined;
  /** Whether a cast narrows the collection to a derived type. */
  readonly cast?: true;
}

export interface EntityTarget {
  readonly kind: "entity";
  readonly type: string;
  /** Absent where nothing is: a single navigation property may lead to none. */
  readonly entity: Entity | undefined;
  readonly rows?: Rows | undefined;
  readonly link?: Link | undefined;
}

export interface PropertyTarget {
  readonly kind: "property";
  readonly type: string;
  readonly collection: boolean;
  readonly nullable: boolean;
  readonly name: string;
  /** From the entity on: `address/city`. */
  readonly path: string;
  /** The entity or complex value that has it. */
  readonly of: Entity;
  /** The entity that it is a part of. */
  readonly owner: Entity;
  readonly value: unknown;
}

/** A call of an operation that has not run yet. */
export interface CallTarget {
  readonly kind: "call";
  /** Overloads by the parameters that the URL gives: one for functions. */
  readonly operations: readonly MockOperation[];
  readonly name: string;
  readonly on: CollectionTarget | EntityTarget | undefined;
  /** Literals by the names of the parameters. */
  readonly given: ReadonlyMap<string, string>;
  /** The set that entities of the result are in. */
  readonly set?: string | undefined;
}

/** A target, and the path to it with `{}` for keys: `/users/{}/messages`. */
export interface Destination {
  readonly target: Target;
  readonly template: string;
  /** The keys on the way, in order. */
  readonly keys: readonly string[];
}
