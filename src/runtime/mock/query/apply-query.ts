import type { Entity, Expression, OrderbyItem, ParsedQuery, QueryContext } from "./contract.js";
import { kindOf } from "./names.js";
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
