/** The options of the commands that read a service and print what they find. */
import type { OptionTable } from "./option.js";
import { generateOptions } from "./generate.js";

/** Options of commands other than `generate` that select a part of the service. The patterns of the config file are for `generate`. */
const selectOptions = {
  include: {
    ...generateOptions.include,
    help: "Read only this part of the service: a path (/users/**), a name (microsoft.graph.call*) or a method (#POST). Repeatable.",
  },
  exclude: generateOptions.exclude,
} as const satisfies OptionTable;

/** Options of the commands that show a part of the service, or answer for it, as the generated code knows it. */
export const codeOptions = {
  ...selectOptions,
  container: generateOptions.container,
  namespace: generateOptions.namespace,
  untyped: generateOptions.untyped,
  nonNull: generateOptions.nonNull,
  allowRemote: generateOptions.allowRemote,
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
