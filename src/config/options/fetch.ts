import type { OptionTable } from "./option.js";
import { generateOptions } from "./generate.js";

/** The options of `fetch`. */
export const fetchOptions = {
  refresh: {
    type: "flag",
    default: false,
    help: "Request URLs again that are kept, and replace copies that were edited. Texts that did not change are not sent again by services with ETags.",
  },
  allowRemote: {
    ...generateOptions.allowRemote,
    help: "Hosts that redirects and references may lead to besides those of the inputs, separated by commas, with their port if it is not the default one.",
  },
} as const satisfies OptionTable;

/** The options of `doctor`. */
export const doctorOptions = {} as const satisfies OptionTable;
