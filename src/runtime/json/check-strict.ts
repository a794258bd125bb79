import {
  always,
  contextOf,
  fail,
  read,
  refusedOnCreate,
  refusedOnUpdate,
  requiredOnCreate,
  requiredOnUpdate,
  type Check,
  type Context,
  type JsonObject,
  type Learned,
  type Mode,
  type Undeclared,
} from "./check-context.js";
import { written } from "./check-control.js";
import { typeOnWrite } from "./check-type.js";
import { typeName } from "./type-name.js";

/** The mode of bodies that create an entity, and of action parameters. */
export const create: Mode = { required: requiredOnCreate | always, refused: refusedOnCreate, strict: refuseUnknown };
/** The mode of bodies that update an entity. */
export const update: Mode = { required: requiredOnUpdate | always, refused: refusedOnUpdate, strict: refuseUnknown };

/** What a type declares. */
export interface Declared extends Readonly<Learned> {
  readonly undeclared: Undeclared;
  /** The names of its properties. */
  readonly names: ReadonlySet<string>;
}

// A cache: the properties that a check reads never change. Weak, so that an entry is collected with its check.
const declarations = new WeakMap<Check, Declared>();

/** What the type of a check declares. */
export function declaredBy(check: Check): Declared {
  return declarations.get(check) ?? learn(check);
}

function refuseUnknown(value: JsonObject, context: Context, check: Check): void {
  const { names, links, undeclared, leaf } = declaredBy(check);
  if (undeclared === "found") return;
  if (leaf !== undefined && typeName(value) !== leaf)
    typeOnWrite(value, context, leaf, leaf === null ? undefined : `"#${leaf}"`);
  const closed = undeclared === "refused";
  for (const name in value) {
    // JSON.stringify drops undefined values.
    if (names.has(name) || !Object.hasOwn(value, name) || value[name] === undefined) continue;
    // Names with `@` are annotations (OData JSON Format 4.01 §4.6).
    if (name.includes("@")) written(name, value[name], context, links, closed);
    else if (closed) fail(context, name, "unknown-property", value[name], "no value");
  }
}

/**
 * Runs the check on a proxy that records the names of the properties read. A check reads every property of its type,
 * inherited ones included, so generated code needs no separate list of names.
 */
function learn(check: Check): Declared {
  const names = new Set<string>();
  // Annotations are no properties, also where a check looks at some.
  const note = (_: object, name: string | symbol): undefined => {
    if (!String(name).includes("@")) names.add(String(name));
  };
  const context = contextOf(read);
  const learned: Learned = { links: new Map() };
  context.learned = learned;
  check(
    new Proxy({}, { get: note, has: (_, name) => note(_, name) ?? false, getOwnPropertyDescriptor: note }),
    context,
  );
  const declared = { ...learned, undeclared: context.undeclared, names };
  declarations.set(check, declared);
  return declared;
}
