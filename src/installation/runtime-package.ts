/** The package that output imports with `--runtime package`, as the project of the output folder has it. */
import { installedVersion, type Project, projectOf } from "./packages.js";
import { toolVersion } from "./package.js";

export const runtimePackage = "@odata-codegen/runtime";

export type RuntimeState =
  | { readonly state: "fits"; readonly version: string | undefined }
  /** `manifest` is the path of the `package.json` without the dependency. */
  | { readonly state: "undeclared"; readonly manifest: string }
  /** `version` is that of the installed package, or the range in `package.json` if it is not installed. */
  | { readonly state: "other-version"; readonly manifest: string; readonly version: string };

/** Undefined for an output folder in no project. The folder is absolute. */
export function runtimeState(folder: string): RuntimeState | undefined {
  const project = projectOf(folder);
  if (project === undefined) return undefined;
  const { manifest, dependencies } = project;
  if (!dependencies.has(runtimePackage)) return { state: "undeclared", manifest };
  const version = versionOf(project, folder);
  if (version === undefined || isRuntimeFor(toolVersion, version)) return { state: "fits", version };
  return { state: "other-version", manifest, version };
}

/** Ranges such as `workspace:*` or `>=1` do not name one version. */
function versionOf({ dependencies }: Project, folder: string): string | undefined {
  const range = dependencies.get(runtimePackage) ?? "";
  return installedVersion(runtimePackage, folder) ?? (/^[~^]?\d+\.\d+/.test(range) ? range : undefined);
}

/** Whether output of a version of the tool runs on that of the runtime. Before 1.0 the minor number has to be equal. */
export function isRuntimeFor(tool: string, runtime: string): boolean {
  const [[major, minor], [ownMajor, ownMinor]] = [numbersOf(runtime), numbersOf(tool)];
  return major === ownMajor && (major === 0 ? minor === ownMinor : minor >= ownMinor);
}

function numbersOf(version: string): readonly [major: number, minor: number] {
  const [, major, minor] = /^[~^]?(\d+)\.(\d+)/.exec(version) ?? [];
  return [Number(major), Number(minor)];
}

/** What a project installs, such as `@odata-codegen/runtime@^0.1.0`. */
export const runtimeRequired = `${runtimePackage}@^${toolVersion}`;
