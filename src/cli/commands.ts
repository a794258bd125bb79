import {
  auditOptions,
  convertOptions,
  explainOptions,
  generateOptions,
  permissionsOptions,
} from "../config/options.js";
import { command, type Command } from "./command.js";

/** Every command by its name, in the order of the help text. */
export const commands: ReadonlyMap<string, Command> = new Map([
  [
    "generate",
    command({
      usage: "[inputs..] -o <folder>",
      summary:
        "Generate TypeScript types, validators and a client; without inputs, for the services of the config file.",
      options: generateOptions,
      examples: [
        ["generate", "generate the services of odata-codegen.config.json"],
        ["generate metadata.xml -o generated/people", "from one CSDL file"],
        ["generate schemas/intune pages -o generated/intune", "from folders of CSDL and reference pages"],
        [
          "generate graph.xml -o generated/users --include '/users/**#GET'",
          "a part of a service, with all that it needs",
        ],
        ["generate --check", "in CI: fail when the output is not up to date"],
      ],
      load: () => import("./commands/generate.js"),
    }),
  ],
  [
    "convert",
    command({
      usage: "[inputs..] --to csdl-json [-o <file>]",
      summary: "Print any inputs as one standard CSDL document.",
      options: convertOptions,
      examples: [
        ["convert pages", "reference pages as CSDL JSON, to the standard output"],
        ["convert metadata.xml --to csdl-json -o metadata.json", "from one notation to the other"],
      ],
      load: () => import("./commands/convert.js"),
    }),
  ],
  [
    "explain",
    command({
      usage: "<name> [inputs..]",
      summary: "Print every fact about a type, property, member or operation, and where it comes from.",
      options: explainOptions,
      examples: [
        ["explain microsoft.graph.platform pages", "an enum with its members"],
        ["explain importedDeviceIdentity/platform pages", "one property"],
      ],
      load: () => import("./commands/explain.js"),
    }),
  ],
  [
    "audit",
    command({
      usage: "[inputs..]",
      summary: "Print what reference pages say that the CSDL denies, and the reverse; pages alone, where they differ.",
      options: auditOptions,
      examples: [
        ["audit pages graph.xml", "page by page, with both places and what to write instead"],
        ["audit pages", "pages against each other"],
        ["audit pages graph.xml --causes 'type-*,property-letter-case'", "findings of some causes"],
        ["audit pages graph.xml --suppressions known.json --update-suppressions", "take what there is as known"],
        ["audit pages graph.xml --suppressions known.json --max-warnings 0", "in CI: fail when there is anything else"],
        ["audit pages graph.xml --report markdown -o audit.md", "for a pull request"],
      ],
      load: () => import("./commands/audit.js"),
    }),
  ],
  [
    "permissions",
    command({
      usage: "<operation..>",
      summary:
        "Print the least set of scopes that the named operations take together, for each scheme; without --from and --in, of the services of the config file.",
      options: permissionsOptions,
      examples: [
        ["permissions 'GET /users/{id}' 'POST /users/{id}/sendMail' --in docs", "of what reference pages say"],
        ["permissions '/users/**#GET' --from src/graph/operations.json", "of a generated operations.json"],
        ["permissions microsoft.graph.sendMail", "an action or a function by its name"],
      ],
      load: () => import("./commands/permissions.js"),
    }),
  ],
]);
