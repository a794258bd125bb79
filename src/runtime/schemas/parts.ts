/** Schemas that are made of others. */
import {
  always,
  fail,
  failUnknown,
  inspect,
  isObject,
  type Check,
  type Context,
  type JsonObject,
  type Link,
  type Name,
} from "../json/check-context.js";
import { own } from "../json/check-object.js";
import { isRelated, related } from "../json/check-related.js";
import { create, declaredBy } from "../json/check-strict.js";
import { shapeOf, type Shape } from "./schema.js";

/** T with some of its properties, which are there. */
export type Picked<T, Name extends keyof T> = { [P in Name]-?: Exclude<T[P], undefined> };

/** T whose related entities of some names are of the types of these shapes. */
export type Related<T, Shapes> = Omit<T, keyof Shapes> & {
  [P in keyof T as P extends keyof Shapes ? P : never]: P extends keyof Shapes ? Entities<T[P], Shapes[P]> : never;
};

type Entities<V, S> = S extends Shape<infer E> ? (Items<V> extends true ? E[] : E) | Extract<V, null | undefined> : V;
type Items<V> = NonNullable<V> extends readonly unknown[] ? true : false;

/**
 * The schema of objects with some of the properties, as `$select` asks for them: those named have to be there. Others
 * are not looked at in responses, and refused in bodies.
 */
export function pick<T, Name extends keyof T & string>(
  shape: Shape<T>,
  names: readonly Name[],
): Shape<Picked<T, Name>> {
  return derive(shape, (check) => (value, context) => {
    const part = partOf(value, names, context);
    for (const name of names) if (own(part, name) === undefined) fail(context, name, "missing", undefined, "a value");
    withoutRequired(context, () => inspect(part, context, check));
    context.undeclared = "found";
  });
}

function partOf(value: JsonObject, names: readonly string[], context: Context): JsonObject {
  const part: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    // Names with `@` are annotations (OData JSON Format 4.01 §4.6).
    if (name.includes("@") || names.includes(name))
      Object.defineProperty(part, name, { value: value[name], enumerable: true });
    else if (context.strict && value[name] !== undefined)
      failUnknown(context, name, value[name]);
  }
  return part;
}

/** The schema of objects that need none of the properties. Objects within them are complete. */
export function partial<T>(shape: Shape<T>): Shape<Partial<T>> {
  return derive(shape, optionally);
}

/** The check of the same properties, none of which have to be there. */
export function optionally(check: Check): Check {
  return (value, context) => withoutRequired(context, () => check(value, context));
}

function withoutRequired(context: Context, run: () => void): void {
  const { required } = context;
  context.required = always;
  run();
  context.required = required;
}

/**
 * The schema of objects whose related entities are checked where they are there, as `$expand` asks for them: single
 * ones and collections.
 */
export function withNavigation<T, Shapes extends { readonly [P in keyof T]?: Shape<unknown> }>(
  shape: Shape<T>,
  shapes: Shapes & Readonly<Record<Exclude<keyof Shapes, keyof T>, never>>,
): Shape<Related<T, Shapes>> {
  return derive(shape, (check) => {
    const entities = relatedBy(shapes, declaredBy(check).links);
    return (value, context) => {
      check(value, context);
      entities(value, context);
    };
  });
}

/**
 * The schema of a body that creates an entity, made of the schema of the entity: `createOf<UserCreate>(userSchema)`. It
 * refuses related entities but those of the shapes, so that a bundle does not hold the checks of all types that can be
 * created together. Those that exist can be related by their URLs.
 */
export function createOf<T>(
  shape: Shape<unknown>,
  shapes: { readonly [P in keyof T]?: Shape<unknown> | undefined } = {},
): Shape<T> {
  const make = shape["~shape"].check;
  return shapeOf(() => {
    const check = make();
    const { links } = declaredBy(check);
    const checkRelated = relatedBy(shapes, links);
    const others = [...links.keys()].map(String).filter((name) => !Object.hasOwn(shapes, name));
    return (value, context) => {
      check(value, context);
      checkRelated(value, context);
      for (const name of others) {
        const entities = own(value, name);
        const items: readonly unknown[] = Array.isArray(entities) ? entities : [entities];
        const isTaken = (item: unknown) => isObject(item) && isRelated(item, context, links.get(name));
        if (Object(entities) === entities && !items.every(isTaken)) {
          failUnknown(context, name, entities);
        }
      }
    };
  }, create);
}

/** The check of what the shapes are of. A property that only a derived type has may be a single entity or several. */
function relatedBy(
  shapes: Readonly<Record<string, Shape<unknown> | undefined>>,
  links: ReadonlyMap<Name, Link>,
): Check {
  // Without a prototype, which a property of the name `__proto__` would set.
  const ones = Object.create(null) as Record<string, Check>;
  const manys = Object.create(null) as Record<string, [Check]>;
  for (const [name, shape] of Object.entries(shapes)) {
    if (shape === undefined) continue;
    const check = shape["~shape"].check();
    const many = links.get(name)?.many;
    if (many !== true) ones[name] = check;
    if (many !== false) manys[name] = [check];
  }
  return (value, context) => {
    related(value, context, ones, links);
    related(value, context, manys, links);
  };
}

/** A shape of the same mode. */
export function derive<T>(shape: Shape<unknown>, make: (check: Check) => Check): Shape<T> {
  const { check, mode } = shape["~shape"];
  return shapeOf(() => make(check()), mode);
}
