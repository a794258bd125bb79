import { join } from "node:path";
import { pathName } from "../diagnostics/path-name.js";
import type { Report } from "../diagnostics/report.js";
import { lockFileName, updateLockFile } from "../kept/lock-file.js";
import type { LockedNames } from "../naming/locked-names.js";
import type { GenerateRequest } from "../up-to-date/generate-request.js";

export interface NamedRun {
  /** The service, if the config file names it. */
  readonly name: string | undefined;
  readonly request: GenerateRequest;
  readonly cwd: string;
  readonly check: boolean;
}

/** Keeps the names of a service in the lock file, or reports that it has others; undefined if it has these. */
export function namesToSettle(
  { name, request, cwd, check }: NamedRun,
  generated: { readonly names: LockedNames },
  report: Report,
): (() => Promise<void>) | undefined {
  if (name === undefined) return undefined;
  const { lockedNames, base = cwd } = request;
  const { names } = generated;
  if (JSON.stringify(names) === JSON.stringify(lockedNames)) return undefined;
  const path = pathName(join(base, lockFileName), "", cwd);
  return async () => {
    if (check) report.add("lock-file-outdated", { path }, { path, service: name });
    else await updateLockFile({ folder: base, cwd }, name, (kept) => ({ ...kept, names }), report);
  };
}
