import type { MockService } from "../service.js";

/** What data are made from: the same service and seed give the same data. */
export interface DataContext {
  readonly service: MockService;
  /** An integer. */
  readonly seed: number;
}

/** Where a value is, and the numbers that are drawn for it. */
export interface Place {
  readonly context: DataContext;
  /** Such as `users/3/address/city`. */
  readonly path: string;
  /** The last whole number in the path: the position of the entity or item that the value is in, from 1. */
  readonly position: number;
  /** How many objects are around the value. */
  readonly depth: number;
  /** Whether the value has to differ from those at other positions. */
  readonly isKey: boolean;
  /** 32 bits of the seed and the path. */
  readonly hash: number;
}

export function placeAt(path: string, context: DataContext, depth = 0, isKey = false): Place {
  const position = Number(/^(?:.*\/)?(\d+)(?:\/|$)/.exec(path)?.[1] ?? 1);
  return { context, path, position, depth, isKey, hash: hashOf(path, context.seed) };
}

/** FNV-1a of the UTF-16 code units, whose bits are mixed once more. */
function hashOf(path: string, seed: number): number {
  let hash = seed ^ 0x811c9dc5;
  for (let i = 0; i < path.length; i++) hash = Math.imul(hash ^ path.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (hash ^ (hash >>> 16)) >>> 0;
}
