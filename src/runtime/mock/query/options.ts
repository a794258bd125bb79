/** The system query options of OData 4.0. */
import type { OrderbyItem, TypeAt } from "./contract.js";
import type { Options, ReadOption } from "./dialect.js";
import { emptyQuery, isCollection, readExpand, readLevels } from "./expands.js";
import { expressionIn, readExpression } from "./expressions.js";
import { QueryFault, unknownName } from "./fault.js";
import { kindOf, own } from "./names.js";
import { asCondition } from "./values/operators.js";
import type { Parsing } from "./parsing.js";
import { readSearch } from "./search.js";
import { readSelect, type ReadOptions } from "./selects.js";

type NestedOption = "filter" | "orderby" | "select" | "expand" | "top" | "skip" | "search" | "count";

/** The system query options that parentheses may have, too. */
export const NESTED_OPTIONS: Readonly<Record<NestedOption, ReadOption>> = {
  filter: (parsing, into) => {
    const filter = readExpression(parsing);
    asCondition(parsing.service, "$filter", filter);
    into.filter = filter;
  },
  orderby: (parsing, into) => (into.orderby = readOrderby(parsing)),
  select: (parsing, into, type) => (into.select = readSelect(parsing, type, readNested)),
  expand: (parsing, into, type) => (into.expand = readExpand(parsing, type, readNested)),
  top: (parsing, into) => (into.top = readNumber(parsing)),
  skip: (parsing, into) => (into.skip = readNumber(parsing)),
  search: (parsing, into) => (into.search = readSearch(parsing)),
  count: (parsing, into) => {
    const [word] = parsing.take(/true|false/iy) ?? parsing.fail("true or false is expected");
    into.count = word.toLowerCase() === "true";
  },
};

/** Options of OData 4.0 that are not for parts of a resource. */
export const WHOLE_OPTIONS: Readonly<Record<"skiptoken" | "format" | "deltatoken" | "id", ReadOption>> = {
  skiptoken: (parsing, into) => (into.skiptoken = rest(parsing)),
  deltatoken: (parsing, into) => (into.deltatoken = rest(parsing)),
  id: (parsing, into) => (into.id = rest(parsing)),
  format: readFormat,
};

export const UNSUPPORTED_OPTIONS: Readonly<Record<string, ReadOption>> = {
  compute: unsupported,
  apply: unsupported,
  index: unsupported,
  schemaversion: unsupported,
};

const OF_COLLECTIONS = /^(filter|orderby|top|skip|search|count|inlinecount)$/;

/** Reads an option by its reader. Throws a QueryFault where it stands twice, or for no such resource. */
export function read(parsing: Parsing, reader: ReadOption, name: string, into: Options, type: TypeAt): void {
  if (OF_COLLECTIONS.test(name) && !isCollection(parsing, type))
    throw new QueryFault(400, `$${name} is for collections.`);
  if (Object.hasOwn(into, name)) throw new QueryFault(400, `$${name} stands twice.`);
  reader(parsing, into, type);
}

/** `(…)` behind the item of a list. */
const readNested: ReadOptions = (parsing, type) => {
  if (!parsing.takes("(")) return undefined;
  return parsing.nested(() => {
    const into: Options = emptyQuery();
    const outer = parsing.scope;
    parsing.scope = { ...outer, self: { type: type.type, index: 1 }, size: 2 };
    do {
      const [, alias, name = ""] = parsing.take(/(?:(@\w+)|\$?(\w+))=/y) ?? parsing.fail("A query option is expected");
      if (alias === undefined) readOption(parsing, name.toLowerCase(), into, type);
      else {
        const start = parsing.at;
        expressionIn(parsing);
        into.aliases[alias] = parsing.text.slice(start, parsing.at);
      }
    } while (parsing.takes(";"));
    parsing.expect(")");
    parsing.scope = outer;
    return into;
  });
};

function readOption(parsing: Parsing, name: string, into: Options, type: TypeAt): void {
  const reader = own<ReadOption>(NESTED_OPTIONS, name);
  if (name === "levels") into.levels = readLevels(parsing);
  else if (name === "compute") unsupported();
  else if (reader !== undefined) read(parsing, reader, name, into, type);
  else throw unknownName(name, "query option here", Object.keys(NESTED_OPTIONS));
}

function readOrderby(parsing: Parsing): readonly OrderbyItem[] {
  const items: OrderbyItem[] = [];
  do {
    const expression = readExpression(parsing);
    const kind = kindOf(parsing.service, expression.type);
    if (expression.collection || /^(structured|Geo|Stream)$/.test(kind)) parsing.fail("Such values have no order");
    const [, direction = "asc"] = parsing.take(/[ \t]+(asc|desc)/iy) ?? [];
    items.push({ ...expression, descending: direction.toLowerCase() === "desc" });
  } while (parsing.takes(","));
  return items;
}

function readNumber(parsing: Parsing): number {
  const [digits] = parsing.take(/\d+/y) ?? parsing.fail("A number is expected");
  return Math.min(Number(digits), Number.MAX_SAFE_INTEGER);
}

function rest(parsing: Parsing): string {
  const text = parsing.text.slice(parsing.at);
  parsing.at = parsing.text.length;
  return text;
}

/** Media have formats of their own. */
function readFormat(parsing: Parsing, into: Options, { type }: TypeAt): void {
  into.format = rest(parsing);
  if (type === "Edm.Stream" || /^(application\/)?json(;|$)/i.test(into.format)) return;
  throw new QueryFault(415, `The format ${into.format.slice(0, 50)} is not supported.`);
}

function unsupported(): never {
  throw new QueryFault(501, "The query option is not supported.");
}
