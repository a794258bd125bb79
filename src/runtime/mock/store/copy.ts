/** A deep copy of JSON. */
export function structuredCopy<T>(value: T): T {
  // JSON.parse gives what was given to JSON.stringify.
  return JSON.parse(JSON.stringify(value)) as T;
}
