import { secretHeaders } from "./entry-forms.js";
import { generateOptions } from "./generate.js";
import type { OptionTable } from "./option.js";

/** The options of `init`. */
export const initOptions = {
  yes: {
    type: "flag",
    alias: "y",
    default: false,
    help: "Ask nothing and take the defaults, as without a terminal.",
  },
  output: {
    ...generateOptions.output,
    help: "Folder that generate writes to. By default one with the name of the service, in the folder of sources.",
  },
  name: {
    type: "text",
    value: "name",
    help: "Name of the service in the config file. By default from its URL, file or folder.",
  },
  emit: generateOptions.emit,
  header: {
    type: "map",
    value: "name=env:VARIABLE",
    entries: secretHeaders,
    default: {},
    help: "Header of the request for a URL, with the environment variable that holds its value (authorization=env:TOKEN). The config file keeps it. Repeatable.",
  },
  allowRemote: {
    ...generateOptions.allowRemote,
    help: "Hosts that a URL may redirect or refer to besides its own, separated by commas, with their port if it is not the default one.",
  },
} as const satisfies OptionTable;
