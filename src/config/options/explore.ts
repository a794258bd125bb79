/** The options of `explore`. */
import type { OptionTable } from "./option.js";
import { codeOptions } from "./read.js";

export const exploreOptions = {
  output: {
    type: "text",
    alias: "o",
    value: "file or folder",
    help: "The HTML file to write, or a folder for the files of services. With --format json the data is printed by default.",
  },
  against: {
    type: "list",
    whole: true,
    value: "file, folder, glob or URL",
    default: [],
    help: "The inputs of another version, or a file of explore, to show what changed since. Repeatable.",
  },
  open: {
    type: "flag",
    default: false,
    help: "Open the file in the browser.",
  },
  without: {
    type: "list",
    choices: ["provenance", "docs", "requests", "audit"],
    default: [],
    help: "Parts to leave out, for a smaller file.",
  },
  ...codeOptions,
} as const satisfies OptionTable;

/** The parts that a page can do without. */
export type ExplorePart = (typeof exploreOptions.without.choices)[number];
