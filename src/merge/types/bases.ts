import type { StructuredType } from "../../edm/elements.js";
import type { QualifiedName } from "../../edm/names.js";
import type { Claims } from "../claims.js";
import type { MergeContext } from "../context.js";

export type Line = readonly [type: QualifiedName, ...bases: QualifiedName[]];

/** The base of every type that has one that is known, free of cycles. */
export class Bases {
  readonly #bases: ReadonlyMap<QualifiedName, QualifiedName>;
  /** The lines that were asked for: each member of a type asks for the same. */
  readonly #lines = new Map<QualifiedName, Line>();
  /** Types whose base was not loaded: they go without, and accept further properties. */
  readonly opened: ReadonlySet<QualifiedName>;

  constructor(bases: ReadonlyMap<QualifiedName, QualifiedName>, opened: ReadonlySet<QualifiedName>) {
    this.#bases = bases;
    this.opened = opened;
  }

  /** With more of them, of types that have none. */
  with(more: readonly (readonly [type: QualifiedName, base: QualifiedName])[]): Bases {
    return more.length === 0 ? this : new Bases(new Map([...more, ...this.#bases]), this.opened);
  }

  of(type: QualifiedName): QualifiedName | undefined {
    return this.#bases.get(type);
  }

  /** Base types, nearest first. */
  above(type: QualifiedName): readonly QualifiedName[] {
    return this.line(type).slice(1);
  }

  /** The type itself and its base types, nearest first. */
  line(type: QualifiedName): Line {
    const known = this.#lines.get(type);
    if (known !== undefined) return known;
    const line: [QualifiedName, ...QualifiedName[]] = [type];
    for (let base = this.#bases.get(type); base !== undefined; base = this.#bases.get(base)) line.push(base);
    this.#lines.set(type, line);
    return line;
  }

  /** The nearest type that all of them are or derive from. */
  common(types: readonly QualifiedName[]): QualifiedName | undefined {
    const [first, ...others] = types.map((type) => this.line(type));
    return first?.find((candidate) => others.every((line) => line.includes(candidate)));
  }
}

/** `known` tells which types anything is said of. */
export function mergeBases(
  claims: Claims<StructuredType>,
  known: ReadonlySet<QualifiedName>,
  context: MergeContext,
): Bases {
  const bases = new Map<QualifiedName, QualifiedName>();
  const opened = new Set<QualifiedName>();
  for (const [name, said] of claims) {
    const winner = winnerOf(said);
    if (winner === undefined) continue;
    for (const other of said) reportOtherBase(winner, other, claims, context);
    if (winner.base === undefined) continue;
    if (known.has(winner.base)) {
      bases.set(name, winner.base);
    } else {
      opened.add(name);
      context.reportMissing(winner.base, winner, "base-not-loaded");
    }
  }
  breakCycles(bases, claims, context);
  return new Bases(bases, opened);
}

/** Who speaks of the base. CSDL that names none says that there is none (CSDL 4.01 §6.2), and is not silent. */
function winnerOf(said: readonly StructuredType[]): StructuredType | undefined {
  const declared = said.filter(({ by }) => by === "csdl");
  const based = (declared.length > 0 ? declared : said).find(({ base }) => base !== undefined);
  return based ?? declared[0];
}

function reportOtherBase(
  winner: StructuredType,
  other: StructuredType,
  claims: Claims<StructuredType>,
  { report }: MergeContext,
): void {
  if (other.base === undefined || other.base === winner.base) return;
  // "Inherited from" may name an ancestor further up: no contradiction.
  const above = new Set<QualifiedName>();
  for (
    let base: QualifiedName | undefined = winner.base;
    base !== undefined && !above.has(base);
    base = winnerOf(claims.get(base) ?? [])?.base
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
  claims: Claims<StructuredType>,
  { report }: MergeContext,
): void {
  const done = new Set<QualifiedName>();
  for (const start of bases.keys()) {
    const line: QualifiedName[] = [];
    let name: QualifiedName | undefined = start;
    while (name !== undefined && !done.has(name) && !line.includes(name)) {
      line.push(name);
      name = bases.get(name);
    }
    if (name !== undefined && line.includes(name)) {
      const cycle = line.slice(line.indexOf(name));
      const at = claims.get(name)?.[0].at;
      if (at !== undefined) report.add("cyclic-base", at, { cycle: [...cycle, name] });
      bases.delete(cycle.at(-1) ?? name);
    }
    for (const seen of line) done.add(seen);
  }
}
