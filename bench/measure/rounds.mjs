/**
 * Runs what is to be compared in turns, A B A B …, so that what else the machine does falls on all alike, and gives the
 * median of each figure. Of several statuses the first that is not 0 stands.
 *
 * @param {Readonly<Record<string, () => import("./usage.mjs").Usage>>} subjects
 * @param {number} rounds
 */
export function inTurns(subjects, rounds) {
  const runs = Object.entries(subjects).map(([name, run]) => ({ name, run, usages: [] }));
  for (let round = 0; round < rounds; round++) for (const { run, usages } of runs) usages.push(run());
  return Object.fromEntries(runs.map(({ name, usages }) => [name, medianUsage(usages)]));
}

function medianUsage(usages) {
  const { status, said } = usages.find((usage) => usage.status !== 0) ?? usages[0];
  const figure = (name) => median(usages.map((usage) => usage[name]));
  return { cpu: figure("cpu"), user: figure("user"), peak: figure("peak"), status, said };
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
