import type { ParsedQuery, QueryContext, TypeAt } from "./contract.js";
import { optionsOf } from "./decode.js";
import type { Dialect, Options, ReadOption } from "./dialect.js";
import { emptyQuery } from "./expands.js";
import { expressionIn } from "./expressions.js";
import { QueryFault, unknownName } from "./fault.js";
import { own } from "./names.js";
import { read, NESTED_OPTIONS, UNSUPPORTED_OPTIONS, WHOLE_OPTIONS } from "./options.js";
import { Parsing, type Scope } from "./parsing.js";
import { FUNCTIONS } from "./values/functions.js";

const DIALECT: Dialect = {
  options: { ...NESTED_OPTIONS, ...WHOLE_OPTIONS, ...UNSUPPORTED_OPTIONS },
  // Names are in any letter case, and may stand without the dollar sign (OData Protocol 4.01 §11.2.1).
  nameOf: (written) => written.toLowerCase().replace(/^\$/, ""),
  functions: FUNCTIONS,
};

/**
 * Reads the query options of a URL, with or without `?`, for what its path leads to. Throws a QueryFault for wrong
 * syntax, for names that the model does not have, for operands of wrong types, and for what is not supported.
 */
export function parseQuery(
  search: string,
  type: TypeAt,
  { service, dialect = DIALECT }: Pick<QueryContext, "service" | "dialect">,
): ParsedQuery {
  const into: Options = emptyQuery();
  const system: (readonly [string, ReadOption, string])[] = [];
  for (const [name, value] of optionsOf(search)) {
    const option = dialect.nameOf(name) ?? "";
    const reader = own(dialect.options, option);
    if (reader !== undefined) system.push([option, reader, value]);
    else if (name.startsWith("$")) throw unknownName(name, "system query option", optionNames(dialect));
    else (name.startsWith("@") ? into.aliases : into.custom)[name] = value;
  }
  const scope = scopeOf(type.type);
  for (const [name, reader, value] of system) {
    const given = { service, dialect, aliases: into.aliases, expression: expressionIn };
    readWhole(new Parsing(value, scope, given), reader, name, into, type);
  }
  return dialect.finish?.(into) ?? into;
}

function optionNames({ options }: Dialect): readonly string[] {
  return Object.keys(options).map((name) => `$${name}`);
}

/** Reads all of an option; faults tell which one has them. */
function readWhole(...[parsing, reader, name, into, type]: Parameters<typeof read>): void {
  try {
    read(parsing, reader, name, into, type);
    parsing.end();
  } catch (error) {
    if (error instanceof QueryFault) error.target ??= `$${name}`;
    throw error;
  }
}

function scopeOf(type: string): Scope {
  const self = { type, index: 0 };
  return { self, variables: new Map([["$it", self]]), size: 1 };
}
