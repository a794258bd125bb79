/** The types that written values name (OData JSON Format 4.01 §4.6.3). What is read may be of a newer type. */
import { failNamed, requiredOnUpdate, type Check, type Context, type JsonObject } from "./check-context.js";
import { typeKey, typeName } from "./type-name.js";

/** Marks the current type as one without derived types. `name` is null where it is abstract: it has no values. */
export function leaf({ learned }: Context, name: string | null): void {
  if (learned !== undefined) learned.leaf = name;
}

/** The values of an abstract type, of which each is of a derived type, and has to name it. */
export function abstract(check: Check): Check {
  return (value, context) => {
    if (context.strict && typeName(value) === undefined) typeOnWrite(value, context, null);
    check(value, context);
  };
}

/**
 * Reports a type that is not known, or that is not named where it has to be: not of an entity that is updated.
 * `name` is the declared type, null where that is abstract.
 */
export function typeOnWrite(value: JsonObject, context: Context, name: string | null, expected?: string): void {
  const { strict, depth, requiredBelow } = context;
  const given = typeName(value);
  const key = typeKey(value);
  const needsNone = name !== null || (depth === 0 && requiredBelow & requiredOnUpdate);
  if (!strict || (given === undefined && needsNone)) return;
  failNamed(context, key, "odata-type", value[key], expected ?? "the name of a type that can stand here");
}
