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
  /** A whole number from 0. */
  | { readonly type: "count" }
  | { readonly type: "choice"; readonly choices: readonly string[]; readonly default?: string }
  /** On the command line, values separated by commas or the flag repeated; with `whole` a value may hold commas. */
  | {
      readonly type: "list";
      readonly whole?: true;
      readonly choices?: readonly string[];
      readonly default: readonly string[];
    }
);

/** Options by name. */
export type OptionTable = Readonly<Record<string, Option>>;

/** The options of `generate`. */
export const generateOptions = {
  output: {
    type: "text",
    alias: "o",
    value: "folder",
    inConfig: true,
    help: "Folder to write to. Files in it that were not generated stay as they are.",
  },
  emit: {
    type: "list",
    choices: ["types", "validators", "client", "operations", "examples"],
    default: ["types", "validators", "client"],
    inConfig: true,
    help: "What to generate, separated by commas.",
  },
  include: {
    type: "list",
    whole: true,
    value: "pattern",
    default: [],
    inConfig: true,
    help: "Generate only this part of the service and everything it refers to: a path (/users/**), a name (microsoft.graph.call*) or a method (#POST). Repeatable.",
  },
  exclude: {
    type: "list",
    whole: true,
    value: "pattern",
    default: [],
    inConfig: true,
    help: "Leave out what matches this pattern. Repeatable.",
  },
  check: {
    type: "flag",
    default: false,
    inConfig: false,
    help: "Write nothing, and exit with 1 if the output folder is out of date.",
  },
  verify: {
    type: "flag",
    default: false,
    inConfig: true,
    help: "Type-check the output, and write it only if it compiles.",
  },
  emitFormat: {
    type: "choice",
    choices: ["ts", "js"],
    default: "ts",
    inConfig: true,
    help: "TypeScript, or JavaScript with declaration files, which compilers read fastest. tsc copies neither file to its outDir, so js is for bundlers and folders that are published as they are. js needs the package oxc-transform.",
  },
  runtime: {
    type: "choice",
    choices: ["inline", "package"],
    default: "inline",
    inConfig: true,
    help: "Whether the output contains a copy of the runtime code or imports it from odata-codegen/runtime.",
  },
  baseUrl: {
    type: "text",
    value: "URL",
    inConfig: true,
    help: "Service root that createClient uses by default, such as https://host/service; in a browser also a path, such as /api. By default that of an input https://host/service/$metadata, or the one that reference pages show.",
  },
  importExtension: {
    type: "choice",
    choices: ["js", "ts", "none"],
    default: "js",
    inConfig: true,
    help: "File extension in relative imports of the output.",
  },
  tsNocheck: {
    type: "choice",
    choices: ["auto", "always", "never"],
    default: "auto",
    inConfig: true,
    help: "Whether the output carries @ts-nocheck, which saves every compiler the check of what compiles anyway. auto: with more than 500 types.",
  },
  namespace: {
    type: "text",
    value: "namespace",
    inConfig: true,
    help: "Namespace whose types are exported without a prefix. By default that of the entity container if it declares a type, else the one with the most types.",
  },
  container: {
    type: "text",
    value: "name",
    inConfig: true,
    help: "Entity container of the service, where the inputs have several. By default the one with the most children.",
  },
  nonNull: {
    type: "choice",
    choices: ["present", "notNull"],
    inConfig: true,
    help:
      'Whether a property with Nullable="false" is always present in a response, or only never null. ' +
      "By default notNull if the entity container is in microsoft.graph, else present.",
  },
  keysOnCreate: {
    type: "choice",
    choices: ["required", "optional"],
    inConfig: true,
    help:
      "Whether a new entity has to be given its key. By default optional if the entity container is in " +
      "microsoft.graph, or the key is one Edm.Guid; else required.",
  },
  restrictions: {
    type: "choice",
    choices: ["enforce", "note"],
    inConfig: true,
    help:
      "Whether query options that annotations call unsupported are errors in the client, or only noted in its " +
      "documentation. By default note if the entity container is in microsoft.graph, else enforce.",
  },
  openTypes: {
    type: "choice",
    choices: ["listed", "any"],
    default: "listed",
    inConfig: true,
    help: "Whether the interface of an open type has the properties that are declared, or takes any other, too, so that no misspelled name is an error.",
  },
  untyped: {
    type: "list",
    value: "type",
    default: [],
    inConfig: true,
    help:
      "Complex types without members whose values are any JSON value, by qualified name, separated by commas. " +
      "microsoft.graph.Json is one if the entity container is in microsoft.graph.",
  },
  allowRemote: {
    type: "list",
    default: [],
    inConfig: true,
    help: "Hosts that inputs may be fetched from, separated by commas, with their port if it is not the default one.",
  },
} as const satisfies OptionTable;

/** Options of commands other than `generate` that select a part of the service. The patterns of the config file are for `generate`. */
const selectOptions = {
  include: {
    ...generateOptions.include,
    help: "Read only this part of the service: a path (/users/**), a name (microsoft.graph.call*) or a method (#POST). Repeatable.",
  },
  exclude: generateOptions.exclude,
} as const satisfies OptionTable;

/** The options of `convert`. */
export const convertOptions = {
  to: {
    type: "choice",
    choices: ["csdl-json", "csdl-xml"],
    default: "csdl-json",
    help: "Format to convert to.",
  },
  output: {
    type: "text",
    alias: "o",
    value: "file",
    help: "File to write. By default the document is printed to standard output.",
  },
  ...selectOptions,
  container: generateOptions.container,
  allowRemote: generateOptions.allowRemote,
} as const satisfies OptionTable;

/** The options of `explain`. */
export const explainOptions = {
  ...selectOptions,
  container: generateOptions.container,
  untyped: generateOptions.untyped,
  allowRemote: generateOptions.allowRemote,
} as const satisfies OptionTable;

/** The options of `audit`. */
export const auditOptions = {
  report: {
    type: "choice",
    choices: ["text", "json", "markdown"],
    help: "Format of the findings: markdown is for a pull request. By default that of --format.",
  },
  output: {
    type: "text",
    alias: "o",
    value: "file",
    help: "File to write. By default the findings are printed to standard output.",
  },
  causes: {
    type: "list",
    default: [],
    help: "Report only findings with these causes, separated by commas. * matches any characters (type-*).",
  },
  allFindings: {
    type: "flag",
    default: false,
    help: "List what is on no page, and findings on pages of another version, too. By default they are counted, unless --causes names their cause.",
  },
  suppressions: {
    type: "text",
    value: "file",
    help: "JSON file that lists known findings. They are counted, but not printed.",
  },
  updateSuppressions: {
    type: "flag",
    default: false,
    help: "Write all findings of this run to that file. Reasons in it are kept, and entries without a finding are removed.",
  },
  ...selectOptions,
  container: generateOptions.container,
  untyped: generateOptions.untyped,
  allowRemote: generateOptions.allowRemote,
} as const satisfies OptionTable;

/** The options of `permissions`. */
export const permissionsOptions = {
  from: {
    type: "list",
    whole: true,
    value: "file",
    default: [],
    help: "An operations.json to read, as written by generate --emit operations. Repeatable.",
  },
  in: {
    type: "list",
    whole: true,
    value: "file, folder, glob or URL",
    default: [],
    help: "File, folder, glob or URL of CSDL or reference pages to read. Repeatable.",
  },
  container: generateOptions.container,
  allowRemote: generateOptions.allowRemote,
} as const satisfies OptionTable;

/** The options of every command. */
export const commonOptions = {
  config: {
    type: "text",
    alias: "c",
    value: "file",
    help: "Config file. By default odata-codegen.config.ts, .mjs, .js or .json in the working folder.",
  },
  format: {
    type: "choice",
    choices: ["text", "json"],
    default: "text",
    help: "Format of diagnostics, and of the results of permissions.",
  },
  quiet: {
    type: "flag",
    default: false,
    help: "Print errors only, no warnings or notices.",
  },
  allDiagnostics: {
    type: "flag",
    default: false,
    help: "Print diagnostics about elements that --include and --exclude leave out, too.",
  },
  maxWarnings: {
    type: "count",
    help: "Exit with 1 if there are more warnings than this number. audit counts findings instead.",
  },
} as const satisfies OptionTable;

/** The type of an option's value. */
export type ValueOf<O extends Option> = O extends { readonly type: "flag" }
  ? boolean
  : O extends { readonly type: "count" }
    ? number
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

export type GenerateOptions = ResolvedOptions<typeof generateOptions>;
export type CommonOptions = ResolvedOptions<typeof commonOptions>;

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
