import type { StructuredType } from "../../edm/elements.js";
import type { QualifiedName } from "../../edm/names.js";
import type { Declarations } from "../collect.js";
import type { MergeContext } from "../context.js";
import { addShownBases } from "./shown-bases.js";

/** A type and its base types, nearest first. */
export type TypeChain = readonly [type: QualifiedName, ...bases: QualifiedName[]];

/** The base types of the model, without cycles. */
export class Bases {
  readonly #bases: ReadonlyMap<QualifiedName, QualifiedName>;
  /** Types whose base was not loaded: they are open, and have no base unless a page names it. */
  readonly opened: ReadonlySet<QualifiedName>;

  constructor(bases: ReadonlyMap<QualifiedName, QualifiedName>, opened: ReadonlySet<QualifiedName>) {
    this.#bases = bases;
    this.opened = opened;
  }

  /** Adds bases of types that have none. */
  with(more: Iterable<readonly [type: QualifiedName, base: QualifiedName]>): Bases {
    return new Bases(new Map([...more, ...this.#bases]), this.opened);
  }

  of(type: QualifiedName): QualifiedName | undefined {
    return this.#bases.get(type);
  }

  chain(type: QualifiedName): TypeChain {
    const chain: [QualifiedName, ...QualifiedName[]] = [type];
    for (let base = this.#bases.get(type); base !== undefined; base = this.#bases.get(base)) chain.push(base);
    return chain;
  }

  /** Base types, nearest first. */
  above(type: QualifiedName): readonly QualifiedName[] {
    return this.chain(type).slice(1);
  }

  /** The base type furthest up, or the type itself. */
  root(type: QualifiedName): QualifiedName {
    return this.chain(type).at(-1) ?? type;
  }

  /** The nearest type that all of them are or derive from. */
  common(types: readonly QualifiedName[]): QualifiedName | undefined {
    const [first, ...others] = types.map((type) => this.chain(type));
    return first?.find((candidate) => others.every((chain) => chain.includes(candidate)));
  }
}

/**
 * Finds the base of each type. A base that is not among the `known` types is reported, and so are different bases of
 * one type and cycles.
 */
export function mergeBases(
  types: Declarations<StructuredType>,
  known: ReadonlySet<QualifiedName>,
  context: MergeContext,
): Bases {
  const bases = new Map<QualifiedName, QualifiedName>();
  const opened = new Set<QualifiedName>();
  for (const [name, declarations] of types) {
    const winner = winnerOf(declarations);
    if (winner === undefined) continue;
    for (const other of declarations) reportOtherBase(winner, other, types, context);
    if (winner.base === undefined) continue;
    if (known.has(winner.base)) {
      bases.set(name, winner.base);
    } else {
      opened.add(name);
      context.reportMissing(winner.base, winner, "base-not-loaded");
      // Without CSDL the base has its name at least: it is merged as an open type.
      if (winner.by !== "csdl") bases.set(name, winner.base);
    }
  }
  breakCycles(bases, types, context);
  const stated = [...types].filter(([, declarations]) => winnerOf(declarations) !== undefined).map(([name]) => name);
  addShownBases(bases, types, new Set(stated));
  limitChains(bases, types, context);
  return new Bases(bases, opened);
}

/** The declaration that decides the base. CSDL without a base declares that the type has none (CSDL 4.01 §6.2). */
function winnerOf(declarations: readonly StructuredType[]): StructuredType | undefined {
  const csdl = declarations.filter(({ by }) => by === "csdl");
  const based = (csdl.length > 0 ? csdl : declarations).find(({ base, by }) => base !== undefined && by !== "example");
  return based ?? csdl[0];
}

function reportOtherBase(
  winner: StructuredType,
  other: StructuredType,
  types: Declarations<StructuredType>,
  { report }: MergeContext,
): void {
  if (other.base === undefined || other.base === winner.base || other.by === "example") return;
  // "Inherited from" may name a base further up, which is no contradiction.
  const above = new Set<QualifiedName>();
  for (
    let base: QualifiedName | undefined = winner.base;
    base !== undefined && !above.has(base);
    base = winnerOf(types.get(base) ?? [])?.base
  ) {
    above.add(base);
  }
  if (above.has(other.base)) return;
  const related = [{ place: winner.at, message: "the declaration that stands" }];
  report.add(
    "base-differs",
    other.at,
    { type: winner.name, stands: winner.base ?? "none", other: other.base },
    related,
  );
}

function breakCycles(
  bases: Map<QualifiedName, QualifiedName>,
  types: Declarations<StructuredType>,
  { report }: MergeContext,
): void {
  const done = new Set<QualifiedName>();
  for (const start of bases.keys()) {
    const chain = new Set<QualifiedName>();
    let name: QualifiedName | undefined = start;
    while (name !== undefined && !done.has(name) && !chain.has(name)) {
      chain.add(name);
      name = bases.get(name);
    }
    if (name !== undefined && chain.has(name)) {
      const cycle = [...chain].slice([...chain].indexOf(name));
      const at = types.get(name)?.[0].at;
      if (at !== undefined) report.add("cyclic-base", at, { cycle: [...cycle, name] });
      bases.delete(cycle.at(-1) ?? name);
    }
    for (const seen of chain) done.add(seen);
  }
}

/**
 * The longest chain of base types. Members, keys and operations are looked up along it for each type, so that longer ones
 * would take time and memory by the square. Published services have fewer than ten.
 */
export const MAX_BASES = 100;

/** Cuts chains of base types that are longer than the limit, which is an error, reported once. */
function limitChains(
  bases: Map<QualifiedName, QualifiedName>,
  types: Declarations<StructuredType>,
  { report }: MergeContext,
): void {
  const depths = new Map<QualifiedName, number>();
  let isReported = false;
  for (const start of bases.keys()) {
    const chain: QualifiedName[] = [];
    for (let name: QualifiedName | undefined = start; name !== undefined && !depths.has(name); name = bases.get(name))
      chain.push(name);
    for (const name of chain.toReversed()) {
      const base = bases.get(name);
      const depth = base === undefined ? 0 : (depths.get(base) ?? 0) + 1;
      depths.set(name, depth > MAX_BASES ? 0 : depth);
      if (depth <= MAX_BASES) continue;
      bases.delete(name);
      const at = types.get(name)?.[0].at;
      if (!isReported && at !== undefined) report.add("base-chain-too-long", at, { type: name, limit: MAX_BASES });
      isReported = true;
    }
  }
}
