import type { Code } from "../code/code.js";
import type { Operation } from "../edm/elements.js";
import type { EdmType } from "../edm/model.js";
import { type AllNamed, lockedRole, type Named } from "./named.js";
import type { NamePool } from "./name-pool.js";
import { isMadeBy, nameBy, type RolePattern } from "./roles.js";
import { isPattern } from "./rules/name-rules.js";

/** In place of a role: the type itself. */
export const SELF = "";

/** The names of rules, and those of the lock that elements have again. */
export interface KeptNames {
  of(element: EdmType | Operation, role: string): Code | undefined;
  /** Elements whose rule or entry has a name that they cannot have. */
  readonly refused: readonly Refused[];
}

export interface Refused {
  readonly named: Named;
  readonly role: string;
}

interface Claim extends Refused {
  readonly name: unknown;
  /** Whether the lock has the name itself; others may be of roles that the element had not when it was written. */
  readonly isStated: boolean;
}

/**
 * Gives the names of rules, then those of the lock: first those that stand in it, then those that follow from them. Each
 * is given exactly or not at all.
 */
export function keepNames(all: AllNamed, poolOf: (named: Named) => NamePool): KeptNames {
  const kept = new Map<EdmType | Operation, Map<string, Code>>();
  const claims = [...ruledClaims(all), ...claimsOf(all)];
  const refused = claims.filter(({ named, role, name, isStated }) => {
    const pool = poolOf(named);
    const given = typeof name === "string" ? pool.give(name, named.element, named.ruled?.rule) : undefined;
    if (given === undefined) return isStated || (typeof name === "string" && pool.isReserved(name));
    const names = kept.get(named.element) ?? new Map<string, Code>();
    kept.set(named.element, names.set(role, given));
    return false;
  });
  return { of: (element, role) => kept.get(element)?.get(role), refused };
}

/** Exact names before those of patterns. Names of roles follow later, but for operations, which have no others. */
function ruledClaims({ types, operations }: AllNamed): readonly Claim[] {
  const own = types.flatMap((named) => (named.ruled === undefined ? [] : [claim(named, SELF, named.ruled.name)]));
  const roles = operations.flatMap((named) => {
    const { ruled, locked } = named;
    if (ruled === undefined || locked !== undefined) return [];
    return named.roles.map(([role, pattern]) => claim(named, role, nameBy(pattern, ruled.name)));
  });
  const claims = [...own, ...roles];
  const isByPattern = ({ named: { ruled } }: Claim) => ruled !== undefined && isPattern(ruled.rule);
  return [...claims.filter((one) => !isByPattern(one)), ...claims.filter(isByPattern)];
}

function claimsOf({ types, operations }: AllNamed): readonly Claim[] {
  const own = types.flatMap((named) => (named.ruled === undefined ? (ownClaim(named) ?? []) : []));
  const invalid = operations.filter(({ locked }) => locked === "invalid").map((named) => claim(named, SELF, undefined));
  const roles = [...types, ...operations].flatMap((named) =>
    named.roles.flatMap((role) => roleClaim(named, role) ?? []),
  );
  return [
    ...own,
    ...invalid,
    ...roles.filter(({ isStated }) => isStated),
    ...roles.filter(({ isStated }) => !isStated),
  ];
}

function claim(named: Named, role: string, name: unknown, isStated = true): Claim {
  return { named, role, name, isStated };
}

function ownClaim(named: Named<EdmType>): Claim | undefined {
  const { locked } = named;
  return locked && claim(named, SELF, locked === "invalid" ? undefined : locked.name);
}

function roleClaim(named: Named, role: RolePattern): Claim | undefined {
  const { locked } = named;
  if (locked === undefined || locked === "invalid") return undefined;
  const name = lockedRole(named, role);
  const isMade = typeof name === "string" && isMadeBy(role[1], name);
  return claim(named, role[0], isMade ? name : undefined, Object.hasOwn(locked.roles, role[0]));
}
