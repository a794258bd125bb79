import type { OptionTable, ResolvedOptions } from "./option.js";

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
    choices: ["text", "json", "github"],
    default: "text",
    help: "Format of diagnostics, github for annotations in GitHub Actions. With json, results of permissions and generate --print-deps are JSON, too.",
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

export type CommonOptions = ResolvedOptions<typeof commonOptions>;
