import process from "node:process";
import { median } from "./rounds.mjs";

const ROUNDS = 7;
const WINDOW = 0.25;

/**
 * How often each function runs in one CPU second, in turns within one process; the median of seven windows of a
 * quarter of a second, after one to warm up.
 *
 * @param {Readonly<Record<string, () => unknown>>} subjects
 */
export function throughput(subjects) {
  const rates = Object.entries(subjects).map(([name, run]) => ({ name, run, measured: [] }));
  for (const { run } of rates) rate(run);
  for (let round = 0; round < ROUNDS; round++) for (const { run, measured } of rates) measured.push(rate(run));
  return Object.fromEntries(rates.map(({ name, measured }) => [name, median(measured)]));
}

function rate(run) {
  const start = cpuSeconds();
  let runs = 0;
  let spent = 0;
  do {
    for (let i = 0; i < 1000; i++) run();
    runs += 1000;
    spent = cpuSeconds() - start;
  } while (spent < WINDOW);
  return runs / spent;
}

function cpuSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
