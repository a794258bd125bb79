/** The query of a URL in OData 2.0 and 3.0 (OData 2.0 URI Conventions §4, Overview §6). */
import type { ExpandItem, Operand, ParsedQuery } from "../query/contract.js";
import type { Dialect } from "../query/dialect.js";
import { emptyQuery, readExpand, readExpandItem } from "../query/expands.js";
import { own } from "../query/names.js";
import { NESTED_OPTIONS, WHOLE_OPTIONS } from "../query/options.js";
import type { Parsing } from "../query/parsing.js";
import { readSelect, type ReadOptions } from "../query/selects.js";
import { FUNCTIONS, type BuiltIn } from "../query/values/functions.js";
import { constantOf, numberConstant, timeConstant } from "../query/values/literals.js";
import { base64OfHex } from "./wire-values.js";

export const DIALECT_V2: Dialect = {
  options: {
    filter: NESTED_OPTIONS.filter,
    orderby: NESTED_OPTIONS.orderby,
    top: NESTED_OPTIONS.top,
    skip: NESTED_OPTIONS.skip,
    skiptoken: WHOLE_OPTIONS.skiptoken,
    format: WHOLE_OPTIONS.format,
    select: (parsing, into, type) => (into.select = readSelect(parsing, type, () => undefined)),
    expand: (parsing, into, type) => (into.expand = readExpand(parsing, type, readFurther).reduce(merged, [])),
    inlinecount: (parsing, into) => {
      const [word] = parsing.take(/allpages|none/y) ?? parsing.fail("allpages or none is expected");
      into.count = word === "allpages";
    },
  },
  nameOf: (written) => (written.startsWith("$") ? written.slice(1) : undefined),
  functions: functionsOfV2(),
  literal: (parsing) => quotedLiteral(parsing) ?? numberLiteral(parsing),
  finish: distributed,
};

/** `A/B` expands B in what A expands. */
const readFurther: ReadOptions = (parsing, type) =>
  parsing.take(/\//y)
    ? { ...emptyQuery(), expand: parsing.nested(() => readExpandItem(parsing, type, readFurther)) }
    : undefined;

/** Each path is named by itself: `A/B,A/C`. */
function merged(items: readonly ExpandItem[], item: ExpandItem): ExpandItem[] {
  const same = items.find(({ path }) => path.join("/") === item.path.join("/"));
  if (same === undefined) return [...items, item];
  const expand = (item.query.expand ?? []).reduce(merged, [...(same.query.expand ?? [])]);
  return items.map((one) => (one === same ? { ...one, query: { ...one.query, expand } } : one));
}

/** `$select=A/b` selects in what is expanded; what is expanded and not selected is left out. */
function distributed(query: ParsedQuery): ParsedQuery {
  const { select, expand = [] } = query;
  if (select === undefined) return query;
  const parts = expand.flatMap((item) => {
    const mine = select.filter(({ path: [name] }) => name === item.path[0] || name === "*");
    if (mine.length === 0) return [];
    const inner = mine.map(({ path }) => ({ path: path.slice(1) }));
    const whole = inner.some(({ path }) => path.length === 0);
    return { ...item, query: distributed(whole ? item.query : { ...item.query, select: inner }) };
  });
  return { ...query, expand: parts };
}

function functionsOfV2(): ReadonlyMap<string, BuiltIn> {
  const later = /^(contains|matchespattern|fractionalseconds|date|time|total.*|now|m..datetime)$/;
  return new Map<string, BuiltIn>([
    ...[...FUNCTIONS].filter(([name]) => !later.test(name)),
    ["substringof", ["ss", "Boolean", (one: string, all: string) => all.includes(one)]],
    ["replace", ["sss", "String", (all: string, one: string, other: string) => all.replaceAll(one, () => other)]],
  ]);
}

const QUOTED = /(datetimeoffset|datetime|time|guid|binary|x)'((?:[^']|'')*)'/iy;
const TYPES: Readonly<Record<string, string>> = {
  datetime: "Edm.DateTime",
  datetimeoffset: "Edm.DateTimeOffset",
  time: "Edm.Time",
  guid: "Edm.Guid",
};

/** `datetime'2020-01-01T00:00:00'`, `X'0AFF'` */
function quotedLiteral(parsing: Parsing): Operand | undefined {
  const [, prefix, text = ""] = parsing.take(QUOTED) ?? [];
  if (prefix === undefined) return undefined;
  const type = own(TYPES, prefix.toLowerCase());
  if (type === undefined) return constantOf("Edm.Binary", base64OfHex(text));
  return type === "Edm.Guid" ? constantOf(type, text) : timeConstant(type, text);
}

/** `1.5M`, `9L` */
function numberLiteral(parsing: Parsing): Operand | undefined {
  const [, digits = "", suffix] = parsing.take(/([-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?)([LMDF])(?![\p{L}\p{N}_])/iuy) ?? [];
  if (suffix === undefined) return undefined;
  const type = { l: "Edm.Int64", m: "Edm.Decimal" }[suffix.toLowerCase()] ?? "Edm.Double";
  return numberConstant(type, digits);
}
