/** The options of `verify-service`. */
import { secretHeaders } from "./entry-forms.js";
import { generateOptions } from "./generate.js";
import type { OptionTable } from "./option.js";

export const verifyOptions = {
  maxRequests: {
    type: "count",
    value: "number",
    help: "How many requests are sent at most, by default 200. The first read of each set comes before the finer ones.",
  },
  pause: {
    type: "count",
    value: "number of milliseconds",
    help: "Milliseconds between two requests, by default none. A service that asks for a pause gets that, too.",
  },
  header: {
    type: "map",
    value: "name=env:VARIABLE",
    entries: secretHeaders,
    default: {},
    help: "Header of the requests, with the environment variable that holds its value (authorization=env:TOKEN). Repeatable.",
  },
  write: {
    type: "flag",
    default: false,
    help: "WRITES to the service: creates an entity in each set that takes one, changes it and deletes it. For services with test data only: others see these changes, and triggers, mails and logs stay. By default only GET requests are sent.",
  },
  report: {
    type: "choice",
    choices: ["text", "json", "markdown"],
    help: "Format of the findings. By default that of --format.",
  },
  container: generateOptions.container,
  untyped: generateOptions.untyped,
  nonNull: generateOptions.nonNull,
  allowRemote: {
    ...generateOptions.allowRemote,
    help: "Hosts that the metadata may refer to besides that of the service, separated by commas. Reads go to the service alone.",
  },
} as const satisfies OptionTable;
