import { isRecord } from "../../output/json-values.js";

/** The keys from the root of the lock file to a value. */
export type Keys = readonly string[];

/** What is wrong with a value, as the end of a sentence. */
export interface Wrong {
  readonly keys: Keys;
  readonly reason: string;
}

/** Collects what is wrong with the values of a lock file. */
export class Checks {
  readonly found: Wrong[] = [];

  refuse(keys: Keys, reason: string): void {
    this.found.push({ keys, reason });
  }

  /** The entries of an object. With `allowed`, no others; an earlier version of the tool would lose them. */
  entries(value: unknown, keys: Keys, allowed?: readonly string[]): readonly (readonly [string, unknown])[] {
    if (!isRecord(value)) {
      this.refuse(keys, `${shown(keys)} is not an object`);
      return [];
    }
    const entries = Object.entries(value);
    for (const [key] of entries)
      if (allowed?.includes(key) === false) this.refuse([...keys, key], `${shown(keys)} has the unknown key "${key}"`);
    return entries;
  }

  /** Refuses a value that is not a text, or one that does not match. */
  text(value: unknown, keys: Keys, what: string, pattern = /[^]/): void {
    if (typeof value !== "string" || !pattern.test(value)) this.refuse(keys, `${shown(keys)} is not ${what}`);
  }
}

function shown(keys: Keys): string {
  return keys.length === 0 ? "the whole" : `"${keys[keys.length - 1]}"`;
}
