import { createRequire } from "node:module";

const manifest = createRequire(import.meta.url)("../package.json") as { readonly version: string };

/** The version in package.json, which lies above `dist/` and `src/` alike. */
export const toolVersion = manifest.version;
