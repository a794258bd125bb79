import { resolve } from "node:path";
import { decode } from "./decode.js";
import type { Io } from "./io.js";
import { sizeLimit } from "./limited-bytes.js";

/** A module of TypeScript that a user wrote. */
export interface UserModule {
  /** Relative to the folder of the search, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Reads modules of TypeScript by relative path, which may end as an import does. Those that are not there are left out. */
export async function loadModules(paths: readonly string[], folder: string, io: Io): Promise<readonly UserModule[]> {
  const found = await Promise.all([...new Set(paths)].map((path) => firstOf(filesFor(path), folder, io)));
  return found.flatMap((module) => module ?? []);
}

/** The files that an import of the path may mean. */
function filesFor(path: string): readonly string[] {
  const [, base = path, letter = ""] = /^(.*)\.([cm]?)js$/.exec(path) ?? [];
  return [path, `${base}.${letter}ts`, `${base}.d.${letter}ts`, `${base}.tsx`, `${base}/index.ts`];
}

async function firstOf(paths: readonly string[], folder: string, io: Io): Promise<UserModule | undefined> {
  for (const path of paths) {
    const file = resolve(folder, path);
    if (!/\.[cm]?tsx?$/.test(path) || (await io.stat(file))?.kind !== "file") continue;
    const decoded = decode(await io.readFile(file, sizeLimit));
    if (decoded.ok) return { path, text: decoded.text };
  }
  return undefined;
}
