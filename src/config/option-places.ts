import type { Sources } from "../diagnostics/position.js";
import type { FilePlace, OptionPlaces, Place } from "../diagnostics/report.js";
import type { ConfigEntry, ConfigValue } from "./config-value.js";
import { generateOptions } from "./options/generate.js";
import { flagOf, type Option } from "./options/option.js";

const optionTable: ReadonlyMap<string, Option> = new Map(Object.entries(generateOptions));

/** The places of the options of a service: its own, and of those that it lacks the defaults. */
export function optionPlacesOf(config: ConfigValue, name: string, sources: Sources): OptionPlaces {
  const entries = [["defaults"], ["services", name]].flatMap((path) => entriesAt(config, path));
  const last = new Map(entries.map((entry) => [entry.key, entry]));
  return Object.fromEntries([...last.values()].flatMap((entry) => placesOf(entry, sources)));
}

function entriesAt(value: ConfigValue, [key, ...deeper]: readonly string[]): readonly ConfigEntry[] {
  if (key === undefined) return value.entries ?? [];
  const entry = value.entries?.findLast((one) => one.key === key);
  return entry === undefined ? [] : entriesAt(entry.value, deeper);
}

function placesOf({ key, place, value }: ConfigEntry, sources: Sources): readonly (readonly [string, FilePlace])[] {
  if (optionTable.get(key)?.inConfig !== true) return [];
  const flag = flagOf(key);
  const named = (text: unknown, at: Place) => [`${flag} ${String(text)}`, filePlace(at, sources)] as const;
  return [
    [flag, filePlace(place, sources)],
    ...(value.entries ?? []).map((entry) => named(entry.key, entry.place)),
    ...(value.items ?? [value]).flatMap((item) => (item.scalar === undefined ? [] : [named(item.scalar, item.place)])),
  ];
}

function filePlace(place: Place, sources: Sources): FilePlace {
  if (typeof place !== "number") return place;
  const { source: path, line, column } = sources.locate(place);
  return { path, line, column };
}
