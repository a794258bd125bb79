import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, extname, join, normalize, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { lilconfig } from "lilconfig";
import { pathName } from "../diagnostics/path-name.js";
import type { Sources } from "../diagnostics/position.js";
import { reasonOf } from "../diagnostics/reason-of.js";
import type { OptionPlaces, Report } from "../diagnostics/report.js";
import { decode } from "../sources/decode.js";
import { isUrl } from "../sources/find-inputs.js";
import type { RemoteInput } from "../sources/remote/remote-input.js";
import { checkedConfig, type CheckedService } from "./check-config.js";
import { checkOutputs } from "./check-outputs.js";
import { type ConfigValue, jsonValue, placeAt, programValue } from "./config-value.js";
import { optionPlacesOf } from "./option-places.js";
import type { ServiceOptions } from "./user-config.js";

/** A service of a config file. */
export interface ConfiguredService {
  readonly name: string;
  /** As in the config file, of remote ones the URL; relative ones are resolved against its folder. */
  readonly inputs: readonly string[];
  /** The URLs among them. */
  readonly remotes: readonly RemoteInput[];
  /** Absolute. */
  readonly output: string;
  readonly options: ServiceOptions;
  readonly optionPlaces: OptionPlaces;
  readonly suppressions?: CheckedService["suppressions"];
}

export interface LoadedConfig {
  /** Absolute. */
  readonly path: string;
  /** The folder of the file. */
  readonly folder: string;
  readonly services: readonly ConfiguredService[];
}

const configNames = ["ts", "mjs", "js", "json"].map((extension) => `odata-codegen.config.${extension}`);

type Content = { readonly text: string } | { readonly program: unknown };

/**
 * Loads the config file at the path `named`, or the one in the working folder. Undefined if there is none, with an
 * error if it was named, and undefined with errors if it is not valid. A JSON file is added to the sources. With a set
 * of `files`, modules are loaded anew, and the paths of the config file and of the modules it imports are added to it.
 */
export async function loadConfig(
  cwd: string,
  named: string | undefined,
  sources: Sources,
  report: Report,
  files?: Set<string>,
): Promise<LoadedConfig | undefined> {
  const path = await configPath(cwd, named, report);
  if (path === undefined) return undefined;
  const name = pathName(path, named ?? "", cwd);
  if (!existsSync(path)) {
    report.add("config-not-found", { path: name }, { path: name });
    return undefined;
  }
  const content = await contentOf({ path, name, files }, report);
  if (content === undefined) return undefined;
  const value =
    "text" in content ? jsonValue(sources.add(name, content.text), report) : programValue(content.program, name);
  return value === undefined ? undefined : configOf(value, path, { report, sources });
}

/** The absolute path of the config file, which may not exist if it is `named`. Undefined if there is none in the folder. */
export async function configPath(cwd: string, named: string | undefined, report: Report): Promise<string | undefined> {
  return named === undefined ? foundConfig(cwd, report) : resolve(cwd, named);
}

/** The config file in the folder, not in those above it. */
async function foundConfig(cwd: string, report: Report): Promise<string | undefined> {
  const options = { searchPlaces: configNames, stopDir: cwd, loaders: finders, ignoreEmptySearchPlaces: false };
  try {
    return (await lilconfig("odata-codegen", options).search(cwd))?.filepath;
  } catch (failure) {
    // lilconfig reads the file that it finds, and its error may lack the path.
    const name = configNames.find((name) => existsSync(join(cwd, name))) ?? ".";
    report.add("config-unreadable", { path: name }, { path: name, reason: reasonOf(failure) });
    return undefined;
  }
}

/** Loaders that return the path: a file that is found is loaded later, like one that is named. */
const finders = Object.fromEntries(
  [".ts", ".mjs", ".js", ".json"].map((extension) => [extension, (path: string) => path]),
);

const loaders: Readonly<Record<string, (path: string, files: Set<string> | undefined) => Promise<Content>>> = {
  ".json": readJson,
  ".mjs": importConfig,
  ".js": importConfig,
  ".ts": importTypeScript,
};

async function readJson(path: string): Promise<Content> {
  const decoded = decode(await readFile(path));
  if (!decoded.ok) throw new Error(`the byte at offset ${decoded.offset} is not valid ${decoded.encoding} text`);
  return { text: decoded.text };
}

async function importConfig(path: string, files: Set<string> | undefined): Promise<Content> {
  if (files !== undefined) return importFresh(path, files);
  const loaded = (await import(pathToFileURL(path).href)) as { readonly default?: unknown }; // a module may lack a default export
  return { program: await resultOf(loaded.default) };
}

/** jiti takes tens of milliseconds to load, so only a TypeScript config imports it. */
async function importTypeScript(path: string, files: Set<string> | undefined): Promise<Content> {
  if (files !== undefined) return importFresh(path, files);
  const { createJiti } = await import("jiti");
  const jiti = createJiti(import.meta.url, { fsCache: false, moduleCache: false });
  return { program: await resultOf(await jiti.import(path, { default: true })) };
}

/** What a module exports, or what its function returns. */
function resultOf(exported: unknown): unknown {
  return typeof exported === "function" ? (exported as () => unknown)() : exported;
}

async function importFresh(path: string, files: Set<string>): Promise<Content> {
  const { freshModule } = await import("./fresh-module.js");
  return { program: await resultOf(await freshModule(path, files)) };
}

interface ConfigFile {
  readonly path: string;
  readonly name: string;
  readonly files: Set<string> | undefined;
}

async function contentOf({ path, name, files }: ConfigFile, report: Report): Promise<Content | undefined> {
  files?.add(path);
  const load = loaders[extname(path)];
  try {
    if (load !== undefined) return await load(path, files);
    report.add(
      "config-unreadable",
      { path: name },
      { path: name, reason: "its name ends in none of .ts, .mjs, .js and .json" },
    );
  } catch (failure) {
    report.add("config-unreadable", { path: name }, { path: name, reason: reasonOf(failure) });
  }
  return undefined;
}

function configOf(
  value: ConfigValue,
  path: string,
  { report, sources }: { readonly report: Report; readonly sources: Sources },
): LoadedConfig | undefined {
  const folder = dirname(path);
  const { services } = checkedConfig(value, report);
  const configured = Object.entries(services).map(([name, service]) => ({
    ...serviceOf(name, service, folder),
    optionPlaces: optionPlacesOf(value, name, sources),
  }));
  checkOutputs(value, configured, folder, report);
  reportSharedFiles(value, configured, report);
  return report.failed ? undefined : { path, folder, services: configured };
}

/** Reports a file that is to keep copies of two URLs. */
function reportSharedFiles(value: ConfigValue, services: readonly ConfiguredService[], report: Report): void {
  const urls = new Map<string, string>();
  for (const { name, remotes } of services) {
    for (const { url, file } of remotes) {
      if (file === undefined) continue;
      const other = urls.get(normalize(file)) ?? url;
      urls.set(normalize(file), other);
      if (other !== url)
        report.add("config-file-shared", placeAt(value, ["services", name, "input"]), { file, url, other });
    }
  }
}

function serviceOf(
  name: string,
  { input, output, suppressions, ...options }: CheckedService,
  folder: string,
): Omit<ConfiguredService, "optionPlaces"> {
  const inputs = [input].flat();
  return {
    name,
    inputs: inputs.map((one) => (typeof one === "string" ? one : one.url)),
    remotes: inputs.flatMap((one) => (typeof one !== "string" ? one : isUrl(one) ? { url: one } : [])),
    output: resolve(folder, output),
    options,
    ...(suppressions !== undefined && { suppressions }),
  };
}
