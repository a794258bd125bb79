import type { ExpandItem, ParsedQuery, TypeAt } from "./contract.js";
import { QueryFault, unknownName } from "./fault.js";
import { isDerived, kindOf, memberOf, membersOf, typeNamed, type Member } from "./names.js";
import { NAME, type Parsing } from "./parsing.js";
import type { ReadOptions } from "./selects.js";

const MAX_LEVELS = 5;
/** What `max` stands for: it is for the service to say. */
const LEVELS_OF_MAX = 3;

export function emptyQuery(): ParsedQuery {
  return { custom: {}, aliases: {} };
}

/** The items of `$expand` (URL Conventions 4.01 §5.1.3). */
export function readExpand(parsing: Parsing, type: TypeAt, readOptions: ReadOptions): readonly ExpandItem[] {
  const items: ExpandItem[] = [];
  do {
    parsing.count();
    items.push(...readItem(parsing, type, readOptions));
  } while (parsing.takes(","));
  return parsing.service.protocol === "4.0" ? items : items.reduce(merged, []);
}

function readItem(parsing: Parsing, type: TypeAt, readOptions: ReadOptions): readonly ExpandItem[] {
  if (parsing.take(/\$value|@/y)) throw new QueryFault(501, "Only navigation properties can be expanded.");
  const { path, member } = navigationPath(parsing, type);
  if ("all" in member) return allOf(parsing, path, member.all);
  const cast = castAfter(parsing, member.type);
  const at = { type: cast ?? member.type, collection: member.collection };
  const [, form] = (parsing.take(/\/(\$ref|\$count)/y) ?? []) as (ExpandItem["form"] | undefined)[];
  if (parsing.service.protocol !== "4.0") {
    const further = parsing.take(/\//y) && parsing.nested(() => readItem(parsing, at, readOptions));
    return [{ ...at, path, cast, form, levels: 1, query: { ...emptyQuery(), ...(further && { expand: further }) } }];
  }
  const options: ReturnType<ReadOptions> = parsing.takes("(") ? readOptions(parsing, at) : emptyQuery();
  const { levels, ...query } = options;
  if (form && (query.select ?? query.expand ?? levels)) parsing.fail(`${form} does not have such options`);
  return [{ ...at, path, cast, form, levels: levels ?? 1, query }];
}

/** All navigation properties of a type. */
function allOf(parsing: Parsing, path: readonly string[], type: string): readonly ExpandItem[] {
  const form = parsing.take(/\/\$ref/y) ? "$ref" : undefined;
  if (parsing.take(/\(/y)) throw new QueryFault(501, "$levels of * is not supported.");
  return [...membersOf(parsing.service, type)].flatMap(([name, { navigation, type: target, collection }]) =>
    navigation ? [{ path: [...path, name], type: target, collection, form, levels: 1, query: emptyQuery() }] : [],
  );
}

interface NavigationPath {
  readonly path: readonly string[];
  /** The navigation property, or the type of which all are meant. */
  readonly member: (Member & { readonly navigation: true }) | { readonly all: string };
}

/** The navigation property, behind complex properties and casts. */
function navigationPath(parsing: Parsing, from: TypeAt): NavigationPath {
  const { service } = parsing;
  const path: string[] = [];
  let { type } = from;
  do {
    if (parsing.take(/\*/y)) return { path, member: { all: type } };
    const [name] = parsing.take(NAME) ?? parsing.fail("A name is expected");
    const member = memberOf(service, type, name);
    const cast = member === undefined ? typeNamed(service, name, type) : undefined;
    if (member) path.push(name);
    if (member?.navigation) return { path, member };
    if (member === undefined && cast === undefined) {
      throw unknownName(name, `navigation property of ${type}`, navigationNames(parsing, type));
    }
    type = cast ?? member?.type ?? type;
  } while (parsing.take(/\//y));
  throw new QueryFault(400, `${path.join("/")} is no navigation property.`);
}

function navigationNames({ service }: Parsing, type: string): readonly string[] {
  return [...membersOf(service, type)].flatMap(([name, { navigation }]) => (navigation ? [name] : []));
}

/** `/ns.Derived` behind the navigation property */
function castAfter(parsing: Parsing, type: string): string | undefined {
  const before = parsing.at;
  const [, name] = parsing.take(/\/([\p{L}_][\p{L}\p{M}\p{N}_.]*)/uy) ?? [];
  const cast = name === undefined ? undefined : typeNamed(parsing.service, name, type);
  if (cast !== undefined && isDerived(parsing.service, cast, type)) return cast;
  parsing.at = before;
  return undefined;
}

/** `1` to `5`, or `max`. */
export function readLevels(parsing: Parsing): number {
  const [text] = parsing.take(/max|[1-9]\d*/iy) ?? parsing.fail("A number or max is expected");
  const levels = /max/i.test(text) ? LEVELS_OF_MAX : Number(text);
  if (levels > MAX_LEVELS) throw new QueryFault(501, `$levels goes up to ${MAX_LEVELS}.`);
  return levels;
}

/** OData 2.0 names each path by itself: `A/B,A/C`. */
function merged(items: readonly ExpandItem[], item: ExpandItem): ExpandItem[] {
  const same = items.find(({ path }) => path.join("/") === item.path.join("/"));
  if (same === undefined) return [...items, item];
  const expand = (item.query.expand ?? []).reduce(merged, [...(same.query.expand ?? [])]);
  return items.map((one) => (one === same ? { ...one, query: { ...one.query, expand } } : one));
}

/** `$select=A/b` of OData 2.0 selects in what is expanded; what is expanded and not selected is left out. */
export function distributed(query: ParsedQuery): ParsedQuery {
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

/** Whether a value may have options of collections. */
export function isCollection({ service }: Parsing, { type, collection }: TypeAt): boolean {
  return collection === true || kindOf(service, type) === "any";
}
