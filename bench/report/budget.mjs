/**
 * What design and README promise, and whether it holds.
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
