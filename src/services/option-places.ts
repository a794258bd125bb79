import { flagOf } from "../config/options/option.js";
import type { OptionPlaces } from "../diagnostics/report.js";
import type { Service } from "./read-services.js";

/** Where the config file has the options of a service, but for those that the command line has. */
export function optionPlacesOf(
  { optionPlaces = {} }: Pick<Service, "optionPlaces">,
  given: Readonly<Record<string, unknown>>,
): OptionPlaces {
  const names = Object.keys(given).filter((name) => given[name] !== undefined);
  const flags = new Set(names.map((name) => flagOf(name)));
  const isOfConfig = (option: string): boolean => !flags.has(option.split(" ", 1)[0] ?? "");
  return Object.fromEntries(Object.entries(optionPlaces).filter(([option]) => isOfConfig(option)));
}

/** Whether two services are run alike, wherever the config file has their options. */
export function isSameService(a: Service | undefined, b: Service | undefined): boolean {
  return JSON.stringify({ ...a, optionPlaces: undefined }) === JSON.stringify({ ...b, optionPlaces: undefined });
}
