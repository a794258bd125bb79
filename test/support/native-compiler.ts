import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** The executable of TypeScript 7, without the Node process that its `bin` puts before it. */
export function nativeCompiler(): string {
  const wrapper = createRequire(require.resolve("typescript-7.0/package.json"));
  const name = `@typescript/typescript-${process.platform}-${process.arch}`;
  const file = process.platform === "win32" ? "tsc.exe" : "tsc";
  return join(dirname(wrapper.resolve(`${name}/package.json`)), "lib", file);
}
