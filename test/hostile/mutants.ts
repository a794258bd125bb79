import type { Random } from "../support/random.js";

/** A document with one fault. */
export interface Mutant {
  /** The fault, e.g. `cut at byte 64`. */
  readonly fault: string;
  readonly bytes: Uint8Array;
}

/** Which mutants are made of a document. */
export interface Plan {
  /** The number of bytes that are flipped, each in a mutant of its own. */
  readonly flips: number;
  /** At most so many cuts, and so many lines removed, drawn at random; all if undefined. */
  readonly most?: number;
}

/** The document cut at every 64th byte, with one byte flipped, and without one of its lines. */
export function mutantsOf(bytes: Uint8Array, random: Random, { flips, most = Infinity }: Plan): readonly Mutant[] {
  const some = (all: readonly Mutant[]) => (all.length > most ? random.shuffled(all).slice(0, most) : all);
  return [
    ...some(cuts(bytes)),
    ...some(withoutLines(bytes)),
    ...Array.from({ length: flips }, () => flipped(bytes, random)),
  ];
}

function cuts(bytes: Uint8Array): readonly Mutant[] {
  return Array.from({ length: Math.ceil(bytes.length / 64) }, (_, i) => ({
    fault: `cut at byte ${i * 64}`,
    bytes: bytes.subarray(0, i * 64),
  }));
}

function withoutLines(bytes: Uint8Array): readonly Mutant[] {
  const starts = [0, ...[...bytes.keys()].filter((i) => bytes[i] === 0x0a).map((i) => i + 1)];
  return starts.map((start, i) => ({
    fault: `without line ${i + 1}`,
    bytes: Buffer.concat([bytes.subarray(0, start), bytes.subarray(starts[i + 1] ?? bytes.length)]),
  }));
}

/** One bit of a byte is flipped, or the byte becomes another one. */
function flipped(bytes: Uint8Array, random: Random): Mutant {
  const at = random.below(bytes.length);
  const copy = Uint8Array.from(bytes);
  copy[at] = random.below(2) === 0 ? (bytes[at] ?? 0) ^ (1 << random.below(8)) : random.below(256);
  return { fault: `byte ${at} is ${copy[at]}`, bytes: copy };
}
