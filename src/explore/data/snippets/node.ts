/** Where a path of the client has come to. */
import type { EntitySet, NavigationProperty, Singleton } from "../../../edm/elements.js";
import type { QualifiedName } from "../../../edm/names.js";
import type { OperationFacts } from "../../../facts/operation-facts.js";
import type { Segments } from "../../../views/client/wire/segments.js";
import type { Scope } from "../../../views/modules/scope.js";

export interface ClientNode {
  /** `client.users.byId("id")` */
  readonly code: string;
  readonly kind: "root" | "item" | "collection" | "property" | "stream" | "action" | "result";
  /** Of the entities, or of the value. */
  readonly type?: QualifiedName;
  /** Whether a property or result has several values. */
  readonly many: boolean;
  /** Of an action, or of a function that was called. */
  readonly operation?: OperationFacts;
  /** What the path last led over. */
  readonly through?: EntitySet | Singleton | NavigationProperty;
  /** Functions of `odata.js` in the code. */
  readonly functions: readonly string[];
}

/** Why the client has no such path or request, as a sentence without its full stop. */
export interface NoSnippet {
  readonly reason: string;
}

export function isNode<T extends object>(found: T | NoSnippet): found is T {
  return !("reason" in found);
}

/** What is needed to write paths: names of segments, and the model and facts of the client. */
export interface Walk extends Scope {
  readonly segments: Segments;
}
