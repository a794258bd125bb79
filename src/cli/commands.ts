import { diffOptions, driftOptions } from "../config/options/changes.js";
import { auditOptions, convertOptions, explainOptions, permissionsOptions } from "../config/options/read.js";
import { doctorOptions, fetchOptions } from "../config/options/fetch.js";
import { exploreOptions } from "../config/options/explore.js";
import { generateOptions } from "../config/options/generate.js";
import { initOptions } from "../config/options/init.js";
import { mockOptions } from "../config/options/mock.js";
import { templatesOptions } from "../config/options/templates.js";
import { verifyOptions } from "../config/options/verify.js";
import { command, type Command } from "./command.js";

/** Every command by its name, in the order of the help. */
export const commands: ReadonlyMap<string, Command> = new Map([
  [
    "generate",
    command({
      usage: "[services..] | <inputs..> -o <folder>",
      summary: "Generate TypeScript types, validators and a client, by default for the services of the config file.",
      options: generateOptions,
      examples: [
        ["generate", "All services of odata-codegen.config.json."],
        ["generate people --watch", "The service people, and again whenever it changes."],
        ["generate metadata.xml -o src/people", "From one CSDL file."],
        ["generate schemas pages -o src/intune", "From folders of CSDL files and reference pages."],
        ["generate graph.xml -o src/graph --include '/users/**#GET'", "A part of a service."],
        ["generate --check", "In CI, to fail if the output is out of date."],
      ],
      load: () => import("./commands/generate.js"),
    }),
  ],
  [
    "init",
    command({
      usage: "[url | file | folder]",
      summary:
        "Set up a project: the config file, npm scripts, .gitattributes and a first example for what lies here or at a URL, then generate. Changes no file that exists, but for what it adds.",
      options: initOptions,
      examples: [
        ["init", "The CSDL files and reference pages of this folder."],
        ["init https://host/service", "A service by its URL, of which a copy is kept."],
        ["init schemas/people.xml --output src/people --yes", "One file, without questions."],
        ["init https://host/service --header authorization=env:TOKEN", "A URL that takes a header."],
      ],
      load: () => import("./commands/init.js"),
    }),
  ],
  [
    "fetch",
    command({
      usage: "[service..]",
      summary:
        "Keep copies of the URLs of the config file, and of what they refer to, so that the other commands need no network.",
      options: fetchOptions,
      examples: [
        ["fetch", "What has no copy yet, of all services."],
        ["fetch people --refresh", "All URLs of one service again."],
      ],
      load: () => import("./commands/fetch.js"),
    }),
  ],
  [
    "doctor",
    command({
      usage: "[service..]",
      summary: "Check Node, TypeScript, the config file, and the inputs and outputs of its services. Changes nothing.",
      options: doctorOptions,
      examples: [
        ["doctor", "One line for each check, exit status 1 if one failed."],
        ["doctor people --format json", "The checks of one service as data."],
      ],
      load: () => import("./commands/doctor.js"),
    }),
  ],
  [
    "templates",
    command({
      usage: "list | templates eject [names..]",
      summary: "List the built-in templates, or write them into a folder to change them, for generate --templates.",
      options: templatesOptions,
      examples: [
        ["templates list", "Names, files and views of all built-in templates."],
        ["templates eject member-line doc-block", "Two of them into the folder templates."],
        ["templates eject -o src/odata/templates", "All into another folder."],
      ],
      load: () => import("./commands/templates.js"),
    }),
  ],
  [
    "convert",
    command({
      usage: "[inputs..] --to csdl-json [-o <file>]",
      summary: "Convert CSDL files and reference pages to one CSDL document.",
      options: convertOptions,
      examples: [
        ["convert pages", "Print reference pages as CSDL JSON."],
        ["convert metadata.xml -o metadata.json", "Convert CSDL XML to CSDL JSON."],
      ],
      load: () => import("./commands/convert.js"),
    }),
  ],
  [
    "explain",
    command({
      usage: "<name> [inputs..]",
      summary:
        "Print what is known about a type, property, enum member, operation or request, and where it is declared.",
      options: explainOptions,
      examples: [
        ["explain microsoft.graph.platform pages", "An enum with its members."],
        ["explain device/platform pages", "One property."],
        ["explain 'POST /devices' pages", "A request."],
      ],
      load: () => import("./commands/explain.js"),
    }),
  ],
  [
    "explore",
    command({
      usage: "[inputs..] -o <file>",
      summary:
        "Write the model as one HTML page to look at: types, requests with their permissions, calls, sources and findings. It opens from the disk and needs no network.",
      options: exploreOptions,
      examples: [
        ["explore metadata.xml -o service.html", "One CSDL file."],
        ["explore pages graph.xml -o graph.html --open", "With reference pages, opened in the browser."],
        ["explore v2.xml -o service.html --against v1.xml", "With what changed since another version."],
        ["explore metadata.xml --format json", "The same data for other tools."],
      ],
      load: () => import("./commands/explore.js"),
    }),
  ],
  [
    "mock",
    command({
      usage: "[inputs..] --port <number>",
      summary:
        "Serve a mock of the service on this machine, which answers as its metadata says: for end-to-end tests, and for other languages. Prints its address, and ends with a signal.",
      options: mockOptions,
      examples: [
        ["mock metadata.xml", "At a port that is free."],
        ["mock people --port 4004 --data test/data", "A service of the config file, with own data."],
        ["mock pages graph.xml --scopes User.Read,Mail.Read", "To see which requests these scopes cover."],
      ],
      load: () => import("./mock/mock-command.js"),
    }),
  ],
  [
    "audit",
    command({
      usage: "[inputs..]",
      summary: "Print where reference pages contradict the CSDL, or each other if there is no CSDL.",
      options: auditOptions,
      examples: [
        ["audit pages graph.xml", "By page, with both places and a correction."],
        ["audit pages", "Compare the pages with each other."],
        ["audit pages graph.xml --causes 'type-*'", "Findings with some causes."],
        ["audit pages graph.xml --suppressions known.json --update-suppressions", "Save the findings as known."],
        [
          "audit pages graph.xml --suppressions known.json --max-warnings 0",
          "In CI, to fail if there is a new finding.",
        ],
        ["audit pages graph.xml --report markdown -o audit.md", "For a pull request."],
      ],
      load: () => import("./commands/audit.js"),
    }),
  ],
  [
    "permissions",
    command({
      usage: "<operation..>",
      summary:
        "Print the smallest set of permission scopes, by scheme, that the operations need together. By default the services of the config file are read.",
      options: permissionsOptions,
      examples: [
        ["permissions 'GET /users/{id}' --in docs", "According to reference pages."],
        ["permissions '/users/**#GET' --from operations.json", "According to a generated operations.json."],
        ["permissions microsoft.graph.sendMail", "An action or function by its name."],
      ],
      load: () => import("./commands/permissions.js"),
    }),
  ],
  [
    "diff",
    command({
      usage: "<old> <new> | diff [service..]",
      summary:
        "Print what changed between two versions of a service, for whom it is breaking, and the version that it asks for. Without inputs, the services of the config file are compared with a revision of git.",
      options: diffOptions,
      examples: [
        ["diff v1.xml v2.xml", "Two files."],
        ["diff git:main:schemas/people.xml schemas/people.xml", "A file with the one of a branch."],
        ["diff people --since v1.2.0", "A service of the config file with a release."],
        ["diff --since origin/main --report markdown", "All services, as a comment for a pull request."],
        ["diff --since origin/main --fail-on breaking", "In CI, to fail if something breaks."],
        ["diff schemas/people.xml 'https://example.com/people/$metadata'", "A file with the live service."],
      ],
      load: () => import("./commands/diff.js"),
    }),
  ],
  [
    "drift",
    command({
      usage: "[service..]",
      summary: "Compare the kept copies of services with what is at their URLs now, and write nothing.",
      options: driftOptions,
      examples: [
        ["drift", "All services of the config file with a URL."],
        ["drift people --fail-on breaking", "One of them, to fail only if something breaks."],
        ["drift --report markdown -o drift.md", "As text for a pull request."],
      ],
      load: () => import("./commands/drift.js"),
    }),
  ],
  [
    "verify-service",
    command({
      usage: "<url> [inputs..]",
      summary:
        "Read a service, and report what it does that its metadata denies, each with a request and its answer. Only GET requests are sent, unless --write is given.",
      options: verifyOptions,
      examples: [
        ["verify-service https://host/service", "A service, and the $metadata that it has."],
        ["verify-service http://localhost:4004/odata metadata.xml", "A service that runs here, and another metadata."],
        [
          "verify-service https://host/service --header authorization=env:TOKEN --pause 200",
          "With a header, and a pause between requests.",
        ],
        [
          "verify-service http://localhost:4004/odata --write",
          "A service with test data: entities are created, changed and deleted, too.",
        ],
      ],
      load: () => import("./commands/verify-service.js"),
    }),
  ],
]);
