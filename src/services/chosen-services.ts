import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { nearest } from "../diagnostics/near.js";
import type { Place, Report } from "../diagnostics/report.js";
import type { Service } from "./read-services.js";

/** How a command takes inputs in the place of names of services. */
interface InputWay {
  /** What to do for that, e.g. `add --output <folder>`. */
  readonly toDo: string;
  readonly cwd: string;
}

/**
 * The services of the config file with these names, in the order of the file; without names all. Reports names of none
 * at the place where they were given. `inputs` is for a command that takes inputs, too.
 */
export function chosenServices(
  services: readonly Service[],
  names: readonly string[],
  { report, place }: { readonly report: Report; readonly place: Place },
  inputs?: InputWay,
): readonly Service[] {
  if (names.length === 0) return services;
  const known = services.flatMap(({ name }) => name ?? []);
  for (const name of new Set(names)) {
    if (known.includes(name)) continue;
    const isInput = inputs !== undefined && canOnlyBeInput(name, inputs.cwd);
    const given = { service: name, services: known, near: nearest(name, known), isInput, toDo: inputs?.toDo };
    report.add("usage-unknown-service", place, given);
  }
  return services.filter(({ name }) => name !== undefined && names.includes(name));
}

function canOnlyBeInput(name: string, cwd: string): boolean {
  return name === "-" || /^https?:\/\/|[*?{]/i.test(name) || existsSync(resolve(cwd, name));
}
