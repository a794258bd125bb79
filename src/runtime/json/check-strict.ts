import {
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
  type Mode,
} from "./check-context.js";

/** The mode of bodies that create an entity, and of action parameters. */
export const create: Mode = { required: requiredOnCreate, refused: refusedOnCreate, strict: refuseUnknown };
/** The mode of bodies that update an entity. */
export const update: Mode = { required: requiredOnUpdate, refused: refusedOnUpdate, strict: refuseUnknown };

/** The properties of a type; undefined when the type is open. */
type Known = ReadonlySet<string> | undefined;

// A cache: the properties that a check reads never change. Weak, so that an entry is collected with its check.
const knownNames = new WeakMap<Check, { readonly names: Known }>();

function refuseUnknown(value: JsonObject, context: Context, check: Check): void {
  const { names } = knownNames.get(check) ?? learn(check);
  if (names === undefined) return;
  for (const name in value) {
    // Names with `@` are annotations (OData JSON Format 4.01 §4.6). JSON.stringify drops undefined values.
    if (!names.has(name) && !name.includes("@") && Object.hasOwn(value, name) && value[name] !== undefined) {
      fail(context, name, "unknown-property", "is not a property of this type");
    }
  }
}

/**
 * Runs the check on a proxy that records the names of the properties read. A check reads every property of its type,
 * inherited ones included, so generated code needs no separate list of names.
 */
function learn(check: Check): { readonly names: Known } {
  const names = new Set<string>();
  const note = (_: object, name: string | symbol): undefined => void names.add(String(name));
  const context = contextOf(read);
  check(
    new Proxy({}, { get: note, has: (_, name) => note(_, name) ?? false, getOwnPropertyDescriptor: note }),
    context,
  );
  const known = { names: context.open ? undefined : names };
  knownNames.set(check, known);
  return known;
}
