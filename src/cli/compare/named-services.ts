import { nearest } from "../../diagnostics/near.js";
import type { Report } from "../../diagnostics/report.js";
import { commandLine } from "../option-values.js";
import type { Service } from "../services.js";

/** The services with the names, in the order of the config file; all of them without a name. Reports other names. */
export function namedServices(
  services: readonly Service[],
  names: readonly string[],
  report: Report,
): readonly Service[] {
  if (names.length === 0) return services;
  const known = services.flatMap(({ name }) => name ?? []);
  for (const name of new Set(names))
    if (!known.includes(name))
      report.add("usage-no-service", commandLine, { service: name, services: known, near: nearest(name, known) });
  return services.filter(({ name }) => name !== undefined && names.includes(name));
}
