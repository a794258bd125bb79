/** What the compiler options of a project say about the files that it gets. */
import { dirname, join, resolve } from "node:path";
import { parse } from "jsonc-parser";

/** Reads a text file; undefined if there is none. */
export type ReadText = (path: string) => Promise<string | undefined>;

/** The options of a `tsconfig.json` that matter, with those that it extends. */
export interface CompilerOptions {
  readonly module?: string;
  readonly moduleResolution?: string;
  readonly allowImportingTsExtensions?: boolean;
  readonly rewriteRelativeImportExtensions?: boolean;
  readonly lib?: readonly string[];
  readonly rootDir?: string;
}

export interface TypeScriptConfig {
  readonly options: CompilerOptions;
  /** Patterns of files, relative to the folder of the config. */
  readonly include: readonly string[];
}

interface ConfigText {
  readonly extends?: unknown;
  readonly references?: unknown;
  readonly include?: unknown;
  readonly files?: unknown;
  readonly compilerOptions?: CompilerOptions;
}

/** A chain of configs that extend each other ends here. */
const MAX_DEPTH = 8;

/**
 * Reads the `tsconfig.json` of a folder. Of one that only refers to others, as those of Vite do, the first that it refers
 * to is read. Undefined if there is none.
 */
export async function readTypeScriptConfig(folder: string, read: ReadText): Promise<TypeScriptConfig | undefined> {
  const path = join(folder, "tsconfig.json");
  const root = await configAt(path, read);
  if (root === undefined) return undefined;
  const [first] = Array.isArray(root.references) ? (root.references as readonly { readonly path?: unknown }[]) : [];
  const isSolution = Array.isArray(root.files) && root.files.length === 0 && typeof first?.path === "string";
  const used = isSolution ? await fileOf(resolve(folder, String(first.path)), read) : path;
  const found = used === undefined ? root : ((await configAt(used, read)) ?? root);
  return { options: await optionsOf(found, used ?? path, read), include: textsIn(found.include) };
}

async function fileOf(path: string, read: ReadText): Promise<string | undefined> {
  for (const candidate of [path, `${path}.json`, join(path, "tsconfig.json")])
    if (candidate.endsWith(".json") && (await read(candidate)) !== undefined) return candidate;
  return undefined;
}

async function configAt(path: string, read: ReadText): Promise<ConfigText | undefined> {
  const text = await read(path);
  const value: unknown = text === undefined ? undefined : parse(text, [], { allowTrailingComma: true });
  return typeof value === "object" && value !== null ? value : text === undefined ? undefined : {};
}

/** The options with those of the configs that it extends, if these are files beside it rather than packages. */
async function optionsOf(config: ConfigText, path: string, read: ReadText, depth = 0): Promise<CompilerOptions> {
  const options: CompilerOptions = {};
  for (const base of depth < MAX_DEPTH ? textsIn(config.extends) : []) {
    const file = base.startsWith(".") ? await fileOf(resolve(dirname(path), base), read) : undefined;
    const found = file === undefined ? undefined : await configAt(file, read);
    if (file !== undefined && found !== undefined)
      Object.assign(options, await optionsOf(found, file, read, depth + 1));
  }
  return Object.assign(options, config.compilerOptions);
}

function textsIn(value: unknown): readonly string[] {
  return [value].flat().filter((item): item is string => typeof item === "string");
}

/** The option `importExtension` that fits; undefined: the default, which every compiler resolves. */
export function importExtensionFor({ options }: TypeScriptConfig): "ts" | "none" | undefined {
  const [module = "", resolution = ""] = [options.module, options.moduleResolution].map((value) =>
    String(value).toLowerCase(),
  );
  const isNode = /^node(?:16|18|20|next)$/.test(resolution) || module.startsWith("node");
  if (options.rewriteRelativeImportExtensions === true) return "ts";
  if (isNode) return options.allowImportingTsExtensions === true ? "ts" : undefined;
  return resolution === "bundler" || module === "preserve" || /^node(?:10)?$/.test(resolution) ? "none" : undefined;
}

/** Whether `console` has a type: that of the DOM library, which is there if no libraries are named, or that of Node. */
export function knowsConsole(config: TypeScriptConfig | undefined, hasNodeTypes: boolean): boolean {
  const lib = config?.options.lib;
  return hasNodeTypes || !Array.isArray(lib) || lib.some((name) => /^dom$/i.test(String(name)));
}

/** The folder that source files lie in: `rootDir`, else the first folder that the config includes. */
export function sourceFolderOf({ options, include }: TypeScriptConfig): string | undefined {
  const [, folder] = /^(?:\.\/)?([\w-]+)\/?/.exec(options.rootDir ?? "") ?? [];
  const folders = include.flatMap((pattern) => /^(?:\.\/)?([\w-]+)(?:\/|$)/.exec(pattern)?.[1] ?? []);
  return folder ?? folders[0];
}
