/**
 * The object with more fields, or others: what `{ ...object, ...more }` says. V8 of Node 20 gives each object to which
 * such a literal adds a field a hidden class of its own, and then looks up by name every field that is read of it, in all
 * code that sees such objects: ten times the cost. Where objects are made by the thousand, this makes them alike.
 */
export function withMore<T extends object>(object: T, ...more: readonly Partial<T>[]): T {
  return Object.assign({}, object, ...more) as T; // a T, whose fields may be replaced by those of a T
}
