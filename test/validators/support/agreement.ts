/** Where the issues of a validator and the faults that the interpreter finds differ. */
import type { Fault, Path } from "../interpreter/fault.js";
import type { Issue } from "./generated.js";

/** One line for each path that only one of them has, and for each code of the interpreter's that the issues lack. */
export function differences(faults: readonly Fault[], issues: readonly Issue[]): readonly string[] {
  const wanted = new Set(faults.map(({ path }) => textOf(path)));
  const given = new Set(issues.map(({ path, code }) => `${textOf(path)} ${code}`));
  // What else is wrong with a value that must not be sent, or is of another type, does not matter.
  const loose = faults.filter(({ code, within }) => code === "read-only" || code === "type" || within === true);
  const isWithinOther = (path: Path): boolean => loose.some((one) => isBelow(path, one.path));
  return [
    ...faults
      .filter((fault) => !issues.some(({ path }) => isPlaceOf(path, fault)))
      .map(({ path, code }) => `not found: ${textOf(path)} ${code ?? ""}`),
    ...issues
      .filter(({ path }) => !wanted.has(textOf(path)) && !isWithinOther(path))
      .map(({ path, code }) => `no fault: ${textOf(path)} ${code}`),
    ...faults
      .filter(({ path, code }) => code !== undefined && !given.has(`${textOf(path)} ${code}`))
      .filter((fault) => issues.some(({ path }) => isPlaceOf(path, fault)))
      .map(({ path, code }) => `another code: ${textOf(path)} is ${code}`),
  ];
}

function isPlaceOf(path: Path, fault: Fault): boolean {
  return textOf(path) === textOf(fault.path) || (fault.within === true && isBelow(path, fault.path));
}

function isBelow(path: Path, above: Path): boolean {
  return above.length < path.length && above.every((name, index) => path[index] === name);
}

function textOf(path: Path): string {
  return JSON.stringify(path);
}
