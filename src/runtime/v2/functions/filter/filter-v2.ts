import {
  EXPRESSION,
  expressionOf,
  LOOSE,
  nameText,
  PRIMARY,
  type Expression,
} from "../../../functions/filter/expression.js";
import type { Filter, OrderBy } from "../../../http/query.js";
import { valueText, writtenIn } from "./value-text.js";
import type { Filterable, Ordering } from "./types-v2.js";

/**
 * A `$filter` on the items of the place where it stands: `filter: filter((book) => book.title.startswith("A"))`.
 * Properties are paths; operators and functions are their methods (OData 2.0 URI Conventions §4.5). Where OData 2.0
 * writes it in another way, as `substringof` for `contains`, the name is that of OData 4.0.
 */
export function filter<D>(
  condition: (item: Filterable<D>) => Expression<"Boolean">,
): Filter<D> & Expression<"Boolean"> {
  // The proxy has the properties and methods of every type.
  const { text, binding } = (conditionOf(condition(path("") as Filterable<D>)) as Expression<"Boolean">)[EXPRESSION];
  return expressionOf(text, binding) as Filter<D> & Expression<"Boolean">;
}

/** An `$orderby` of the items where it stands: `orderby: orderby((book) => [book.price.desc(), book.title])`. */
export function orderby<D>(order: (item: Filterable<D>) => Ordering | readonly Ordering[]): OrderBy<D> & Ordering {
  const items = [order(path("") as Filterable<D>)].flat();
  return expressionOf(items.map((item) => item[EXPRESSION].text).join(), LOOSE) as OrderBy<D> & Ordering;
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
  add: 4,
  sub: 4,
  mul: 5,
  div: 5,
  mod: 5,
};
const OR = 1;
const AND = 2;
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
  if (binding !== undefined) return operation(owner, name, args[0], binding);
  switch (name) {
    case "in":
      return isAnyOf(owner, args[0] as readonly unknown[]);
    case "not":
      return path(`not ${valueText(conditionOf(owner))}`, SIGN);
    case "negate":
      return path(`-${valueText(owner)}`, SIGN);
    case "asc":
    case "desc":
      return path(`${valueText(owner, LOOSE)} ${name}`, LOOSE);
    case "contains":
      return call("substringof", [args[0], owner]);
    case "any":
    case "all":
      return path(`${text}/${name}(${lambda(args[0])})`);
    case "as":
    case "property":
      return path(joined(text, String(args[0])));
    case "cast":
    case "isof":
      return path(`${name}(${text && `${text},`}'${nameText(String(args[0]))}')`);
  }
  return call(name, [owner, ...args]);
}

function call(name: string, args: readonly unknown[]): unknown {
  return path(`${name}(${args.map((item) => valueText(item, LOOSE)).join()})`);
}

/** Operators of one binding are applied from the left; comparisons are not in a row. */
function operation(left: unknown, name: string, right: unknown, binding: number): unknown {
  const [one, other] = binding <= AND ? [conditionOf(left), conditionOf(right)] : [left, right];
  const least = binding === COMPARISON ? binding + 1 : binding;
  return path(`${valueText(one, least)} ${name} ${valueText(other, binding + 1)}`, binding);
}

/** OData 2.0 has no operator `in`. Without values, the condition never holds. */
function isAnyOf(owner: unknown, values: readonly unknown[]): unknown {
  const equal = values.map((value) => valueText(operation(owner, "eq", value, COMPARISON), COMPARISON));
  return equal.length === 0 ? path("false") : path(equal.join(" or "), equal.length === 1 ? COMPARISON : OR);
}

/** A condition on the items of a collection; undefined means that there are any. */
function lambda(condition: unknown): string {
  if (condition === undefined) return "";
  const variable = `x${++lambdas}`;
  try {
    // The types say that it is a function of the item.
    const built = (condition as (item: unknown) => unknown)(path(variable));
    return `${variable}:${valueText(conditionOf(built), LOOSE)}`;
  } finally {
    lambdas--;
  }
}

/** A property alone is compared with true: some services take nothing else for a condition. */
function conditionOf(value: unknown): unknown {
  const { text = "", binding } = writtenIn(value) ?? {};
  const isProperty = binding === PRIMARY && /^(?!(true|false)$)[^\s()']+$/.test(text);
  return isProperty ? path(`${text} eq true`, COMPARISON) : value;
}
