import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The folder of package.json. This code runs from `src/`, `dist/` or `lib/` in it. */
export const packageRoot = nearestPackage(new URL(".", import.meta.url));

const own = createRequire(packageRoot)("./package.json") as {
  readonly version: string;
  readonly engines: { readonly node: string };
};

/** The version in package.json. */
export const toolVersion = own.version;

/**
 * The version with a hash of the program, which `npm run build` writes: builds of one version may write something else.
 * The version alone where nothing is built.
 */
export function toolBuild(root: URL = packageRoot): string {
  const path = new URL("lib/build.txt", root);
  return existsSync(path) ? `${toolVersion}+${readFileSync(path, "utf8").trim()}` : toolVersion;
}

/** The versions of Node that the tool runs on, as npm writes ranges. */
export const engineRange = own.engines.node;

function nearestPackage(folder: URL): URL {
  return existsSync(new URL("package.json", folder)) ? folder : nearestPackage(new URL("../", folder));
}
