/** What is measured of one pair of pages and CSDL. */
import { causeOf } from "./causes.js";
import { drawn, type Refusal } from "./draw.js";
import { judge, type JudgedBody } from "./judge.js";
import { serviceOf, type Service } from "./service.js";
import { causeOfSurvival } from "./survivors.js";
import { tryMutants, type Outcome } from "./try-mutants.js";

/** How many refusals are read by a person. */
export const SAMPLE = 60;

/** Pages and the CSDL that they are read with, relative to the corpus. */
export interface Pair {
  readonly name: string;
  readonly inputs: readonly string[];
  /** The share of the bodies that has to be accepted. */
  readonly floor: number;
}

export type Counts = ReadonlyMap<string, number>;

/** Counts alone: the models of all pairs together would take much memory. */
export interface Measured {
  readonly pair: Pair;
  readonly accepted: number;
  readonly refused: number;
  /** The first refusals, in the order in which they are drawn. */
  readonly sample: readonly Refusal[];
  /** Refused bodies by cause. */
  readonly causes: Counts;
  /** Faults by their kind and by what becomes of them. */
  readonly faults: ReadonlyMap<string, Readonly<Record<Outcome, number>>>;
  /** Faults that are not found by cause. */
  readonly survivors: Counts;
  /** The faults that are found at another path only. */
  readonly elsewhere: readonly string[];
}

export async function measure(pair: Pair, folder: string): Promise<Measured> {
  const service = await serviceOf(pair.inputs, folder);
  const { accepted, refused } = judge(service);
  return {
    pair,
    accepted: accepted.length,
    refused: refused.length,
    sample: drawn(refused, SAMPLE),
    causes: counted(refused, (body) => causeOf(body, service)),
    ...tried(accepted, service),
  };
}

function tried(
  accepted: readonly JudgedBody[],
  service: Service,
): Pick<Measured, "faults" | "survivors" | "elsewhere"> {
  const faults = new Map<string, Record<Outcome, number>>();
  const survivors = new Map<string, number>();
  const elsewhere: string[] = [];
  for (const one of tryMutants(accepted, service)) {
    const { mutant, outcome, body } = one;
    const counts = faults.get(mutant.kind) ?? { found: 0, elsewhere: 0, survived: 0 };
    counts[outcome]++;
    faults.set(mutant.kind, counts);
    if (outcome === "survived") add(survivors, causeOfSurvival(one, service));
    if (outcome === "elsewhere") elsewhere.push(`${body.page}:${body.line} ${mutant.kind} ${mutant.path.join("/")}`);
  }
  return { faults, survivors, elsewhere };
}

function counted<T>(items: readonly T[], causeOfItem: (item: T) => string): Counts {
  const counts = new Map<string, number>();
  for (const item of items) add(counts, causeOfItem(item));
  return counts;
}

function add(counts: Map<string, number>, cause: string): void {
  counts.set(cause, (counts.get(cause) ?? 0) + 1);
}
