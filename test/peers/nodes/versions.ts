import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** The program of a version of Node that a package brings. */
function nodeOf(name: string): string {
  const manifest = require.resolve(`${name}/package.json`);
  const { bin } = require(manifest) as { readonly bin: { readonly node: string } };
  return join(dirname(manifest), bin.node);
}

/** The versions of Node that the tool runs on: how each begins, and its program. */
export const nodes = [
  [process.version, process.execPath],
  ["v22", nodeOf("node-22")],
  ["v24", nodeOf("node-24")],
] as const;
