import type { Report } from "../diagnostics/report.js";
import { checkedInputs, expectedInput } from "./check-inputs.js";
import { invalid, isText, members } from "./config-members.js";
import type { ConfigValue } from "./config-value.js";
import { generateOptions } from "./options/generate.js";
import { wrongEntry } from "./options/entry-forms.js";
import type { Option } from "./options/option.js";
import { type Suppression, suppressionsOf } from "./suppressions.js";
import type { ServiceConfig, ServiceOptions } from "./user-config.js";

const optionTable: ReadonlyMap<string, Option> = new Map(
  Object.entries(generateOptions).filter(([, { inConfig }]) => inConfig),
);

const serviceKeys: readonly string[] = ["input", ...optionTable.keys(), "suppressions"];

/** Each service has an output folder of its own. */
const defaultKeys = [...optionTable.keys()].filter((name) => name !== "output");

/** A service without errors. */
export interface CheckedService extends ServiceOptions, Pick<ServiceConfig, "input" | "output"> {
  readonly suppressions?: string | readonly Suppression[];
}

/** Checks the value of a config file. Every error is reported, and services with one are left out. */
export function checkedConfig(
  value: ConfigValue,
  report: Report,
): { readonly services: Readonly<Record<string, CheckedService>> } {
  const root = members(
    value,
    typeof value.place === "number" ? "the whole file" : "export default",
    ["services", "defaults", "$schema"],
    report,
  );
  const services = root?.get("services");
  if (root !== undefined && services === undefined)
    invalid(value, "services", "an object, one entry for each service", "nothing", report);
  const named = services === undefined ? undefined : members(services.value, "services", undefined, report);
  if (services !== undefined && named?.size === 0)
    invalid(services.value, "services", "at least one service", "an empty object", report);
  const defaults = checkedDefaults(root?.get("defaults")?.value, report);
  const checked = [...(named ?? [])].flatMap(([name, entry]) => {
    const service = checkedService(entry.value, `services.${name}`, report);
    return service === undefined ? [] : [[name, { ...defaults, ...service }] as const];
  });
  return { services: Object.fromEntries(checked) };
}

function checkedDefaults(value: ConfigValue | undefined, report: Report): ServiceOptions {
  const given = value === undefined ? undefined : members(value, "defaults", defaultKeys, report);
  const options: Record<string, unknown> = {};
  for (const [key, { value }] of given ?? []) options[key] = checkedMember(value, key, `defaults.${key}`, report);
  return options; // every member was checked against the option table
}

function checkedService(value: ConfigValue, path: string, report: Report): CheckedService | undefined {
  const given = members(value, path, serviceKeys, report);
  if (given === undefined) return undefined;
  const service: Record<string, unknown> = {};
  for (const [key, { value }] of given) service[key] = checkedMember(value, key, `${path}.${key}`, report);
  for (const key of ["input", "output"]) {
    if (!given.has(key)) invalid(value, `${path}.${key}`, expectedOf(key), "nothing", report);
  }
  const complete = [service["input"], service["output"]].every((member) => member !== undefined);
  return complete ? (service as unknown as CheckedService) : undefined; // every member was checked against the option table
}

function checkedMember(value: ConfigValue, key: string, path: string, report: Report): unknown {
  const option = optionTable.get(key);
  if (key === "input") return checkedInputs(value, path, report);
  if (key === "suppressions" && value.items !== undefined) return suppressionsOf(value.items, report);
  if (option?.type === "map" && value.entries !== undefined) return checkedMap(value, option, path, report);
  const checked = option === undefined ? checkedPath(value) : checkedOption(value, option);
  if (checked === undefined) invalid(value, path, expectedOf(key), foundIn(value, option), report);
  return checked;
}

function checkedPath({ scalar }: ConfigValue): string | undefined {
  return isText(scalar) ? scalar : undefined;
}

function checkedOption(value: ConfigValue, option: Option): unknown {
  const { scalar } = value;
  switch (option.type) {
    case "flag":
      return typeof scalar === "boolean" ? scalar : undefined;
    case "count":
      return typeof scalar === "number" && Number.isSafeInteger(scalar) && scalar >= 0 ? scalar : undefined;
    case "text":
      return isText(scalar) ? scalar : undefined;
    case "choice":
      return isText(scalar) && option.choices.includes(scalar) ? scalar : undefined;
    case "list":
      return checkedList(value, option.choices);
    case "map":
      return undefined; // no object
  }
}

/** The entries that have the form of the option. Others are reported at their places. */
function checkedMap(
  value: ConfigValue,
  { entries: form }: Extract<Option, { readonly type: "map" }>,
  path: string,
  report: Report,
): Readonly<Record<string, string>> {
  const entries = [...(members(value, path, undefined, report)?.values() ?? [])];
  const texts = entries.flatMap(({ key, value: { scalar, shown }, place }) => {
    if (isText(scalar) && wrongEntry(form, [key, scalar]) === undefined) return [[key, scalar] as const];
    report.add("config-invalid", place, { key: `${path}["${key}"]`, expected: form.expected, found: shown });
    return [];
  });
  return Object.fromEntries(texts);
}

/** A list, or its only item. A list of choices must not be empty. */
function checkedList(value: ConfigValue, choices: readonly string[] | undefined): readonly string[] | undefined {
  if (isText(value.scalar)) return choices?.includes(value.scalar) === false ? undefined : [value.scalar];
  if (choices === undefined) return value.items?.length === 0 ? [] : texts(value);
  return texts(value)?.every((item) => choices.includes(item)) ? texts(value) : undefined;
}

function texts({ items }: ConfigValue): readonly string[] | undefined {
  const found = (items ?? []).map(({ scalar }) => scalar).filter(isText);
  return found.length > 0 && found.length === items?.length ? found : undefined;
}

function expectedOf(key: string): string {
  const option = optionTable.get(key);
  if (key === "suppressions") return "a list of suppressions, or the path of a suppression file";
  if (option === undefined) return expectedInput;
  switch (option.type) {
    case "flag":
      return "true or false";
    case "count":
      return "a whole number from 0";
    case "text":
      return `a non-empty string (${option.value ?? key})`;
    case "choice":
      return `one of ${quoted(option.choices)}`;
    case "map":
      return `an object of strings (${option.value ?? "key=text"})`;
    case "list":
      return option.choices === undefined
        ? "a string, or a list of them"
        : `one or a list of ${quoted(option.choices)}`;
  }
}

/** What was found in place of the expected value: of a list, the first wrong item. */
function foundIn(value: ConfigValue, option: Option | undefined): string {
  if (value.items === undefined) return value.shown;
  const choices = option !== undefined && "choices" in option ? option.choices : undefined;
  const wrong = value.items.find(({ scalar }) => !isText(scalar) || choices?.includes(scalar) === false);
  return wrong === undefined || (option !== undefined && option.type !== "list") ? value.shown : wrong.shown;
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(", ");
}
