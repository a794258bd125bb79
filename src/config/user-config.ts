import type { generateOptions } from "./options/generate.js";
import type { ValueOf } from "./options/option.js";
import type { RemoteInput } from "../sources/remote/remote-input.js";
import type { SuppressionEntry } from "./suppressions.js";

type Options = typeof generateOptions;

type ConfigName = { [K in keyof Options]: Options[K]["inConfig"] extends true ? K : never }[keyof Options];

/** The options of `generate` that the config file may set for a service. */
export type ServiceOptions = { readonly [K in Exclude<ConfigName, "output">]?: ValueOf<Options[K]> };

/** The same as users write them: a list of one may be its only item. */
export type WrittenOptions = { readonly [K in keyof ServiceOptions]: OneOrList<ServiceOptions[K]> };

type OneOrList<T> = T extends readonly (infer Item)[] ? T | Item : T;

/** The inputs, output folder and options of a service. */
export interface ServiceConfig extends WrittenOptions {
  /** Files, folders and globs of CSDL or reference pages, and URLs that `fetch` keeps a copy of. */
  readonly input: string | RemoteInput | readonly (string | RemoteInput)[];
  readonly output: string;
  /** Findings of `audit` that are accepted, or the path of a suppression file that lists them. */
  readonly suppressions?: string | readonly SuppressionEntry[];
}

/** The content of a config file. Relative paths are resolved against its folder. */
export interface UserConfig {
  /** Options of all services that do not set them themselves. */
  readonly defaults?: WrittenOptions;
  /** Services by a name for messages. */
  readonly services: Readonly<Record<string, ServiceConfig>>;
}

/** What a config file exports: the config, a promise of it, or a function that returns either. */
export type ConfigExport = UserConfig | Promise<UserConfig> | (() => UserConfig | Promise<UserConfig>);

/**
 * Returns the config unchanged, so that editors complete and check it.
 *
 * ```ts
 * export default defineConfig({ services: { people: { input: "schemas/people.xml", output: "src/people" } } });
 * ```
 */
export function defineConfig(config: UserConfig): UserConfig;
export function defineConfig(config: Promise<UserConfig>): Promise<UserConfig>;
export function defineConfig(config: () => UserConfig | Promise<UserConfig>): () => UserConfig | Promise<UserConfig>;
export function defineConfig(config: ConfigExport): ConfigExport {
  return config;
}
