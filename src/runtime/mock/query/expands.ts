import type { ExpandItem, ParsedQuery, TypeAt } from "./contract.js";
import { QueryFault, unknownName } from "./fault.js";
import { isDerived, kindOf, memberOf, membersOf, typeNamed, type Member } from "./names.js";
import { spelledMember } from "./spelling.js";
import { NAME, type Options, type Parsing } from "./parsing.js";
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
    items.push(...readExpandItem(parsing, type, readOptions));
  } while (parsing.takes(","));
  return items;
}

/** One item; several for `*`. */
export function readExpandItem(parsing: Parsing, type: TypeAt, readOptions: ReadOptions): readonly ExpandItem[] {
  if (parsing.take(/\$value|@/y)) throw new QueryFault(501, "Only navigation properties can be expanded.");
  const { path, member } = navigationPath(parsing, type);
  if ("all" in member) return allOf(parsing, path, member.all);
  const cast = castAfter(parsing, member.type);
  const at = { type: cast ?? member.type, collection: member.collection };
  // What the pattern matches.
  const [, form] = (parsing.take(/\/(\$ref|\$count)/y) ?? []) as (ExpandItem["form"] | undefined)[];
  const options: Options = readOptions(parsing, at) ?? emptyQuery();
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
    const [written] = parsing.take(NAME) ?? parsing.fail("A name is expected");
    const name = spelledMember(service, type, written);
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

/** Whether a value may have options of collections. */
export function isCollection({ service }: Parsing, { type, collection }: TypeAt): boolean {
  return collection === true || kindOf(service, type) === "any";
}
