/**
 * A limit that the tool or its output has to keep, and whether it holds. Limits are ratios to something measured in the
 * same run, or sizes: seconds mean nothing on another machine.
 *
 * @typedef {{ what: string, limit: string, measured: string, holds: boolean }} Budget
 */

/** @returns {Budget} */
export function atMost(what, limit, measured, print) {
  return { what, limit: `≤ ${print(limit)}`, measured: print(measured), holds: measured <= limit };
}

/** @returns {Budget} */
export function atLeast(what, limit, measured, print) {
  return { what, limit: `≥ ${print(limit)}`, measured: print(measured), holds: measured >= limit };
}
