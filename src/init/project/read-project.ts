/** What lies in the folder of a project: the files that `init` adds to, and what decides how its files look. */
import { join } from "node:path";
import { parse } from "jsonc-parser";
import type { Io } from "../../sources/io.js";
import { decode } from "../../sources/decode.js";
import { type ReadText, readTypeScriptConfig, sourceFolderOf, type TypeScriptConfig } from "./tsconfig.js";

export interface Project {
  /** Absolute. */
  readonly folder: string;
  /** Texts of the files that `init` adds to, as they are. */
  readonly packageJson: string | undefined;
  readonly attributes: string | undefined;
  readonly typescript: TypeScriptConfig | undefined;
  /** Packages that `package.json` names, of all kinds of dependencies. */
  readonly packages: ReadonlySet<string>;
  /** The folder of sources, relative. */
  readonly sources: string;
}

/** Larger files are none that a person writes. */
const LIMIT = 1 << 20;

export async function readProject(io: Io): Promise<Project> {
  const folder = io.cwd;
  const read = readText(io);
  const packageJson = await read(join(folder, "package.json"));
  const typescript = await readTypeScriptConfig(folder, read);
  return {
    folder,
    packageJson,
    attributes: await read(join(folder, ".gitattributes")),
    typescript,
    packages: packagesIn(packageJson),
    sources: await sourcesOf(folder, typescript, io),
  };
}

/** Reads texts that a person writes; undefined for what is missing, or no text. */
export function readText(io: Io): ReadText {
  return async (path) => {
    if ((await io.stat(path))?.kind !== "file") return undefined;
    const decoded = decode(await io.readFile(path, LIMIT));
    return decoded.ok ? decoded.text : undefined;
  };
}

function packagesIn(packageJson: string | undefined): ReadonlySet<string> {
  const value = (packageJson === undefined ? {} : parse(packageJson)) as Record<string, unknown> | undefined;
  const kinds = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];
  return new Set(kinds.flatMap((kind) => Object.keys((value?.[kind] ?? {}) as object)));
}

async function sourcesOf(folder: string, typescript: TypeScriptConfig | undefined, io: Io): Promise<string> {
  if ((await io.stat(join(folder, "src")))?.kind === "folder" || typescript === undefined) return "src";
  const named = sourceFolderOf(typescript);
  return named !== undefined && (await io.stat(join(folder, named)))?.kind === "folder" ? named : "src";
}
