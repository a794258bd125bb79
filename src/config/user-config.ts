import type { generateOptions, ValueOf } from "./options.js";

type Options = typeof generateOptions;

type ConfigName = { [K in keyof Options]: Options[K]["inConfig"] extends true ? K : never }[keyof Options];

/** The options of `generate` that may stand in the config file. */
export type ServiceOptions = { readonly [K in Exclude<ConfigName, "output">]?: ValueOf<Options[K]> };

/** One service: what describes it, and where its output goes. Relative paths start from the folder of the config file. */
export interface ServiceConfig extends ServiceOptions {
  /** Files, folders, globs, or URLs on allowed hosts. */
  readonly input: string | readonly string[];
  readonly output: string;
}

/** What a config file holds. */
export interface UserConfig {
  /** By a name of your choice, which messages use. */
  readonly services: Readonly<Record<string, ServiceConfig>>;
}

/**
 * The config as it is given; makes an editor complete it and check it.
 *
 * ```ts
 * export default defineConfig({ services: { people: { input: "schemas/people.xml", output: "src/people" } } });
 * ```
 */
export function defineConfig(config: UserConfig): UserConfig {
  return config;
}
