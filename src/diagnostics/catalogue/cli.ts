import { error, notice, warning } from "./entry.js";

/** What can be said of the command line, and of what its commands do beside generating. */
export const cliEntries = {
  "usage-no-command": error<{ commands: readonly string[] }>(
    "No command was given.",
    ({ commands }) => `No command was given; write one of ${commands.join(", ")} first, or --help.`,
  ),
  "usage-unknown-command": error<{ command: string; commands: readonly string[]; near: string | undefined }>(
    "The first argument is no command.",
    ({ command, commands, near }) =>
      `"${command}" is no command; ${near === undefined ? `write one of ${commands.join(", ")}.` : `did you mean ${near}?`}`,
  ),
  "usage-unknown-option": error<{ option: string; command: string; near: string | undefined }>(
    "An option that the command does not have.",
    ({ option, command, near }) =>
      `${option} is no option of ${command}; ${near === undefined ? `see odata-codegen ${command} --help.` : `did you mean ${near}?`}`,
  ),
  "usage-option-value": error<{ option: string; expected: string; found: string }>(
    "An option is given a value that it does not take, or none where it takes one.",
    ({ option, expected, found }) => `${option} takes ${expected}, not ${found}.`,
  ),
  "usage-option-twice": error<{ option: string }>(
    "An option that takes one value is given more than once.",
    ({ option }) => `${option} is given more than once; keep one.`,
  ),
  "usage-no-output": error(
    "`generate` is given inputs and no output folder.",
    () => "Inputs are given, and no folder to write to; add --output <folder>.",
  ),
  "usage-no-inputs": error<{ command: string }>(
    "A command is given no inputs, and there is no config file that names any.",
    ({ command }) =>
      `There is nothing to ${command === "permissions" ? "read" : command}; name inputs (odata-codegen ${command} ${usageOf[command] ?? "schemas"}), or name services in odata-codegen.config.json.`,
  ),
  "usage-inputs-and-config": error(
    "Inputs and a config file are both given.",
    () => "Inputs and --config exclude each other; keep one of them.",
  ),
  "usage-several-services": error<{ what: string; services: readonly string[] }>(
    "The config file names several services where one is needed.",
    ({ what, services }) =>
      `${what} is for one service, and the config file names ${services.join(", ")}; name the inputs of one of them.`,
  ),
  "usage-no-name": error(
    "`explain` is given no name.",
    () => "No name is given; write odata-codegen explain <name> [inputs..].",
  ),
  "usage-no-operation": error(
    "`permissions` is given no operation.",
    () => "No operation is named; write odata-codegen permissions 'GET /users/{id}'.",
  ),
  "usage-from-and-in": error(
    "`permissions` is given both generated files and inputs.",
    () => "--from and --in exclude each other; keep one of them.",
  ),
  "operation-unmatched": error<{ operation: string; near: string | undefined }>(
    "`permissions` is given an operation that no request documents.",
    ({ operation, near }) =>
      `No documented request is "${operation}"; ${near === undefined ? "write a method and a path (GET /users/{id}), a pattern (/users/**#GET) or the name of an operation." : `did you mean ${near}?`}`,
  ),
  "operations-malformed": error<{ problem: string }>(
    "A file given with --from is not well-formed JSON.",
    ({ problem }) => `This is not valid JSON (${problem}); generate it again with --emit operations.`,
  ),
  "operations-invalid": error<{ key: string; expected: string; found: string }>(
    "A value in a file given with --from is not what the artifact operations writes.",
    ({ key, expected, found }) =>
      `"${key}" takes ${expected} here, not ${found}; generate the file again with --emit operations.`,
  ),
  "usage-no-suppressions": error(
    "`audit` is told to update its suppressions, and not in which file.",
    () => "--update-suppressions needs a file to write; add --suppressions <file>.",
  ),
  "usage-unknown-cause": error<{ cause: string; near: string | undefined }>(
    "`--causes` names a cause that `audit` does not have.",
    ({ cause, near }) =>
      `"${cause}" is no cause of a finding; ${near === undefined ? "docs/audit.md lists them." : `did you mean ${near}?`}`,
  ),
  "suppressions-unreadable": error<{ path: string; reason: string }>(
    "The suppression file cannot be read.",
    ({ path, reason }) =>
      `The suppression file "${path}" cannot be read (${reason}); check the path, or write it with --update-suppressions.`,
  ),
  "suppressions-malformed": error<{ problem: string }>(
    "The suppression file is not well-formed JSON.",
    ({ problem }) => `The suppression file is not valid JSON (${problem}); mend it here.`,
  ),
  "suppression-unknown-key": error<{ key: string; allowed: readonly string[]; near: string | undefined }>(
    "An entry of the suppression file holds a key that entries do not have.",
    ({ key, allowed, near }) =>
      `"${key}" is no key of an entry; ${near === undefined ? `allowed here: ${allowed.join(", ")}.` : `did you mean "${near}"?`}`,
  ),
  "suppression-invalid": error<{ key: string; expected: string; found: string }>(
    "A value in the suppression file is missing or not of the shape its key takes.",
    ({ key, expected, found }) => `"${key}" in the suppression file takes ${expected}, not ${found}.`,
  ),
  "suppression-unused": warning<{ cause: string; element: string | undefined }>(
    "An entry of the suppression file fits no finding.",
    ({ cause, element }) =>
      `No finding is ${cause}${element === undefined ? "" : ` of ${element}`}; remove the entry, or run with --update-suppressions.`,
  ),
  "too-many-warnings": error<{ count: number; limit: number }>(
    "There are more warnings, or findings of `audit`, than --max-warnings allows.",
    ({ count, limit }) => `--max-warnings allows ${limit}, and the run has ${count}; settle them or raise the limit.`,
  ),
  "output-outdated": error<{ path: string; state: "missing" | "different" | "stale" }>(
    "With --check, the output folder is not what a run would write.",
    ({ path, state }) => `"${path}" ${stateText[state]}; run generate without --check.`,
  ),
  "output-is-input": error<{ path: string }>(
    "The file that would be written is one of the inputs.",
    ({ path }) => `"${path}" is one of the inputs and is not overwritten; name another file.`,
  ),
  "name-not-found": error<{ name: string; near: string | undefined }>(
    "`explain` is given a name that nothing in the model has.",
    ({ name, near }) =>
      near === undefined
        ? `Nothing is called "${name}"; write the name of a type or an operation, or Type/property.`
        : `Nothing is called "${name}"; did you mean ${near}?`,
  ),
  "name-ambiguous": error<{ name: string; candidates: readonly string[] }>(
    "`explain` is given a short name that several elements have.",
    ({ name, candidates }) =>
      `"${name}" is the name of ${candidates.length} elements; write one of ${candidates.join(", ")}.`,
  ),
  "alias-taken": notice<{ alias: string; namespace: string; other: string }>(
    "Two namespaces of a converted document have one alias; the first keeps it.",
    ({ alias, namespace, other }) =>
      `The alias ${alias} stands for ${other} in the converted document, so ${namespace} has none there; check annotation paths that begin with it.`,
  ),
};

const usageOf: Readonly<Record<string, string>> = {
  generate: "schemas --output generated",
  convert: "schemas --to csdl-json",
  explain: "microsoft.graph.user schemas",
  permissions: "'GET /users/{id}' --in schemas",
  audit: "pages metadata.xml",
};

const stateText = {
  missing: "is missing",
  different: "is not what a run would write",
  stale: "is no longer generated",
} as const;
