/** What `$select` and `$expand` leave of an entity. */
import { isEntity, put } from "../store/members.js";
import { pageOf } from "./apply-query.js";
import type { Entity, ExpandItem, ParsedQuery, QueryContext, SelectItem, TypeAt } from "./contract.js";
import { actualType, isDerived, keyNames, memberOf, membersOf, UNTYPED } from "./names.js";

/** The JSON of an entity or complex value as `$select` and `$expand` ask for it. Keys and control information stay. */
export function project(
  entity: Entity,
  query: Pick<ParsedQuery, "select" | "expand">,
  { type }: TypeAt,
  context: QueryContext,
  root: Entity = entity,
): Entity {
  const { service } = context;
  const actual = actualType(entity, type);
  const members = membersOf(service, actual);
  const always = new Set(["", ...[...keyNames(service, actual), ...keyNames(service, type)].map(firstOf)]);
  const named = query.select && new Set(query.select.map(({ path }) => path[0]));
  const result: Entity = {};
  for (const [name, value] of Object.entries(entity)) {
    const at = name.indexOf("@");
    const property = at < 0 ? name : name.slice(0, at);
    const isChosen = named === undefined || always.has(property) || named.has(property) || named.has("*");
    const { navigation, type: declared = UNTYPED } = members.get(property) ?? {};
    if (!isChosen || navigation) continue;
    const items = always.has(property)
      ? undefined
      : query.select?.filter(({ path: [one] }) => one === property || one === "*");
    put(result, name, at < 0 ? selected(value, items, { type: declared }, context, root) : value);
  }
  for (const item of query.expand ?? []) expandInto(result, entity, item, item.path, [context, root, entity]);
  return result;
}

/** The property that a part of a key is in: `address` of `address/city`. */
function firstOf(path: string): string {
  return path.replace(/\/.*/s, "");
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
  const of = (one: unknown): unknown => (select && isEntity(one) ? project(one, { select }, type, context, root) : one);
  if (!Array.isArray(value)) return of(value);
  return (query ? pageOf(value, query, context, [root]).items : value).map(of);
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
