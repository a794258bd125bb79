import { realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
import { pathName } from "../diagnostics/path-name.js";
import type { Report } from "../diagnostics/report.js";
import { type ConfigValue, placeAt } from "./config-value.js";

/** A service with its absolute output folder. */
interface Service {
  readonly name: string;
  readonly output: string;
}

/** Reports output folders that two services share, or that lie inside of each other, by their real paths. */
export function checkOutputs(value: ConfigValue, services: readonly Service[], folder: string, report: Report): void {
  const real = services.map((service) => ({ ...service, path: realPathOf(service.output) }));
  for (const [i, { name, output, path }] of real.entries()) {
    const place = placeAt(value, ["services", name, "output"]);
    const given = { service: name, output: pathName(output, "", folder) };
    for (const other of real.slice(0, i)) {
      const outer = pathName(other.output, "", folder);
      if (other.path === path) report.add("config-output-shared", place, { ...given, other: other.name });
      else if (isInside(path, other.path))
        report.add("config-output-nested", place, { inner: given.output, outer, service: name, other: other.name });
      else if (isInside(other.path, path))
        report.add("config-output-nested", place, {
          inner: outer,
          outer: given.output,
          service: other.name,
          other: name,
        });
    }
  }
}

/** The path with links resolved, as far as it exists. Names are as on the disk, also where letter case does not matter. */
function realPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path === dirname(path) ? path : join(realPathOf(dirname(path)), basename(path));
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
