import { error, notice, warning } from "./entry.js";

/** Diagnostics about the command line, and from `convert`, `explain`, `audit` and `permissions`. */
export const cliEntries = {
  "usage-no-command": error<{ commands: readonly string[] }>(
    "The command line does not begin with a command.",
    ({ commands }) => `No command was given; write one of ${commands.join(", ")} first, or --help.`,
  ),
  "usage-unknown-command": error<{ command: string; commands: readonly string[]; near: string | undefined }>(
    "The command line begins with a word that is not a command.",
    ({ command, commands, near }) =>
      command === "help"
        ? `"help" is not a command; write odata-codegen --help, or --help after a command.`
        : `"${command}" is not a command; ${near === undefined ? `write one of ${commands.join(", ")}.` : `did you mean ${near}?`}`,
  ),
  "usage-unknown-option": error<{ option: string; command: string; near: string | undefined }>(
    "The command does not have the option.",
    ({ option, command, near }) =>
      `${option} is not an option of ${command}; ${near === undefined ? `see odata-codegen ${command} --help.` : `did you mean ${near}?`}`,
  ),
  "usage-option-value": error<{ option: string; expected: string; found: string }>(
    "An option has a value of the wrong form, a flag has a value, or the value is missing.",
    ({ option, expected, found }) => `${option} takes ${expected}, not ${found}.`,
  ),
  "usage-option-twice": error<{ option: string }>(
    "An option that takes one value is repeated.",
    ({ option }) => `${option} is given more than once; keep one.`,
  ),
  "usage-refused": error<{ problem: string }>(
    "The command line cannot be parsed for another reason.",
    ({ problem }) => `The command line cannot be parsed (${problem}); see odata-codegen --help.`,
  ),
  "usage-no-output": error(
    "`generate` has inputs but no output folder.",
    () => "There are inputs but no folder to write to; add --output <folder>.",
  ),
  "usage-unknown-service": error<{
    service: string;
    services: readonly string[];
    near: string | undefined;
    /** Whether it can only be meant as an input, for a command that takes inputs by `toDo`. */
    isInput: boolean;
    toDo: string | undefined;
  }>("An argument is not the name of a service of the config file.", ({ service, services, near, isInput, toDo }) => {
    if (isInput) return `"${service}" is an input, not a service of the config file; ${toDo}.`;
    const names = `write ${services.length === 1 ? "" : "one of "}${services.join(", ")}`;
    const other = toDo === undefined ? `${names}.` : `${names}, or ${toDo} if it is an input.`;
    return `The config file has no service "${service}"; ${near === undefined ? other : `did you mean ${near}?`}`;
  }),
  "usage-no-url": error<{ found: string | undefined }>(
    "`verify-service` has no URL of a service.",
    ({ found }) =>
      `verify-service begins with the URL of a service, without query and fragment${found === undefined ? "" : `, not with "${found}"`}: odata-codegen verify-service https://host/service.`,
  ),
  "service-contradicts": error<{ count: number }>(
    "`verify-service` found what a service does that its metadata denies.",
    ({ count }) =>
      `The service contradicts its metadata in ${count === 1 ? "one way" : `${count} ways`}; correct one of the two.`,
  ),
  "entity-left": error<{ entity: string; reason: string }>(
    "`verify-service --write` created an entity, and could not delete it.",
    ({ entity, reason }) => `${entity} was created and is not deleted: ${reason}; delete it by hand.`,
  ),
  "verify-incomplete": notice<{ requests: number }>(
    "`verify-service` reached its limit on requests before all of them were sent.",
    ({ requests }) => `${requests} requests were sent, and others are left; raise --max-requests to send them, too.`,
  ),
  "checks-failed": error<{ failed: number; count: number }>(
    "Checks of `doctor` failed.",
    ({ failed, count }) => `${failed} of ${count} checks failed; do what their lines say.`,
  ),
  "usage-no-services": error<{ command: string; url: string }>(
    "A command is for services of the config file, and there is none, or a URL in the place of a name.",
    ({ command, url }) =>
      `${command} takes names of services; write { "services": { "people": { "input": "${url}", "output": "src/people" } } } to odata-codegen.config.json.`,
  ),
  "usage-excluded": error<{ options: readonly string[] }>(
    "Two options, or an option and an argument, exclude each other.",
    ({ options }) => `${options.join(" and ")} exclude each other; keep one of them.`,
  ),
  "usage-no-inputs": error<{ command: string }>(
    "A command has no inputs, and there is no config file.",
    ({ command }) =>
      `There is nothing to ${command === "permissions" ? "read" : command}; add inputs (odata-codegen ${command} ${usageOf[command] ?? "schemas"}), or add services to odata-codegen.config.json.`,
  ),
  "usage-init-option": error<{ option: string; reason: string }>(
    "An option of init does not fit what was found.",
    ({ option, reason }) => `${option} ${reason}.`,
  ),
  "init-nothing-found": error(
    "init found neither CSDL nor reference pages.",
    () =>
      "There is neither CSDL nor a reference page here; name a URL, file or folder (odata-codegen init https://host/service).",
  ),
  "init-config-is-code": error<{ path: string; entry: string }>(
    "init adds to config files in JSON only.",
    ({ path, entry }) => `The config file "${path}" is code, which init does not change; add ${entry} to its services.`,
  ),
  "usage-inputs-and-config": error(
    "The command line has both inputs and a config file.",
    () => "Inputs and --config exclude each other; keep one of them.",
  ),
  "usage-several-services": error<{ what: string; services: readonly string[] }>(
    "The config file has several services where a command or option needs one.",
    ({ what, services }) =>
      `${what} is for one service, and the config file names ${services.join(", ")}; name ${what === "explore" ? "one of them, or with --output a folder for a page of each" : "the inputs of one of them"}.`,
  ),
  "usage-since-inputs": error(
    "`diff` has two inputs and --since, which is for services of the config file.",
    () =>
      "--since is for services of the config file; write the revision into an input, such as git:main:schemas/people.xml.",
  ),
  "usage-stdin-twice": error(
    "`diff` has the standard input on both sides.",
    () => "Only one side can be the standard input; use a file for the other.",
  ),
  "usage-no-name": error(
    "`explain` has no name to explain.",
    () => "No name is given; write odata-codegen explain <name> [inputs..].",
  ),
  "usage-no-page": error(
    "`explore` has no file to write.",
    () =>
      "There is no file to write the page to; add --output service.html, or --format json to print the data instead.",
  ),
  "usage-no-operation": error(
    "`permissions` has no operation.",
    () => "No operation is given; write odata-codegen permissions 'GET /users/{id}'.",
  ),
  "usage-from-and-in": error(
    "`permissions` has both generated files and inputs.",
    () => "--from and --in exclude each other; keep one of them.",
  ),
  "operation-unmatched": error<{ operation: string; near: string | undefined }>(
    "`permissions` has an operation that matches no documented request.",
    ({ operation, near }) =>
      `No documented request is "${operation}"; ${near === undefined ? "write a method and a path (GET /users/{id}), a pattern (/users/**#GET) or the name of an operation." : `did you mean ${near}?`}`,
  ),
  "audit-without-pages": notice(
    "`audit` has inputs without reference pages.",
    () =>
      "There are no reference pages among the inputs, so there is nothing to hold against the CSDL; add the folder with the pages.",
  ),
  "requests-undocumented": error(
    "`permissions` has inputs without documented requests.",
    () =>
      "The inputs document no requests, so no permissions are known; add the reference pages of the service, or metadata with permissions in its Capabilities annotations.",
  ),
  "operations-malformed": error<{ problem: string }>(
    "A file for --from is not valid JSON.",
    ({ problem }) => `This is not valid JSON (${problem}); generate the file again with --emit operations.`,
  ),
  "operations-invalid": error<{ key: string; expected: string; found: string }>(
    "A file for --from does not have the form that `generate --emit operations` writes.",
    ({ key, expected, found }) =>
      `"${key}" takes ${expected} here, not ${found}; generate the file again with --emit operations.`,
  ),
  "usage-no-suppressions": error(
    "`audit` has --update-suppressions without a suppression file.",
    () => "--update-suppressions needs a file to write; add --suppressions <file>.",
  ),
  "usage-unknown-cause": error<{ cause: string; near: string | undefined }>(
    "--causes has a cause that findings of `audit` cannot have.",
    ({ cause, near }) =>
      `"${cause}" is not a cause of findings; ${near === undefined ? "see the list in docs/audit.md." : `did you mean ${near}?`}`,
  ),
  "suppressions-unreadable": error<{ path: string; reason: string }>(
    "The suppression file cannot be read.",
    ({ path, reason }) =>
      `The suppression file "${path}" cannot be read (${reason}); check the path, or write the file with --update-suppressions.`,
  ),
  "suppressions-malformed": error<{ problem: string }>(
    "The suppression file is not valid JSON.",
    ({ problem }) => `The suppression file is not valid JSON (${problem}); correct it here.`,
  ),
  "suppression-unknown-key": error<{ key: string; allowed: readonly string[]; near: string | undefined }>(
    "A suppression has an unknown key.",
    ({ key, allowed, near }) =>
      `"${key}" is not a key of a suppression; ${near === undefined ? `allowed here: ${allowed.join(", ")}.` : `did you mean "${near}"?`}`,
  ),
  "suppression-invalid": error<{ key: string; expected: string; found: string }>(
    "A value in a suppression is missing or has the wrong form.",
    ({ key, expected, found }) => `"${key}" takes ${expected} here, not ${found}.`,
  ),
  "suppression-unused": warning<{ cause: string; element: string | undefined }>(
    "A suppression matches no finding.",
    ({ cause, element }) =>
      `No finding is ${cause}${element === undefined ? "" : ` of ${element}`}; remove the suppression, from a suppression file with --update-suppressions.`,
  ),
  "too-many-warnings": error<{ count: number; limit: number }>(
    "There are more warnings, or findings of `audit`, than --max-warnings allows.",
    ({ count, limit }) => `--max-warnings allows ${limit}, and the run has ${count}; settle them or raise the limit.`,
  ),
  "changes-found": error<{ count: number; breaking: boolean; verdict: string }>(
    "There are changes, or breaking ones, and --fail-on of `diff` allows none.",
    ({ count, breaking, verdict }) =>
      `${count} ${breaking ? "breaking " : ""}${count === 1 ? "change" : "changes"}, and --fail-on ${breaking ? "breaking" : "any"} allows none; undo ${count === 1 ? "it" : "them"}, or publish a new ${verdict} version.`,
  ),
  "breaking-change": warning<{ code: string; message: string }>(
    "With --format github, `diff` and `drift` report each breaking change at its line.",
    ({ code, message }) => `Breaking change, ${code}: ${message}`,
  ),
  "service-new": notice<{ service: string; revision: string }>(
    "A service has no inputs at the revision that `diff` compares with.",
    ({ service, revision }) => `${service} is not compared, since ${revision} has none of its inputs.`,
  ),
  "service-not-remote": error<{ service: string }>(
    "`drift` is for services with a URL among their inputs.",
    ({ service }) =>
      `${service} has no URL among its inputs; add one in the config file, and run odata-codegen fetch ${service}.`,
  ),
  "service-drifted": error<{ service: string; count: number; breaking: boolean }>(
    "`drift` found that a service is not what its kept copy describes.",
    ({ service, count, breaking }) =>
      `${service} has ${count} ${breaking ? "breaking " : ""}${count === 1 ? "change" : "changes"} that its kept copy lacks; run odata-codegen fetch ${service} --refresh, generate, and review the difference.`,
  ),
  "service-rewritten": notice<{ input: string; service: string }>(
    "`drift` found another text at a URL than that of its kept copy, which describes the same.",
    ({ input, service }) =>
      `The text of "${input}" is not that of its kept copy, but describes the same; odata-codegen fetch ${service} --refresh keeps it.`,
  ),
  "output-outdated": error<{ path: string; state: "missing" | "different" | "stale" }>(
    "With --check, a file of the output folder is out of date.",
    ({ path, state }) => `"${path}" ${stateText[state]}; run generate without --check.`,
  ),
  "output-is-input": error<{ path: string }>(
    "The output file is one of the inputs.",
    ({ path }) => `"${path}" is one of the inputs and is not overwritten; name another file.`,
  ),
  "output-other": error<{ path: string }>(
    "`explore` would replace a file that it did not write.",
    ({ path }) => `"${path}" is a file of another kind and is not overwritten; name another file, or remove it.`,
  ),
  "model-data-format": error<{ format: string; expected: string }>(
    "A file of `explore` is of another version of the format.",
    ({ format, expected }) =>
      `The data in this file is of the format "${format}", and this version reads "${expected}"; compare with the inputs, or write the file again with this version.`,
  ),
  "model-data-damaged": error<{ problem: string }>(
    "A file of `explore` has no data that can be read.",
    ({ problem }) => `This file of explore is damaged: ${problem}; write it again, or compare with the inputs.`,
  ),
  "model-data-unreadable": error<{ path: string; reason: string }>(
    "A file of `explore` cannot be read.",
    ({ path, reason }) => `"${path}" cannot be read (${reason}); name another file, or the inputs.`,
  ),
  "page-not-opened": warning<{ path: string; reason: string }>(
    "`explore` cannot open its page in the browser.",
    ({ path, reason }) => `"${path}" is written, but cannot be opened (${reason}); open it in a browser.`,
  ),
  "name-not-found": error<{ name: string; near: string | undefined }>(
    "`explain` has a name that no element of the model has.",
    ({ name, near }) =>
      near === undefined
        ? `Nothing is called "${name}"; write the name of a type or an operation, or Type/property.`
        : `Nothing is called "${name}"; did you mean ${near}?`,
  ),
  "name-ambiguous": error<{ name: string; candidates: readonly string[] }>(
    "`explain` has a short name that several elements have.",
    ({ name, candidates }) =>
      `"${name}" is the name of ${candidates.length} elements; write one of ${candidates.join(", ")}.`,
  ),
  "csdl-rule-broken": warning<{ element: string; rule: string }>(
    "An element of a converted document breaks a rule of CSDL, since its sources do: pages leave open what is an entity and what a key.",
    ({ element, rule }) =>
      `${element} ${rule}; it is written so, since the sources leave no other reading. Correct them, or add the CSDL to the inputs.`,
  ),
  "mock-data-invalid": error<{ path: string; reason: string }>(
    "The folder of data for a mock cannot be read, or holds what is no entity of its set.",
    ({ path, reason }) => `The data in "${path}" cannot be served: ${reason}`,
  ),
  "mock-port-unusable": error<{ port: number; reason: string }>(
    "A mock cannot be served at the port.",
    ({ port, reason }) => `Port ${port} cannot be used (${reason}); use another one, or --port 0 for one that is free.`,
  ),
  "protocol-lost": notice<{ values: number; methods: number }>(
    "A document of OData 2.0 or 3.0 is converted to CSDL 4.01, which describes another protocol.",
    ({ values, methods }) =>
      `The result is CSDL 4.01, without the types Edm.DateTime and Edm.Time (values: ${values}) and the HTTP methods of actions (${methods}); generate clients from the original, since the service does not talk OData 4.`,
  ),
  "json-name-taken": warning<{ name: string; kind: string; other: string }>(
    "CSDL JSON has no place for an action or function with the name of another element; it is left out there, with its imports and annotations.",
    ({ name, kind, other }) =>
      `The ${kind} ${name} is left out, since in CSDL JSON its name stands for the ${other}; use --to csdl-xml, or rename one of them.`,
  ),
  "json-kinds-mixed": warning<{ name: string }>(
    "An action and a function have one name; CSDL JSON has no place for both but one array of overloads.",
    ({ name }) =>
      `The action and the function ${name} are written as overloads of one array, each with its $Kind; rename one of them for readers that expect one kind.`,
  ),
  "alias-taken": notice<{ alias: string; namespace: string; other: string }>(
    "Two namespaces of a converted document have the same alias; the first keeps it.",
    ({ alias, namespace, other }) =>
      `The alias ${alias} stands for ${other} in the converted document, so ${namespace} has no alias there; check annotation paths that begin with it.`,
  ),
};

const usageOf: Readonly<Record<string, string>> = {
  generate: "schemas --output generated",
  convert: "schemas --to csdl-json",
  explain: "microsoft.graph.user schemas",
  explore: "schemas -o service.html",
  permissions: "'GET /users/{id}' --in schemas",
  audit: "pages metadata.xml",
  diff: "git:main:schemas/people.xml schemas/people.xml",
};

const stateText = {
  missing: "is missing",
  different: "is not what a run would write",
  stale: "is no longer generated",
} as const;
