import { nameRules, typeMappings } from "./entry-forms.js";
import type { OptionTable, ResolvedOptions } from "./option.js";

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
    choices: ["types", "validators", "client", "operations", "examples", "zod", "json-schema", "query", "mock"],
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
  watch: {
    type: "flag",
    default: false,
    inConfig: false,
    help: "Generate again whenever an input or the config file changes, until the command is ended.",
  },
  printDeps: {
    type: "flag",
    default: false,
    inConfig: false,
    help: "Write nothing, and print the files that each service reads and generates.",
  },
  force: {
    type: "flag",
    default: false,
    inConfig: false,
    help: "Replace generated files that were edited since. Files that were not generated stay as they are.",
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
    help: "Whether the output contains a copy of the runtime code or imports it from @odata-codegen/runtime.",
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
  names: {
    type: "map",
    value: "name=TypeScriptName",
    entries: nameRules,
    default: {},
    inConfig: true,
    help:
      "TypeScript names of types by qualified name (microsoft.graph.user=GraphUser). With * in both, all names that " +
      "match: NorthwindModel.*=Nw* adds a prefix, bp.A_*=* removes one. A rule that is removed leaves its names in the lock file. Repeatable.",
  },
  typeMapping: {
    type: "map",
    value: "type=mapping",
    entries: typeMappings,
    default: {},
    inConfig: true,
    help:
      "TypeScript types for primitive types and type definitions: branded (Edm.Guid=branded), or a type of yours and " +
      "its module (Edm.DateTimeOffset=./src/iso.ts#IsoDateTime). Values stay as they are on the wire. Repeatable.",
  },
  templates: {
    type: "text",
    value: "folder",
    inConfig: true,
    help: "Folder of templates that replace built-in ones of the same name. odata-codegen templates eject writes those.",
  },
  artifacts: {
    type: "list",
    whole: true,
    value: "folder",
    default: [],
    inConfig: true,
    help: "Folder with an artifact of your own: its artifact.json, and templates over a documented view. Repeatable.",
  },
  onDone: {
    type: "text",
    value: "command",
    inConfig: true,
    help: "Command that is run over the generated files before they are written, such as prettier --write. Their paths are added to it.",
  },
  allowRemote: {
    type: "list",
    default: [],
    inConfig: true,
    help: "Hosts that inputs may be fetched from, separated by commas, with their port if it is not the default one.",
  },
} as const satisfies OptionTable;

export type GenerateOptions = ResolvedOptions<typeof generateOptions>;
