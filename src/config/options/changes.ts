/** The options of the commands that compare two versions of a service. */
import { generateOptions } from "./generate.js";
import type { OptionTable } from "./option.js";
import { auditOptions } from "./read.js";

const reportOptions = {
  report: {
    type: "choice",
    choices: ["text", "json", "markdown"],
    help: "Format of the changes: markdown is for a pull request. By default that of --format.",
  },
  output: {
    type: "text",
    alias: "o",
    value: "file",
    help: "File to write. By default the changes are printed to standard output.",
  },
  for: {
    type: "list",
    choices: ["readers", "writers", "source"],
    default: ["readers", "writers", "source"],
    help: "List and judge what changed for readers (programs that read what the service answers), writers (programs that send to it) or source (TypeScript that uses generated code), separated by commas.",
  },
  breaking: {
    type: "flag",
    default: false,
    help: "List breaking changes only. Others are counted.",
  },
  allowRemote: generateOptions.allowRemote,
} as const satisfies OptionTable;

/** The options of `diff`. */
export const diffOptions = {
  ...reportOptions,
  failOn: {
    type: "choice",
    choices: ["breaking", "any", "none"],
    default: "none",
    help: "Exit with 1 if there are breaking changes, or changes at all.",
  },
  since: {
    type: "text",
    value: "revision",
    default: "HEAD",
    help: "The revision of git that services of the config file are compared with.",
  },
  include: {
    ...auditOptions.include,
    help: "Compare only this part of the service: a path (/users/**), a name (microsoft.graph.call*) or a method (#POST). Repeatable. By default that of the config file.",
  },
  exclude: generateOptions.exclude,
  namespace: generateOptions.namespace,
  container: generateOptions.container,
  untyped: generateOptions.untyped,
} as const satisfies OptionTable;

/** The options of `drift`. */
export const driftOptions = {
  ...reportOptions,
  failOn: {
    ...diffOptions.failOn,
    default: "any",
    help: "Exit with 1 if there are changes, or only if there are breaking ones.",
  },
} as const satisfies OptionTable;
