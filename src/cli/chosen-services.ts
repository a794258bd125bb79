import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { nearest } from "../diagnostics/near.js";
import type { Report } from "../diagnostics/report.js";
import { commandLine } from "./option-values.js";
import type { Service } from "./services.js";

/** The services of the config file with these names, in the order of the file; without names all. Reports names of none. */
export function chosenServices(
  services: readonly Service[],
  names: readonly string[],
  cwd: string,
  report: Report,
): readonly Service[] {
  if (names.length === 0) return services;
  const known = services.flatMap(({ name }) => name ?? []);
  for (const name of new Set(names)) {
    if (known.includes(name)) continue;
    const given = { service: name, services: known, near: nearest(name, known), isInput: isInput(name, cwd) };
    report.add("usage-unknown-service", commandLine, given);
  }
  return services.filter(({ name }) => name !== undefined && names.includes(name));
}

/** Whether a name can only be meant as an input. */
function isInput(name: string, cwd: string): boolean {
  return name === "-" || /^https?:\/\/|[*?{]/i.test(name) || existsSync(resolve(cwd, name));
}
