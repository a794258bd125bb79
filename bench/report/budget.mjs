/**
 * What design and README promise, and whether it holds.
 *
 * @typedef {{ what: string, limit: string, here: string, measured: string, holds: boolean }} Budget
 */

/** @returns {Budget} */
export function atMost(what, limit, measured, print) {
  return { what, limit: `≤ ${print(limit)}`, here: "", measured: print(measured), holds: measured <= limit };
}

/** @returns {Budget} */
export function atLeast(what, limit, measured, print) {
  return { what, limit: `≥ ${print(limit)}`, here: "", measured: print(measured), holds: measured >= limit };
}

/**
 * Seconds mean something on the machine that they were set on. On another they are as much more as a process takes
 * that does the same on both: `here` in this run, `there` where the limit was set.
 *
 * @returns {Budget}
 */
export function atMostSeconds(what, limit, measured, print, { here, there }) {
  const scaled = (limit * here) / there;
  return {
    what,
    limit: `≤ ${print(limit)}`,
    here: `≤ ${print(scaled)}`,
    measured: print(measured),
    holds: measured <= scaled,
  };
}

/**
 * Where the limits were set: CPU seconds of `node -e 0` and of tsc 5.9 on an empty program, and the megabytes of
 * reference pages that mdast parses in a CPU second.
 */
export const reference = { node: 0.045, tsc: 0.41, mdast: 1.01 };
