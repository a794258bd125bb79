/** What the project around a folder has of packages: which are installed, and which its `package.json` depends on. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The version of a package in the nearest `node_modules` that has it. `folder` is absolute. */
export function installedVersion(name: string, folder: string): string | undefined {
  for (const above of foldersFrom(folder)) {
    const { version } = manifestAt(join(above, "node_modules", name, "package.json")) ?? {};
    if (typeof version === "string") return version;
  }
  return undefined;
}

export interface Project {
  /** The path of the nearest `package.json`. */
  readonly manifest: string;
  /** The range of the version of each package that it depends on in any way. */
  readonly dependencies: ReadonlyMap<string, string>;
}

/** The project that a folder is in. Undefined if there is none, or if its `package.json` is no JSON object. */
export function projectOf(folder: string): Project | undefined {
  const manifest = foldersFrom(folder)
    .map((above) => join(above, "package.json"))
    .find((path) => existsSync(path));
  const content = manifest === undefined ? undefined : manifestAt(manifest);
  if (manifest === undefined || content === undefined) return undefined;
  const kinds = ["devDependencies", "optionalDependencies", "peerDependencies", "dependencies"];
  const ranges = kinds.flatMap((kind) => Object.entries(recordOf(content[kind]) ?? {}));
  return { manifest, dependencies: new Map(ranges.map(([name, range]) => [name, String(range)])) };
}

function foldersFrom(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersFrom(above)];
}

function manifestAt(path: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return recordOf(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return undefined; // not there, not readable or not JSON
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
}
