import { createRequire } from "node:module";
import { packageRoot } from "./package-root.js";

const manifest = createRequire(packageRoot)("./package.json") as { readonly version: string };

/** The version in package.json. */
export const toolVersion = manifest.version;
