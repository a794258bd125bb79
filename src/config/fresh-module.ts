import { createRequire } from "node:module";
import { sep } from "node:path";
import { defineConfig } from "./user-config.js";

/** The modules of jiti, and those of `require`, by path. */
const { cache } = createRequire(import.meta.url);

/**
 * Loads the default export of a module anew, and with it every module that it imports outside of `node_modules`: the
 * cache of `import` cannot be emptied, that of `require` can. The paths of these modules are added to `files`.
 */
export async function freshModule(path: string, files: Set<string>): Promise<unknown> {
  const { createJiti } = await import("jiti");
  // jiti would transpile the whole library for this one function, which takes seconds.
  const jiti = createJiti(import.meta.url, { fsCache: false, virtualModules: { "odata-codegen": { defineConfig } } });
  const before = new Set(Object.keys(cache));
  try {
    return (jiti(path) as { readonly default?: unknown }).default;
  } catch (failure) {
    if (!isTopLevelAwait(failure)) throw failure;
    return await jiti.import(path, { default: true }); // modules that this one imports are not loaded anew
  } finally {
    for (const name of Object.keys(cache).filter((name) => !before.has(name))) {
      if (name.includes(`${sep}node_modules${sep}`)) continue;
      files.add(name);
      delete cache[name];
    }
  }
}

/** A module with top-level await cannot be evaluated like one of CommonJS. */
function isTopLevelAwait(failure: unknown): boolean {
  return failure instanceof Error && failure.message.startsWith("await is only valid");
}
