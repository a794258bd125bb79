/** What one option is: enough for the command line to parse it, the config file to check it, and the documentation to list it. */
export type Option = {
  /** One sentence, without its default. */
  readonly help: string;
  /** The one-letter flag. */
  readonly alias?: string;
  /** What stands for the value in help texts: `--output <folder>`. */
  readonly value?: string;
  /** Whether it may stand in the config file, for each service; else it belongs to the command line alone. */
  readonly inConfig: boolean;
} & (
  | { readonly type: "flag"; readonly default: false }
  | { readonly type: "text"; readonly default?: string }
  | { readonly type: "count" }
  | { readonly type: "choice"; readonly choices: readonly string[]; readonly default?: string }
  /** Values separated by commas, or the flag repeated; with `whole`, only repeated, since values may have commas. */
  | {
      readonly type: "list";
      readonly whole?: true;
      readonly choices?: readonly string[];
      readonly default: readonly string[];
    }
);

/** The options of `generate`. */
export const generateOptions = {
  output: {
    type: "text",
    alias: "o",
    value: "folder",
    inConfig: true,
    help: "The folder to write to; files of others in it are left alone.",
  },
  emit: {
    type: "list",
    value: "artifact,…",
    choices: ["types", "validators", "client", "operations", "examples"],
    default: ["types", "validators", "client"],
    inConfig: true,
    help: "What to generate.",
  },
  include: {
    type: "list",
    whole: true,
    value: "pattern",
    default: [],
    inConfig: true,
    help: "What to generate of the service, with all that it needs: paths (/users/**), names (microsoft.graph.call*), methods (#POST).",
  },
  exclude: {
    type: "list",
    whole: true,
    value: "pattern",
    default: [],
    inConfig: true,
    help: "What to leave out of that, by the same patterns.",
  },
  check: {
    type: "flag",
    default: false,
    inConfig: false,
    help: "Write nothing; exit with 1 when the output folder is not what a run would write.",
  },
  verify: {
    type: "flag",
    default: false,
    inConfig: true,
    help: "Type-check what would be written, and write it only if it compiles.",
  },
  emitFormat: {
    type: "choice",
    choices: ["ts", "js"],
    default: "ts",
    inConfig: true,
    help: "TypeScript, or JavaScript with declarations, which costs compilers least; js needs the package oxc-transform.",
  },
  runtime: {
    type: "choice",
    choices: ["inline", "package"],
    default: "inline",
    inConfig: true,
    help: "Whether the run-time code is written beside the output or imported from odata-codegen/runtime.",
  },
  importExtension: {
    type: "choice",
    choices: ["js", "ts", "none"],
    default: "js",
    inConfig: true,
    help: "How relative imports in the output end.",
  },
  namespace: {
    type: "text",
    value: "namespace",
    inConfig: true,
    help: "The namespace that is exported flat; unless given, that of the container if it declares a type, else the one with most types.",
  },
  nonNull: {
    type: "choice",
    choices: ["present", "notNull"],
    inConfig: true,
    help:
      'Whether Nullable="false" says that a value is present when read, or only that it is not null; ' +
      "unless given, notNull when the container is in microsoft.graph, else present.",
  },
  allowRemote: {
    type: "list",
    value: "host,…",
    default: [],
    inConfig: true,
    help: "The hosts that URLs among the inputs may be fetched from, with their port if it is not the usual one.",
  },
} as const satisfies Record<string, Option>;

/** The options of `convert`. */
export const convertOptions = {
  to: {
    type: "choice",
    choices: ["csdl-json", "csdl-xml"],
    default: "csdl-json",
    inConfig: false,
    help: "The notation to print.",
  },
  output: {
    type: "text",
    alias: "o",
    value: "file",
    inConfig: false,
    help: "The file to write; unless given, the document goes to the standard output.",
  },
  allowRemote: generateOptions.allowRemote,
} as const satisfies Record<string, Option>;

/** The options of `explain`. */
export const explainOptions = {
  allowRemote: generateOptions.allowRemote,
} as const satisfies Record<string, Option>;

/** The options of `audit`. */
export const auditOptions = {
  report: {
    type: "choice",
    choices: ["text", "json", "markdown"],
    inConfig: false,
    help: "How findings are printed: for people, for tools, or for a pull request; unless given, as --format says.",
  },
  output: {
    type: "text",
    alias: "o",
    value: "file",
    inConfig: false,
    help: "The file to write; unless given, the findings go to the standard output.",
  },
  causes: {
    type: "list",
    value: "cause,…",
    default: [],
    inConfig: false,
    help: "Only findings of these causes; * stands for any characters (type-*).",
  },
  suppressions: {
    type: "text",
    value: "file",
    inConfig: false,
    help: "A JSON file that names the findings that are known; they are counted and not printed.",
  },
  updateSuppressions: {
    type: "flag",
    default: false,
    inConfig: false,
    help: "Write all findings of this run into that file; reasons in it are kept, and entries that fit nothing go.",
  },
  allowRemote: generateOptions.allowRemote,
} as const satisfies Record<string, Option>;

/** The options of `permissions`. */
export const permissionsOptions = {
  from: {
    type: "list",
    whole: true,
    value: "operations.json",
    default: [],
    inConfig: false,
    help: "A file that the artifact operations wrote; may be repeated.",
  },
  in: {
    type: "list",
    whole: true,
    value: "input",
    default: [],
    inConfig: false,
    help: "A file, folder, glob or URL to read; may be repeated.",
  },
  allowRemote: generateOptions.allowRemote,
} as const satisfies Record<string, Option>;

/** The options of every command. */
export const commonOptions = {
  config: {
    type: "text",
    alias: "c",
    value: "file",
    inConfig: false,
    help: "The config file; unless given, odata-codegen.config.ts, .mjs, .js or .json in the working folder.",
  },
  format: {
    type: "choice",
    choices: ["text", "json"],
    default: "text",
    inConfig: false,
    help: "How diagnostics are printed, and the results of permissions.",
  },
  quiet: {
    type: "flag",
    default: false,
    inConfig: false,
    help: "Print errors alone, no warnings and notices.",
  },
  maxWarnings: {
    type: "count",
    value: "number",
    inConfig: false,
    help: "Exit with 1 when there are more warnings than this; audit counts its findings.",
  },
} as const satisfies Record<string, Option>;

/** The value an option takes. */
export type ValueOf<O extends Option> = O extends { readonly type: "flag" }
  ? boolean
  : O extends { readonly type: "count" }
    ? number
    : O extends { readonly type: "list" }
      ? readonly ChoiceOf<O>[]
      : ChoiceOf<O>;

type ChoiceOf<O> = O extends { readonly choices: readonly (infer Choice)[] } ? Choice : string;

type Table = Readonly<Record<string, Option>>;

type WithDefault<T extends Table> = { [K in keyof T]: T[K] extends { readonly default: unknown } ? K : never }[keyof T];

/** Options as the tool works with them: those with a default are there. */
export type ResolvedOptions<T extends Table> = { readonly [K in WithDefault<T>]: ValueOf<T[K]> } & {
  readonly [K in Exclude<keyof T, WithDefault<T>>]?: ValueOf<T[K]>;
};

export type GenerateOptions = ResolvedOptions<typeof generateOptions>;
export type CommonOptions = ResolvedOptions<typeof commonOptions>;

/** Adds the defaults of a table to the options that are given; one that is undefined counts as not given. */
export function withDefaults<T extends Table>(
  table: T,
  given: { readonly [K in keyof T]?: ValueOf<T[K]> | undefined },
): ResolvedOptions<T> {
  const options: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(table)) {
    const value = given[name] ?? ("default" in option ? option.default : undefined);
    if (value !== undefined) options[name] = value;
  }
  return options as ResolvedOptions<T>; // filled by the very table that the type is made of
}

/** The flag of an option on the command line: `importExtension` is `--import-extension`. */
export function flagOf(name: string): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
