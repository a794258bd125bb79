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

/** The shape of a body that creates an entity, or of the parameters of an action. */
export const create: Mode = { required: requiredOnCreate, refused: refusedOnCreate, strict: refuseUnknown };
/** The shape of a body that changes an entity. */
export const update: Mode = { required: requiredOnUpdate, refused: refusedOnUpdate, strict: refuseUnknown };

/** The names that a check reads; undefined when its type is open. */
type Known = ReadonlySet<string> | undefined;

// A cache: what a check reads does not change, and an entry goes away with its check.
const knownNames = new WeakMap<Check, { readonly names: Known }>();

function refuseUnknown(value: JsonObject, context: Context, check: Check): void {
  const { names } = knownNames.get(check) ?? learn(check);
  if (names === undefined) return;
  for (const name in value) {
    // A name with `@` is an annotation (OData JSON Format 4.01 §4.6), and JSON drops what is undefined.
    if (!names.has(name) && !name.includes("@") && Object.hasOwn(value, name) && value[name] !== undefined) {
      fail(context, name, "unknown-property", "is not a property of this type");
    }
  }
}

/**
 * Runs the check on an object that writes down what it is asked for. A check reads every property of its type by name,
 * inherited ones included, so this needs no second list of names in the generated code.
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
