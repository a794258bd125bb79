import type { Route } from "../routes/route.js";

/** What a search finds, in the order of its rank among names that match equally well. */
export const kinds = [
  "EntityType",
  "EntitySet",
  "Singleton",
  "ComplexType",
  "EnumType",
  "TypeDefinition",
  "Action",
  "Function",
  "ActionImport",
  "FunctionImport",
  "Scope",
  "NavigationProperty",
  "Property",
  "Member",
  "Request",
] as const;

export type Kind = (typeof kinds)[number];

/** An element, request or scope. */
export interface Entry {
  readonly kind: Kind;
  /** As the row shows it: `GET /users/{id}` of a request, without its namespace of a type. */
  readonly name: string;
  /** The qualified name, by which changes name it. */
  readonly element: string;
  /** What it belongs to: a type, a namespace, a method. */
  readonly owner: string;
  readonly description?: string | undefined;
  /** Of an operation: the types that it returns, and those that it is bound to or has as parameters. */
  readonly returns?: readonly string[];
  readonly takes?: readonly string[];
  readonly route: Route;
}

/** Entries of the same name that stand in one row: members of many types. All others stand alone. */
export interface Named {
  readonly name: string;
  readonly lower: string;
  readonly entries: readonly Entry[];
}

/** A row of results: what of a name was found. */
export interface Row {
  readonly named: Named;
  readonly entries: readonly Entry[];
}

/** What searches go through. */
export interface SearchIndex {
  readonly all: readonly Named[];
  /** What happened to an element, by its name: codes of changes, and `breaking`. */
  readonly changes: ReadonlyMap<string, readonly string[]>;
}
