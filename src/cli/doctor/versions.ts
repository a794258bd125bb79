/** Versions as npm writes them in `engines`: `^20.19.0 || >=22.12.0`. */

/** Whether a version is in a range of parts `^a.b.c` and `>=a.b.c`, joined by `||`. */
export function isInRange(version: string, range: string): boolean {
  return range.split("||").some((part) => {
    const [, operator, least] = /^\s*(\^|>=)(\d+\.\d+\.\d+)\s*$/.exec(part) ?? [];
    if (least === undefined) throw new RangeError(`"${range}" has a part of another form`);
    const isNewEnough = compareVersions(version, least) >= 0;
    return isNewEnough && (operator === ">=" || numbersOf(version)[0] === numbersOf(least)[0]);
  });
}

/** Negative if the first version is older. What follows the three numbers does not count. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  const index = left.findIndex((number, i) => number !== right[i]);
  return index < 0 ? 0 : (left[index] ?? 0) - (right[index] ?? 0);
}

function numbersOf(version: string): readonly number[] {
  const [, ...numbers] = /^v?(\d+)\.(\d+)\.(\d+)/.exec(version) ?? [];
  return numbers.map(Number);
}
