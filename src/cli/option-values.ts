import { type EntryForm, wrongEntry } from "../config/options/entry-forms.js";
import { flagOf, type Option, type OptionTable } from "../config/options/option.js";
import type { Report } from "../diagnostics/report.js";

/** The place of diagnostics about the command line. */
export const commandLine = { path: "<command line>" };

/**
 * The values of a table's options by name, from the options as yargs parsed them (by flag without dashes). A value of
 * the wrong form, or one of several where one is expected, is reported and left out.
 */
export function optionValues(
  table: OptionTable,
  parsed: Readonly<Record<string, unknown>>,
  report: Report,
): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(table)) {
    const flag = flagOf(name);
    const value = parsed[flag.slice(2)];
    if (value !== undefined) values[name] = optionValue(flag, option, value, report);
  }
  return values;
}

function optionValue(flag: string, option: Option, value: unknown, report: Report): unknown {
  if (Array.isArray(value) && option.type !== "list" && option.type !== "map") {
    report.add("usage-option-twice", commandLine, { option: flag });
    return undefined;
  }
  const checked = checkedValue(option, value);
  if (checked === undefined)
    report.add("usage-option-value", commandLine, { option: flag, expected: expected(option), found: shown(value) });
  else if (option.type === "map") return checkedEntries(flag, option.entries, checked, report);
  return checked;
}

/** The value in its type, undefined if the option does not take it. */
function checkedValue(option: Option, value: unknown): unknown {
  switch (option.type) {
    case "flag":
      return value;
    case "text":
      return value === "" ? undefined : value;
    case "count":
      return /^\d{1,15}$/.test(String(value)) && Number(value) >= (option.from ?? 0) ? Number(value) : undefined;
    case "choice":
      return option.choices.includes(String(value)) ? value : undefined;
    case "list":
      return isList(value) && value.every((item) => item !== "" && (option.choices?.includes(item) ?? true))
        ? value
        : undefined;
    case "map":
      return isList(value) && value.every((item) => PAIR.test(item)) ? Object.fromEntries(value.map(pair)) : undefined;
  }
}

/** The entries that have the form of the option. */
function checkedEntries(flag: string, form: EntryForm, checked: unknown, report: Report): unknown {
  const entries = Object.entries(checked as Readonly<Record<string, string>>); // made of pairs
  const wrong = entries.flatMap((entry) => wrongEntry(form, entry) ?? []);
  for (const found of wrong)
    report.add("usage-option-value", commandLine, { option: flag, expected: form.expected, found: shown(found) });
  return wrong.length === 0 ? checked : undefined;
}

/** A key and its text, as `key=text`. */
const PAIR = /^([^=]+)=(.+)$/;

function pair(item: string): readonly [key: string, text: string] {
  const [, key = "", text = ""] = PAIR.exec(item) ?? [];
  return [key, text];
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0;
}

function expected(option: Option): string {
  switch (option.type) {
    case "flag":
      return "no value";
    case "count":
      return option.from === undefined ? "a whole number" : `a whole number from ${option.from} on`;
    case "choice":
      return `one of ${option.choices.join(", ")}`;
    case "text":
      return `a ${option.value ?? "value"}`;
    case "map":
      return `a ${option.value ?? "key=text"}`;
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
