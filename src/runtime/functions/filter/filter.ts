import type { Filter, OrderBy } from "../../http/query.js";
import { EXPRESSION, expressionOf, LOOSE, nameText, operandText, PRIMARY, type Expression } from "./expression.js";
import type { DateTimeExpression, Filterable, Ordering } from "./types.js";

/**
 * A `$filter` on the items of the place where it stands: `filter: filter((user) => user.displayName.startswith("A"))`.
 * Properties are paths; operators and functions are their methods, under the names that OData gives them.
 */
export function filter<D>(
  condition: (item: Filterable<D>) => Expression<"Boolean">,
): Filter<D> & Expression<"Boolean"> {
  // The proxy has the properties and methods of every type.
  const { text, binding } = condition(path("") as Filterable<D>)[EXPRESSION];
  return expressionOf(text, binding) as Filter<D> & Expression<"Boolean">;
}

/** An `$orderby` of the items where it stands: `orderby: orderby((user) => [user.age.desc(), user.id])`. */
export function orderby<D>(order: (item: Filterable<D>) => Ordering | readonly Ordering[]): OrderBy<D> & Ordering {
  const items = [order(path("") as Filterable<D>)].flat();
  return expressionOf(items.map((item) => item[EXPRESSION].text).join(), LOOSE) as OrderBy<D> & Ordering;
}

/**
 * The item that the request reads, which D describes: `$it<UserEntity>().id`. It can be compared with items inside
 * `any` and `all`, and with those of `expand`.
 */
export function $it<D>(): Filterable<D> {
  return path("$it") as Filterable<D>;
}

/** The time at which the service evaluates the expression. */
export function now(): DateTimeExpression {
  return path("now()") as DateTimeExpression;
}

const OPERATORS: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  eq: 3,
  ne: 3,
  gt: 3,
  ge: 3,
  lt: 3,
  le: 3,
  in: 3,
  has: 3,
  add: 4,
  sub: 4,
  mul: 5,
  div: 5,
  divby: 5,
  mod: 5,
};
const COMPARISON = 3;
const SIGN = 6;

/** The lambda expressions around the one that is being built; each has a variable of its own. */
let lambdas = 0;

interface Owner {
  readonly owner: unknown;
  readonly text: string;
  readonly name: string;
}

/**
 * Reading a property appends it to the path. Calling it applies the operator or function of that name to what is before
 * it, so that a property may also be called `eq`.
 */
function path(text: string, binding = PRIMARY, called?: Owner): unknown {
  const self: unknown = new Proxy(() => undefined, {
    get: (_, name) => {
      if (name === EXPRESSION) return { text, binding };
      if (name === Symbol.toPrimitive) return () => text;
      if (typeof name === "symbol") return undefined;
      return path(joined(text, name), PRIMARY, { owner: self, text, name });
    },
    apply: (_, __, args: readonly unknown[]) => called && applied(called, args),
  });
  return self;
}

function joined(text: string, name: string): string {
  return (text && `${text}/`) + nameText(name);
}

function applied({ owner, text, name }: Owner, args: readonly unknown[]): unknown {
  const binding = OPERATORS[name];
  if (binding !== undefined) {
    // Operators of one binding are applied from the left; comparisons are not in a row. `in`, `has` bind like a path.
    const least = name === "in" || name === "has" ? PRIMARY : binding === COMPARISON ? binding + 1 : binding;
    const left = operandText(owner, least);
    return path(`${left} ${name} ${operandText(args[0], binding + 1)}`, binding);
  }
  switch (name) {
    case "not":
      return path(`not ${operandText(owner)}`, SIGN);
    case "negate":
      return path(`-${operandText(owner)}`, SIGN);
    case "asc":
    case "desc":
      return path(`${operandText(owner, LOOSE)} ${name}`, LOOSE);
    case "any":
    case "all":
      return path(`${text}/${name}(${lambda(args[0])})`);
    case "as":
    case "property":
      return path(joined(text, String(args[0])));
    case "cast":
    case "isof":
      return path(`${name}(${text && `${text},`}${nameText(String(args[0]))})`);
  }
  return path(`${name}(${[owner, ...args].map((item) => operandText(item, LOOSE)).join()})`);
}

/** A condition on the items of a collection; undefined means that there are any. */
function lambda(condition: unknown): string {
  if (condition === undefined) return "";
  const variable = `x${++lambdas}`;
  try {
    // The types say that it is a function of the item.
    const built = (condition as (item: unknown) => unknown)(path(variable));
    return `${variable}:${operandText(built, LOOSE)}`;
  } finally {
    lambdas--;
  }
}
