/**
 * The names that an earlier run gave to the elements of a service. A run that knows them gives them again, so that what
 * a service adds renames nothing.
 */
export interface LockedNames {
  /** The namespace that is exported flat. */
  readonly flat?: string;
  /** Identifiers of the other modules, by namespace. */
  readonly modules: Readonly<Record<string, string>>;
  /** Names by type (`microsoft.graph.user`) or overload of an operation (see `operationKeys`). */
  readonly names: Readonly<Record<string, LockedName>>;
}

/**
 * The name of a type, or what the names of an operation's parameters and result begin with. Names of roles follow from
 * it; in the longer form stand those that do not.
 */
export type LockedName =
  | string
  | {
      readonly name: string;
      readonly roles?: Readonly<Record<string, string>>;
      /** Of an operation that was named where its binding type was unknown: its own namespace, whose module has the names. */
      readonly namespace?: string;
    };
