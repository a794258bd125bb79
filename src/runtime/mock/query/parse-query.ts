import type { OrderbyItem, ParsedQuery, QueryContext, TypeAt } from "./contract.js";
import { optionsOf } from "./decode.js";
import { distributed, emptyQuery, isCollection, readExpand, readLevels } from "./expands.js";
import { expressionIn, readExpression } from "./expressions.js";
import { QueryFault, unknownName } from "./fault.js";
import { kindOf } from "./names.js";
import { asCondition } from "./values/operators.js";
import { Parsing, type Scope } from "./parsing.js";
import { readSearch } from "./search.js";
import { readSelect, type ReadOptions } from "./selects.js";

type Options = ParsedQuery & { levels?: number | undefined };
type Read = (parsing: Parsing, into: Options, type: TypeAt) => void;

/** The system query options in parentheses, too; those that are for collections only have a mark. */
const READERS: Readonly<Record<string, Read>> = {
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
const WHOLE: Readonly<Record<string, Read>> = {
  skiptoken: (parsing, into) => (into.skiptoken = rest(parsing)),
  deltatoken: (parsing, into) => (into.deltatoken = rest(parsing)),
  id: (parsing, into) => (into.id = rest(parsing)),
  format: readFormat,
  compute: unsupported,
  apply: unsupported,
  index: unsupported,
  schemaversion: unsupported,
};

const READERS_V2: Readonly<Record<string, Read>> = {
  ...READERS,
  skiptoken: WHOLE["skiptoken"] ?? unsupported,
  format: readFormat,
  inlinecount: (parsing, into) => {
    const [word] = parsing.take(/allpages|none/y) ?? parsing.fail("allpages or none is expected");
    into.count = word === "allpages";
  },
};

const OF_COLLECTIONS = /^(filter|orderby|top|skip|search|count|inlinecount)$/;
const NOT_V2 = /^(search|count)$/;

/**
 * Reads the query options of a URL, with or without `?`, for what its path leads to. Throws a QueryFault for wrong
 * syntax, for names that the model does not have, for operands of wrong types, and for what is not supported.
 */
export function parseQuery(search: string, type: TypeAt, { service }: QueryContext): ParsedQuery {
  const into: Options = emptyQuery();
  const old = service.protocol !== "4.0";
  const known = old ? READERS_V2 : { ...READERS, ...WHOLE };
  const system: (readonly [string, string])[] = [];
  for (const [name, value] of optionsOf(search)) {
    const [, sign, lower = ""] = /^(\$?)([^]*)$/.exec(old ? name : name.toLowerCase()) ?? [];
    const isKnown = Object.hasOwn(known, lower) && !(old && NOT_V2.test(lower));
    if (isKnown && (sign || !old)) system.push([lower, value]);
    else if (sign)
      throw unknownName(
        name,
        "system query option",
        Object.keys(known).map((one) => `$${one}`),
      );
    else (name.startsWith("@") ? into.aliases : into.custom)[name] = value;
  }
  const scope = scopeOf(type, 0);
  for (const [name, value] of system) {
    const parsing = new Parsing(value, scope, { service, aliases: into.aliases, expression: expressionIn });
    readWhole(parsing, known[name], name, into, type);
  }
  return old ? distributed(into) : into;
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

function read(parsing: Parsing, reader: Read | undefined, name: string, into: Options, type: TypeAt): void {
  const seen = into as unknown as Record<string, unknown>;
  if (OF_COLLECTIONS.test(name) && !isCollection(parsing, type)) {
    throw new QueryFault(400, `$${name} is for collections.`);
  }
  if (seen[name] !== undefined) throw new QueryFault(400, `$${name} stands twice.`);
  reader?.(parsing, into, type);
}

function scopeOf({ type }: TypeAt, index: number): Scope {
  const self = { type, index };
  const it = { type, index: 0 };
  return { self, variables: new Map([["$it", it]]), size: index + 1 };
}

/** `(…)` behind the item of a list, where the first parenthesis is read. */
const readNested: ReadOptions = (parsing, type) =>
  parsing.nested(() => {
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

function readOption(parsing: Parsing, name: string, into: Options, type: TypeAt): void {
  if (name === "levels") into.levels = readLevels(parsing);
  else if (name === "compute") unsupported();
  else if (Object.hasOwn(READERS, name)) read(parsing, READERS[name], name, into, type);
  else throw unknownName(name, "query option here", Object.keys(READERS));
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
