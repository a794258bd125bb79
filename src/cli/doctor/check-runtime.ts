/** Whether the project of an output folder has the runtime that the output imports, for `doctor` and `generate`. */
import { pathName } from "../../diagnostics/path-name.js";
import type { Report } from "../../diagnostics/report.js";
import { runtimePackage, runtimeRequired, runtimeState } from "../../installation/runtime-package.js";
import type { Check } from "./check.js";

/** `folder` is the absolute path of an output folder. */
export function checkRuntime(service: string, folder: string, cwd: string): readonly Check[] {
  const found = runtimeState(folder);
  if (found === undefined) return [];
  const about = { about: "runtime", service };
  if (found.state === "fits")
    return [{ ...about, state: "ok", message: `${runtimePackage} ${found.version ?? "is a dependency"}` }];
  const path = pathName(found.manifest, "", cwd);
  const problem =
    found.state === "undeclared"
      ? `"${path}" has no dependency ${runtimePackage}, which the output imports`
      : `the output does not run on ${runtimePackage} ${found.version}`;
  return [{ ...about, state: "warning", message: `${problem}; npm install ${runtimeRequired}` }];
}

/** Warns at the `package.json` of the project. */
export function reportRuntime(folder: string, cwd: string, report: Report): void {
  const found = runtimeState(folder);
  if (found === undefined || found.state === "fits") return;
  const path = pathName(found.manifest, "", cwd);
  const required = { path, name: runtimePackage, install: runtimeRequired };
  if (found.state === "undeclared") report.add("runtime-undeclared", { path }, required);
  else report.add("runtime-version", { path }, { ...required, version: found.version });
}
