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
  type LinkKind,
  type Mode,
  type Name,
} from "./check-context.js";
import { annotation } from "./check-control.js";

/** The mode of bodies that create an entity, and of action parameters. */
export const create: Mode = { required: requiredOnCreate | always, refused: refusedOnCreate, strict: refuseUnknown };
/** The mode of bodies that update an entity. */
export const update: Mode = { required: requiredOnUpdate | always, refused: refusedOnUpdate, strict: refuseUnknown };

/** What a type declares. */
interface Known {
  /** The names of its properties; undefined when the type is open. */
  readonly names: ReadonlySet<string> | undefined;
  /** Its navigation properties that take the URLs of entities. */
  readonly links: ReadonlyMap<Name, LinkKind>;
  /** Whether the check looks for others by itself. */
  readonly dispatched: boolean;
}

// A cache: the properties that a check reads never change. Weak, so that an entry is collected with its check.
const knownNames = new WeakMap<Check, Known>();

function refuseUnknown(value: JsonObject, context: Context, check: Check): void {
  const { names, links, dispatched } = knownNames.get(check) ?? learn(check);
  if (dispatched) return;
  for (const name in value) {
    // JSON.stringify drops undefined values.
    if (!Object.hasOwn(value, name) || value[name] === undefined) continue;
    // Names with `@` are annotations (OData JSON Format 4.01 §4.6).
    if (name.includes("@")) annotation(name, value[name], context, names && links);
    else if (names && !names.has(name)) fail(context, name, "unknown-property", value[name], "no value");
  }
}

/**
 * Runs the check on a proxy that records the names of the properties read. A check reads every property of its type,
 * inherited ones included, so generated code needs no separate list of names.
 */
function learn(check: Check): Known {
  const names = new Set<string>();
  const links = new Map<Name, LinkKind>();
  const note = (_: object, name: string | symbol): undefined => void names.add(String(name));
  const context = contextOf(read, undefined, (name, kind) => links.set(name, kind));
  check(
    new Proxy({}, { get: note, has: (_, name) => note(_, name) ?? false, getOwnPropertyDescriptor: note }),
    context,
  );
  const known = { names: context.open ? undefined : names, links, dispatched: context.dispatched };
  knownNames.set(check, known);
  return known;
}
