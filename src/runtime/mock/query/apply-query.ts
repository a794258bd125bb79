import type {
  Entity,
  ExpandItem,
  Expression,
  OrderbyItem,
  ParsedQuery,
  QueryContext,
  SelectItem,
  TypeAt,
} from "./contract.js";
import { actualType, isDerived, keyNames, kindOf, memberOf } from "./names.js";
import { compare } from "./values/operators.js";
import { searchMatches } from "./search.js";

export function filterMatches(expression: Expression, entity: unknown, context: QueryContext): boolean {
  return expression.value([entity], context) === true;
}

/** Null comes first, and last in descending order (Protocol 4.01 §11.2.6.2). */
export function compareBy(
  orderby: readonly OrderbyItem[],
  context: QueryContext,
  root?: readonly unknown[],
): (left: unknown, right: unknown) => number {
  const items = root ?? [];
  return (left, right) => {
    for (const { value, type, descending } of orderby) {
      const [a, b] = [left, right].map((one) => value([...items, one], context) ?? null);
      const kind = kindOf(context.service, type);
      const order =
        a === null || b === null ? Number(b === null) - Number(a === null) : compare(context.service, kind, a, b);
      if (order) return descending ? -order : order;
    }
    return 0;
  };
}

/** The items of a collection after filter, search and order; then those of `$skip` and `$top`. */
export function pageOf(
  all: readonly unknown[],
  query: ParsedQuery,
  context: QueryContext,
  root: readonly unknown[] = [],
): { readonly items: readonly unknown[]; readonly count: number } {
  const { filter, search, orderby, skip = 0, top = Infinity } = query;
  const found = all.filter(
    (item) =>
      (filter === undefined || filter.value([...root, item], context) === true) &&
      (search === undefined || searchMatches(search, item as Entity)),
  );
  if (orderby) found.sort(compareBy(orderby, context, root));
  return { items: found.slice(skip, skip + top), count: found.length };
}

/** The JSON of an entity or complex value as `$select` and `$expand` ask for it. Keys and control information stay. */
export function project(
  entity: Entity,
  query: Pick<ParsedQuery, "select" | "expand">,
  { type }: TypeAt,
  context: QueryContext,
  root: Entity = entity,
): Entity {
  const actual = actualType(entity, type);
  const always = new Set([...keyNames(context.service, actual), ...keyNames(context.service, type)]);
  const result: Entity = {};
  for (const [name, value] of Object.entries(entity)) {
    const [property = ""] = name.split("@");
    if (memberOf(context.service, actual, property)?.navigation) continue;
    const items = always.has(property) || property === "" ? undefined : query.select;
    const mine = items?.filter(({ path: [first] }) => first === property || first === "*");
    if (mine?.length === 0) continue;
    const typeOf = memberOf(context.service, actual, property)?.type ?? "Edm.Untyped";
    put(result, name, name.includes("@") ? value : selected(value, mine, { type: typeOf }, context, root));
  }
  for (const item of query.expand ?? []) expandInto(result, entity, item, item.path, [context, root, entity]);
  return result;
}

function put(target: Entity, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}

/** A property value of which parts may be selected. */
function selected(
  value: unknown,
  items: readonly SelectItem[] | undefined,
  type: TypeAt,
  context: QueryContext,
  root: Entity,
): unknown {
  const query = items?.find(({ query: one }) => one)?.query;
  const parts = items?.map(({ path }) => ({ path: path.slice(1) }));
  const whole = parts === undefined || parts.some(({ path }) => path.length === 0);
  const select = whole ? query?.select : parts;
  const of = (one: unknown): unknown => (select && isObject(one) ? project(one, { select }, type, context, root) : one);
  if (!Array.isArray(value)) return of(value);
  return (query ? pageOf(value, query, context, [root]).items : value).map(of);
}

function isObject(value: unknown): value is Entity {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The context, the resource, and the entity that has the navigation property. */
type Around = readonly [context: QueryContext, root: Entity, owner: Entity];

function expandInto(
  result: Entity,
  source: Entity,
  item: ExpandItem,
  [name = "", ...rest]: readonly string[],
  around: Around,
): void {
  const [context, root, owner] = around;
  if (rest.length === 0) {
    const path = source === owner ? [name] : item.path;
    return putRelated(result, name, context.related(owner, path.join("/")), item, around);
  }
  const inner = source[name];
  if (inner === undefined || inner === null) return;
  const shown = result[name];
  // Items of a collection have navigation of their own.
  const of = (one: unknown, by: unknown, copy: unknown): Entity => {
    const into = { ...(copy as Entity | undefined) };
    expandInto(into, one as Entity, item, rest, [context, root, by as Entity]);
    return into;
  };
  if (!Array.isArray(inner)) return put(result, name, of(inner, owner, shown));
  // Where only some items are shown, they are the same ones as in the source.
  const items = Array.isArray(shown) && shown.length === inner.length ? shown : inner;
  put(
    result,
    name,
    inner.map((one, index) => of(one, one, shown === undefined ? {} : items[index])),
  );
}

function putRelated(
  result: Entity,
  name: string,
  related: Entity | readonly Entity[] | null,
  item: ExpandItem,
  [context, root]: Around,
): void {
  const fits = (one: unknown): boolean =>
    item.cast === undefined || isDerived(context.service, actualType(one, item.type), item.cast);
  const of = (one: Entity): Entity => {
    if (item.form === "$ref") return { "@odata.id": context.idOf?.(one) ?? one["@odata.id"] };
    return project(one, deeper(item, one, context), item, context, root);
  };
  if (!Array.isArray(related)) {
    const one = related as Entity | null;
    return put(result, name, one !== null && fits(one) ? of(one) : null);
  }
  const { items, count } = pageOf(related.filter(fits), item.query, context, [root]);
  if (item.query.count || item.form === "$count") put(result, `${name}@odata.count`, count);
  if (item.form !== "$count")
    put(
      result,
      name,
      items.map((one) => of(one as Entity)),
    );
}

/** With `$levels`, what is expanded is expanded in it again. */
function deeper(item: ExpandItem, one: Entity, { service }: QueryContext): ParsedQuery {
  const [name = ""] = item.path.slice(-1);
  if (item.levels <= 1 || !memberOf(service, actualType(one, item.type), name)?.navigation) return item.query;
  const again = { ...item, path: [name], levels: item.levels - 1 };
  return { ...item.query, expand: [...(item.query.expand ?? []), again] };
}
