import { error, notice, warning } from "./entry.js";

/** Diagnostics of planning the output. */
export const viewsEntries = {
  "name-taken": notice<{ element: string; name: string; instead: string }>(
    "Two elements would have the same TypeScript name (ignoring letter case).",
    ({ element, name, instead }) => `The name ${name} for ${element} is already used, so it is named ${instead}.`,
  ),
  "name-taken-by-rule": warning<{ element: string; name: string; instead: string; other: string; rule: string }>(
    "The option `names` gives an element the name that another one would have.",
    ({ element, name, instead, other, rule }) =>
      `The rule ${rule} of names calls ${other} ${name}, so ${element} is named ${instead}; name one of them otherwise in names.`,
  ),
  "name-rule-refused": warning<{
    element: string;
    name: string;
    instead: string;
    rule: string;
    holder?: string | undefined;
  }>(
    "The option `names` gives an element a name that is used for something else.",
    ({ element, name, instead, rule, holder }) =>
      `${element} cannot be named ${name} by the rule ${rule} of names, since ${holder ?? "every output"} has that name; it is named ${instead}. Choose another name.`,
  ),
  "name-rule-unmatched": warning<{ rule: string; near: string | undefined }>(
    "A rule of the option `names` fits no type, and no operation for which names are emitted.",
    ({ rule, near }) =>
      `The rule ${rule} of names fits no type or operation that is named; ${near === undefined ? "remove it, or correct its name." : `did you mean ${near}?`}`,
  ),
  "type-mapping-unmatched": warning<{ type: string; known: boolean; near: string | undefined }>(
    "An entry of the option `typeMapping` is about no primitive type, and about no type definition of the service.",
    ({ type, known, near }) =>
      `${type} ${known ? "cannot be mapped" : "is not known here"}: typeMapping takes primitive types with values in JSON and type definitions; ${near === undefined ? "correct its name, or remove it." : `did you mean ${near}?`}`,
  ),
  "type-mapping-unfit": error<{ code: number; problem: string }>(
    "`--verify` finds that a type of the option `typeMapping` is not exported, or does not fit the values that it stands for.",
    ({ code, problem }) =>
      `A type of typeMapping cannot be used (TS${code}: ${problem}); its module has to export it, for values of the type that it stands for.`,
  ),
  "locked-name-refused": warning<{ element: string; instead: string }>(
    "A name in the lock file cannot be that of a type, or is used for something else, so an element is renamed.",
    ({ element, instead }) =>
      `The name for ${element} in the lock file is not valid or not free, so it is named ${instead}; correct its uses, or the lock file.`,
  ),
  "segment-renamed": notice<{ element: string; name: string; instead: string }>(
    "A path segment has the name of a client method.",
    ({ element, name, instead }) =>
      `${name} is a method of the client, so the segment of ${element} is named ${instead}.`,
  ),
  "literal-ambiguous": warning<{ parameter: string; first: string; second: string }>(
    "Functions of one type with the same name have parameters with the same name but different types; the client formats them all as one type.",
    ({ parameter, first, second }) =>
      `The client formats ${parameter} as ${first}, but here it is ${second}; call this function with client.request().`,
  ),
  "base-url-invalid": error(
    "The option for the service root of the client is no URL of one.",
    () => "It takes a service root such as https://host/service or /api, without user, query and fragment.",
  ),
  "example-unsound": warning<{ what: string; wrong: string; others: number }>(
    "The body of an example does not match its type; it is omitted from `examples.ts`.",
    ({ what, wrong, others }) =>
      `This example is omitted: ${what} ${wrong}${others === 0 ? "" : `, and ${others} more`}; correct the example or the declaration.`,
  ),
  "example-wrapped": notice(
    "An example has an entity inside of `value`; `examples.ts` has the entity itself.",
    () => 'The entity of this example is inside of "value", unlike in responses of services; it is unwrapped.',
  ),
};
