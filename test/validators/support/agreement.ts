/** Where the issues of a validator and the faults that the interpreter finds differ. */
import type { Fault, Path } from "../interpreter/fault.js";
import type { Issue } from "./generated.js";

/** One line for each path that only one of them has, and for each code of the interpreter's that the issues lack. */
export function differences(faults: readonly Fault[], issues: readonly Issue[]): readonly string[] {
  const wanted = new Set(faults.map(({ path }) => textOf(path)));
  const got = new Set(issues.map(({ path }) => textOf(path)));
  const refused = faults.flatMap(({ path, code }) => (code === "read-only" ? [path] : []));
  // What else is wrong with a value that must not be sent does not matter.
  const isWithinRefused = (path: Path): boolean =>
    refused.some((above) => above.length < path.length && above.every((name, index) => path[index] === name));
  const given = new Set(issues.map(({ path, code }) => `${textOf(path)} ${code}`));
  return [
    ...faults
      .filter(({ path }) => !got.has(textOf(path)))
      .map((one) => `not found: ${textOf(one.path)} ${one.code ?? ""}`),
    ...issues
      .filter(({ path }) => !wanted.has(textOf(path)) && !isWithinRefused(path))
      .map((one) => `no fault: ${textOf(one.path)} ${one.code}`),
    ...faults
      .filter(({ path, code }) => got.has(textOf(path)) && code !== undefined && !given.has(`${textOf(path)} ${code}`))
      .map(({ path, code }) => `another code: ${textOf(path)} is ${code}`),
  ];
}

function textOf(path: readonly (string | number)[]): string {
  return JSON.stringify(path);
}
