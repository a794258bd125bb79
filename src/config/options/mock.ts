/** The options of `mock`. */
import { generateOptions } from "./generate.js";
import type { OptionTable } from "./option.js";
import { codeOptions } from "./read.js";

export const mockOptions = {
  port: {
    type: "count",
    help: "Port on 127.0.0.1. By default, and with 0, one that is free.",
  },
  data: {
    type: "text",
    value: "folder",
    help: "Folder of JSON files with the entities of sets, and those of singletons, by name: users.json. Others are made.",
  },
  seed: {
    type: "count",
    help: "Number that made data are drawn from; the same one gives the same data. By default 1.",
  },
  pageSize: {
    type: "count",
    from: 1,
    help: "Most items of a page. By default all are in one.",
  },
  scopes: {
    type: "list",
    value: "scope",
    default: [],
    help: "Permission scopes that requests have, separated by commas: those that they do not cover are answered with 403. By default all.",
  },
  strict: {
    type: "flag",
    default: false,
    help: "Refuse what the capabilities of the service deny.",
  },
  keysOnCreate: generateOptions.keysOnCreate,
  ...codeOptions,
} as const satisfies OptionTable;
