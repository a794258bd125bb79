import type { EntryForm } from "./entry-forms.js";

/** One option: the command line parses it, the config file is checked against it, and the help lists it. */
export type Option = {
  /** One sentence for the help, without the default. */
  readonly help: string;
  /** A short flag of one letter. */
  readonly alias?: string;
  /** A noun for the value, used in messages: `--output takes a folder`. */
  readonly value?: string;
  /** Of an option of `generate`: whether a service of the config file may set it. */
  readonly inConfig?: boolean;
} & (
  | { readonly type: "flag"; readonly default: false }
  | { readonly type: "text"; readonly default?: string }
  /** A whole number from 0, or from another one on. */
  | { readonly type: "count"; readonly from?: number }
  | { readonly type: "choice"; readonly choices: readonly string[]; readonly default?: string }
  /** On the command line, values separated by commas or the flag repeated; with `whole` a value may hold commas. */
  | {
      readonly type: "list";
      readonly whole?: true;
      readonly choices?: readonly string[];
      readonly default: readonly string[];
    }
  /** On the command line `key=text`, repeated for several. */
  | { readonly type: "map"; readonly entries: EntryForm; readonly default: Readonly<Record<string, string>> }
);

/** Options by name. */
export type OptionTable = Readonly<Record<string, Option>>;

/** The type of an option's value. */
export type ValueOf<O extends Option> = O extends { readonly type: "flag" }
  ? boolean
  : O extends { readonly type: "count" }
    ? number
    : O extends { readonly type: "map" }
      ? Readonly<Record<string, string>>
      : O extends { readonly type: "list" }
        ? readonly ChoiceOf<O>[]
        : ChoiceOf<O>;

type ChoiceOf<O> = O extends { readonly choices: readonly (infer Choice)[] } ? Choice : string;

/** Options as the user gave them, without defaults. */
export type GivenOptions<T extends OptionTable> = { readonly [K in keyof T]?: ValueOf<T[K]> };

type WithDefault<T extends OptionTable> = {
  [K in keyof T]: T[K] extends { readonly default: unknown } ? K : never;
}[keyof T];

/** Options with their defaults; only those that have none may be missing. */
export type ResolvedOptions<T extends OptionTable> = { readonly [K in WithDefault<T>]: ValueOf<T[K]> } & {
  readonly [K in Exclude<keyof T, WithDefault<T>>]?: ValueOf<T[K]>;
};

/** Adds the defaults of a table to given options. A value of undefined counts as not given. */
export function withDefaults<T extends OptionTable>(
  table: T,
  given: { readonly [K in keyof T]?: ValueOf<T[K]> | undefined },
): ResolvedOptions<T> {
  const options: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(table)) {
    const value = given[name] ?? ("default" in option ? option.default : undefined);
    if (value !== undefined) options[name] = value;
  }
  return options as ResolvedOptions<T>; // the loop covers every name of the table
}

/** The flag of an option on the command line: `importExtension` is `--import-extension`. */
export function flagOf(name: string): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
