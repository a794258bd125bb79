import type { MockService } from "../service.js";
import type { Dialect } from "./dialect.js";

/** A stored entity or complex value; a derived one has `@odata.type`. */
export type Entity = Record<string, unknown>;

/** What a path leads to. */
export interface TypeAt {
  /** The qualified name, without `Collection`; `Edm.Untyped` where it is not known. */
  readonly type: string;
  readonly collection?: boolean | undefined;
}

export interface QueryContext {
  readonly service: MockService;
  /** Of the version of the service; by default that of OData 4.0. */
  readonly dialect?: Dialect | undefined;
  /** What a navigation property leads to; one of a complex property has a path, such as `Address/Country`. */
  related(entity: Entity, navigation: string): Entity | readonly Entity[] | null;
  /** The address of an entity, for `/$ref`; without it, `@odata.id` of the entity. */
  idOf?(entity: Entity): string;
}

/** Computes a value of the items in scope: the resource, then the items of the collections around the expression. */
export type Compute = (items: readonly unknown[], context: QueryContext) => unknown;

/** A part of an expression. */
export interface Operand extends TypeAt {
  readonly value: Compute;
  /** The value of a literal. */
  readonly constant?: unknown;
}

export interface Expression extends Operand {
  /** The paths of the properties that it reads. */
  readonly paths: readonly string[];
}

export interface OrderbyItem extends Expression {
  readonly descending: boolean;
}

/** Whether a text contains what is searched. */
export type Search = (contains: (term: string) => boolean) => boolean;

export interface SelectItem {
  /** Names of properties without casts; `*` for all. */
  readonly path: readonly string[];
  readonly query?: ParsedQuery;
}

export interface ExpandItem extends TypeAt {
  /** The navigation property, behind the complex properties that lead to it. */
  readonly path: readonly string[];
  /** Items of other types are left out. */
  readonly cast?: string | undefined;
  readonly form?: "$ref" | "$count" | undefined;
  readonly levels: number;
  readonly query: ParsedQuery;
}

export interface ParsedQuery {
  select?: readonly SelectItem[];
  expand?: readonly ExpandItem[];
  filter?: Expression;
  orderby?: readonly OrderbyItem[];
  top?: number;
  skip?: number;
  count?: boolean;
  search?: Search;
  skiptoken?: string;
  deltatoken?: string;
  format?: string;
  id?: string;
  /** Options of the service. */
  readonly custom: Record<string, string>;
  /** Values of parameter aliases, as they are written: `@p`. */
  readonly aliases: Record<string, string>;
}
