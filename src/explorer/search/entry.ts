import type { Route } from "../routes/route.js";

/** What a search finds, with its word beside a name, in the order of its rank among names that match equally well. */
export const kindNames = {
  EntityType: "entity",
  EntitySet: "set",
  Singleton: "singleton",
  ComplexType: "complex",
  EnumType: "enum",
  TypeDefinition: "definition",
  Action: "action",
  Function: "function",
  ActionImport: "import",
  FunctionImport: "import",
  Scope: "scope",
  NavigationProperty: "navigation",
  Property: "property",
  Member: "member",
  Request: "request",
  Removed: "removed",
} as const;

export type Kind = keyof typeof kindNames;

/** An element, request or scope. */
export interface Entry {
  readonly kind: Kind;
  /** As the row shows it: `GET /users/{id}` of a request, without its namespace of a type. */
  readonly name: string;
  /** The qualified name, by which changes name it. */
  readonly element: string;
  /** What it belongs to: a type, a namespace, a method. */
  readonly owner: string;
  /** Its description. */
  readonly text?: string | undefined;
  /** Of an operation: the types that it returns; those that it is bound to, then those of its parameters. */
  readonly returns?: readonly string[];
  readonly takes?: readonly string[];
  readonly route: Route;
}

/** Entries of the same name that stand in one row: members of many types. All others stand alone. */
export interface Named {
  readonly name: string;
  readonly lower: string;
  readonly entries: readonly [Entry, ...Entry[]];
}

/** A row of results: what of a name was found. */
export interface Row {
  readonly named: Named;
  readonly entries: readonly [Entry, ...Entry[]];
}
