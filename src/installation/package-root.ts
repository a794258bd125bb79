import { existsSync } from "node:fs";

/** The folder of package.json, in which `src/`, `dist/` and `lib/` lie: this code runs from one of these. */
export const packageRoot = nearestPackage(new URL(".", import.meta.url));

function nearestPackage(folder: URL): URL {
  return existsSync(new URL("package.json", folder)) ? folder : nearestPackage(new URL("../", folder));
}
