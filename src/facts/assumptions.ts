/** Conventions of a service that its metadata leaves open: options decide, else the service that it is. */
import { isMicrosoftGraph } from "../edm/microsoft-graph.js";
import type { Model } from "../edm/model.js";

/** What `Nullable="false"` promises of a value that is read: that it is there, or only that it is not null. */
export type NonNull = "present" | "notNull";

/** Whether a new entity has to be given a key about which its metadata states nothing. */
export type KeysOnCreate = "required" | "optional";

/** Whether query options that annotations call unsupported are refused, or noted in documentation. */
export type Restrictions = "enforce" | "note";

export interface Assumptions {
  readonly nonNull: NonNull;
  /** `byType`: optional is a key of one Edm.Guid, which services make; any other is required. */
  readonly keysOnCreate: KeysOnCreate | "byType";
  readonly restrictions: Restrictions;
}

export type WantedAssumptions = {
  readonly [Name in "nonNull" | "restrictions"]?: Assumptions[Name] | undefined;
} & { readonly keysOnCreate?: KeysOnCreate | undefined };

/**
 * Microsoft Graph leaves out what was not selected, makes the keys of new entities, and supports query options that its
 * annotations deny.
 */
export function assumptionsOf(model: Model, wanted: WantedAssumptions = {}): Assumptions {
  const isGraph = isMicrosoftGraph(model);
  return {
    nonNull: wanted.nonNull ?? (isGraph ? "notNull" : "present"),
    keysOnCreate: wanted.keysOnCreate ?? (isGraph ? "optional" : "byType"),
    restrictions: wanted.restrictions ?? (isGraph ? "note" : "enforce"),
  };
}
