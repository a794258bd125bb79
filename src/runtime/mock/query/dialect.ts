import type { Operand, ParsedQuery, TypeAt } from "./contract.js";
import type { Parsing } from "./parsing.js";
import type { BuiltIn } from "./values/functions.js";

export type Options = ParsedQuery & { levels?: number | undefined };

/** Reads the text of one query option. */
export type ReadOption = (parsing: Parsing, into: Options, type: TypeAt) => void;

/** What a version of OData has in the query of a URL. */
export interface Dialect {
  /** The system query options, by their names without `$`. */
  readonly options: Readonly<Record<string, ReadOption>>;
  /** The name of a system query option as `options` has it; undefined for what can be none. */
  nameOf(written: string): string | undefined;
  /** By their names in lower case. */
  readonly functions: ReadonlyMap<string, BuiltIn>;
  /** Reads literals that OData 4.0 does not have. */
  literal?(parsing: Parsing): Operand | undefined;
  /** Changes a query that has been read whole. */
  finish?(query: ParsedQuery): ParsedQuery;
}
