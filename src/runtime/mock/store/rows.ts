import type { Entity } from "../query/contract.js";
import type { MockChild } from "../service.js";

/** A set, singleton, or what an entity contains. */
export interface Rows {
  /** The path in URLs: `users`, `users('1')/messages`. */
  readonly path: string;
  /** The path that data are made from: `users`, `users/1/messages`. */
  readonly seedPath: string;
  /** With `{}` for keys, as documented requests have it: `/users/{}/messages`. */
  readonly template: string;
  readonly type: string;
  /** Whether it holds one entity at most, that has no key in URLs. */
  readonly single: boolean;
  /** The set or singleton. */
  readonly child: Exclude<MockChild, { readonly kind: "import" }> | undefined;
  /** The entity that contains them. */
  readonly owner?: Entity;
  /** Navigation properties from the child on, as bindings have them. */
  readonly bindingPath: string;
  readonly items: Entity[];
}

/** What happened to an entity, for requests of changes. */
export interface Change {
  readonly rows: Rows;
  readonly entity: Entity;
  readonly removed: boolean;
}
