/** What the names of an operation's parameters and result begin with. */
import type { Operation } from "../edm/elements.js";
import { simpleNameOf } from "../edm/names.js";
import { identifierOf, upperFirst } from "./letter-case.js";
import type { NamePool } from "./name-pool.js";
import type { Named } from "./named.js";
import { nameBy, type RolePattern } from "./roles.js";

/**
 * The name of the binding type, then that of the operation: `UserAssignLicense`. The type is left out where the
 * operation repeats its words and nothing else has the shorter name: `ImportDeviceIdentityList`, which is bound to
 * `ImportedDeviceIdentity`. Decided before any name is given, so that the order of operations does not matter.
 */
export function baseNames(
  operations: readonly Named<Operation>[],
  bindingNameOf: (operation: Operation) => string,
  poolOf: (named: Named) => NamePool,
): ReadonlyMap<Operation, string> {
  const candidates = operations.map((named) => {
    const operation = named.element;
    const type = bindingNameOf(operation);
    const short = upperFirst(identifierOf(simpleNameOf(operation.name)));
    return {
      operation,
      roles: named.roles,
      pool: poolOf(named),
      long: `${type}${short}`,
      short: repeats(short, type) ? short : undefined,
    };
  });
  const wanted = new Map<NamePool, Map<string, number>>();
  for (const { pool, long, short } of candidates) {
    const counts = wanted.get(pool) ?? new Map<string, number>();
    wanted.set(pool, counts);
    for (const name of new Set([long, short ?? long])) {
      const key = name.toLowerCase();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return new Map(
    candidates.map(({ operation, roles, pool, long, short }) => {
      const isFree =
        short !== undefined &&
        wanted.get(pool)?.get(short.toLowerCase()) === 1 &&
        derivedBy(roles)(short).every((name) => pool.isFree(name));
      return [operation, isFree ? short : long];
    }),
  );
}

/** The names that roles make of a base. */
export function derivedBy(roles: readonly RolePattern[]): (base: string) => readonly string[] {
  return (base) => roles.map(([, pattern]) => nameBy(pattern, base));
}

/** Whether an operation's name has at least half the words of the type's name. */
function repeats(operation: string, type: string): boolean {
  const words = wordsOf(type);
  const said = new Set(wordsOf(operation));
  return words.length > 0 && words.filter((word) => said.has(word)).length * 2 >= words.length;
}

/** `importDeviceIDList` → `import`, `device`, `id`, `list`. */
function wordsOf(name: string): readonly string[] {
  return (name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+/gu) ?? []).map((word) => word.toLowerCase());
}
