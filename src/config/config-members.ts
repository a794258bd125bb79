import { nearest } from "../diagnostics/near.js";
import type { Report } from "../diagnostics/report.js";
import type { ConfigEntry, ConfigValue } from "./config-value.js";

/** The entries of an object by key. Reports unknown keys, unless `allowed` is undefined, and repeated ones. */
export function members(
  value: ConfigValue,
  path: string,
  allowed: readonly string[] | undefined,
  report: Report,
): ReadonlyMap<string, ConfigEntry> | undefined {
  if (value.entries === undefined) {
    invalid(value, path, "an object", value.shown, report);
    return undefined;
  }
  const byKey = new Map<string, ConfigEntry>();
  for (const entry of value.entries) {
    const { key, place } = entry;
    if (allowed !== undefined && !allowed.includes(key)) {
      report.add("config-unknown-key", place, { key, allowed, near: nearest(key, allowed) });
    } else if (byKey.has(key)) {
      report.add("config-invalid", place, { key, expected: "one value", found: "several" });
    } else {
      byKey.set(key, entry);
    }
  }
  return byKey;
}

export function invalid(value: ConfigValue, key: string, expected: string, found: string, report: Report): void {
  report.add("config-invalid", value.place, { key, expected, found });
}

export function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
