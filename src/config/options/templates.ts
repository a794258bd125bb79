import type { OptionTable } from "./option.js";

/** The options of `templates`. */
export const templatesOptions = {
  output: {
    type: "text",
    alias: "o",
    value: "folder",
    default: "templates",
    help: "Folder to write templates to. Files in it that are no unchanged copies stay as they are.",
  },
  force: {
    type: "flag",
    default: false,
    help: "Replace files that were edited, too.",
  },
} as const satisfies OptionTable;
