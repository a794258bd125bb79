import { flagOf, type Option, withDefaults } from "../config/options.js";
import type { Report } from "../diagnostics/report.js";
import type { Given, OptionTable } from "./command.js";

/** Where the faults of the command line stand. */
export const commandLine = { path: "<command line>" };

/** The values of a table's options, checked; one that is not as its option takes it is reported and left out. */
export function optionValues<T extends OptionTable>(
  table: T,
  values: Readonly<Record<string, unknown>>,
  report: Report,
): Given<T> {
  const given: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(table)) {
    const flag = flagOf(name);
    const value = values[flag.slice(2)];
    if (value !== undefined) given[name] = optionValue(flag, option, value, report);
  }
  return given as Given<T>; // each value was checked against the table that types it
}

function optionValue(flag: string, option: Option, value: unknown, report: Report): unknown {
  if (Array.isArray(value) && option.type !== "list") {
    report.add("usage-option-twice", commandLine, { option: flag });
    return undefined;
  }
  const read = readValue(option, value);
  if (read === undefined)
    report.add("usage-option-value", commandLine, { option: flag, expected: expected(option), found: shown(value) });
  return read;
}

/** The value as its type has it, undefined where it has none such. */
function readValue(option: Option, value: unknown): unknown {
  if (option.type === "flag") return typeof value === "boolean" ? value : undefined;
  const texts = [value].flat().filter((text) => typeof text === "string");
  if (option.type === "list") {
    const items = texts
      .flatMap((text) => (option.whole === true ? [text] : text.split(",")))
      .map((text) => text.trim());
    return items.length > 0 && items.every((item) => item !== "" && (option.choices?.includes(item) ?? true))
      ? items
      : undefined;
  }
  const [text = ""] = texts;
  if (option.type === "count") return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
  if (option.type === "choice") return option.choices.includes(text) ? text : undefined;
  return text === "" ? undefined : text;
}

/** What an option takes, in words. */
export function expected(option: Option): string {
  switch (option.type) {
    case "flag":
      return "no value";
    case "count":
      return "a whole number";
    case "choice":
      return `one of ${option.choices.join(", ")}`;
    case "text":
      return `a ${option.value ?? "value"}`;
    case "list":
      if (option.whole === true) return `a ${option.value ?? "value"}`;
      return option.choices === undefined
        ? "values separated by commas"
        : `some of ${option.choices.join(", ")}, separated by commas`;
  }
}

function shown(value: unknown): string {
  const text = [value].flat().join(",");
  return text === "" ? "an empty value" : `"${text}"`;
}

/** The default of an option as help texts show it, undefined when it has none. */
export function defaultOf(name: string, option: Option): string | undefined {
  const value: unknown = withDefaults({ [name]: option }, {})[name];
  const text = Array.isArray(value) ? value.join(",") : value;
  return text === undefined || text === false || text === "" ? undefined : String(text);
}
