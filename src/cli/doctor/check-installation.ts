/** Checks what the tool runs with: Node, and the packages that it or its output needs. */
import { createRequire } from "node:module";
import { engineRange, packageRoot } from "../../installation/package.js";
import { installedVersion } from "../../installation/packages.js";
import type { Check } from "./check.js";
import { compareVersions, isInRange } from "./versions.js";

/** The oldest version that the output is compiled with in tests. */
const OLDEST_TYPESCRIPT = "5.9.0";

export function checkNode(version: string): Check {
  const isSupported = isInRange(version, engineRange);
  return {
    about: "node",
    state: isSupported ? "ok" : "error",
    message: `Node ${version.replace(/^v/, "")}${isSupported ? "" : ` is not supported; install a version in ${engineRange}`}`,
  };
}

/** Checks the TypeScript of the project in a folder. */
export function checkTypeScript(cwd: string): Check {
  const version = installedVersion("typescript", cwd);
  const about = "typescript";
  if (version === undefined) {
    const message =
      "TypeScript is not installed in this project; npm install --save-dev typescript to compile the output";
    return { about, state: "warning", message };
  }
  if (compareVersions(version, OLDEST_TYPESCRIPT) >= 0) return { about, state: "ok", message: `TypeScript ${version}` };
  const message = `TypeScript ${version} may not compile the output, which is tested with 5.9 and later; update it`;
  return { about, state: "warning", message };
}

/** Checks the package that writes JavaScript, of which the tool can do without. */
export function checkTransformer(service: string): Check {
  const about = "oxc-transform";
  try {
    createRequire(packageRoot).resolve(about);
    return { about, service, state: "ok", message: "oxc-transform is installed" };
  } catch {
    const message =
      'oxc-transform, which "emitFormat": "js" needs, is not installed; npm install --save-dev oxc-transform';
    return { about, service, state: "error", message };
  }
}

/** The zod whose functions the output calls. */
const OLDEST_ZOD = "4.0.0";

/** Checks the package that the artifact `zod` imports. `folder` is that of the output. */
export function checkZod(service: string, folder: string): Check {
  const about = { about: "zod", service };
  const version = installedVersion("zod", folder);
  if (version !== undefined && compareVersions(version, OLDEST_ZOD) >= 0)
    return { ...about, state: "ok", message: `zod ${version}` };
  const problem = version === undefined ? "zod is not installed" : `the output does not run on zod ${version}`;
  return { ...about, state: "error", message: `${problem}, and "emit": "zod" needs it; npm install zod@4` };
}
