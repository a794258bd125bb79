/** What a document or a package declares, in one shape: types by their names in the CSDL. */

export interface Declared {
  readonly structured: ReadonlyMap<string, DeclaredType>;
  /** The members of enums. */
  readonly enums: ReadonlyMap<string, readonly string[]>;
}

export interface DeclaredType {
  /** `undefined`: none. */
  readonly base: string | undefined;
  /** Own properties only. */
  readonly properties: ReadonlyMap<string, Use>;
}

/** The use of a type by a property. */
export interface Use {
  /** Of CSDL: `Edm.String` or the name of a type. Of TypeScript: `string`, `edm.Guid` and the like, or such a name. */
  readonly type: string;
  readonly collection: boolean;
  /** Of a single value. */
  readonly nullable: boolean;
  /** Of the items of a collection. */
  readonly nullableItems: boolean;
  /** How TypeScript wraps an enum, or whether the enum of CSDL has flags. */
  readonly wrapper?: "Flags" | "Open";
}

/** Names are compared without the letter case of their last part's first letter: `microsoft.graph.User`. */
export function keyOf(name: string): string {
  const dot = name.lastIndexOf(".") + 1;
  return name.slice(0, dot) + name.slice(dot, dot + 1).toUpperCase() + name.slice(dot + 1);
}
