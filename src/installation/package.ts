import { existsSync } from "node:fs";
import { createRequire } from "node:module";

/** The folder of package.json. This code runs from `src/`, `dist/` or `lib/` in it. */
export const packageRoot = nearestPackage(new URL(".", import.meta.url));

/** The version in package.json. */
export const toolVersion = (createRequire(packageRoot)("./package.json") as { readonly version: string }).version;

function nearestPackage(folder: URL): URL {
  return existsSync(new URL("package.json", folder)) ? folder : nearestPackage(new URL("../", folder));
}
