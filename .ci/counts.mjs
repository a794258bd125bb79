// Prints the failed steps and the summed counts of the tests; exits with 1 if anything failed.
// Usage: node counts.mjs <folder with one report of vitest for each suite> [failed step..]
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [folder, ...failedSteps] = process.argv.slice(2);
const suites = ["test", "peers"];

/** The counts of one suite. A file that fails outside its tests counts as one failure. */
function countsOf(suite) {
  let report;
  try {
    report = JSON.parse(readFileSync(join(folder, `${suite}.json`), "utf8"));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }; // it ended before it could report
  }
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.every((test) => test.status !== "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

const counts = new Map(suites.map((suite) => [suite, countsOf(suite)]));
// A step that fails without a failed test counts as one failure.
const otherFailures = failedSteps.filter((step) => (counts.get(step)?.failed ?? 0) === 0);
const sum = (key) => [...counts.values()].reduce((total, suite) => total + suite[key], 0);
const failed = sum("failed") + otherFailures.length;

for (const step of failedSteps) process.stdout.write(`failed: ${step}\n`);
process.stdout.write(`${sum("passed")} passed, ${failed} failed, ${sum("skipped")} skipped\n`);
process.exitCode = failed > 0 ? 1 : 0;
