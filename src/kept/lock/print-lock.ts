import type { LockedName, LockedNames } from "../../naming/locked-names.js";
import type { KeptInput, LockedService, LockFile } from "../locked-service.js";
import { LOCK_VERSION } from "./parse-lock.js";

type Entry = readonly [key: string, json: string];

/** The text of a lock file. It is sorted, with one line for each copy and each name, so that versions of it merge well. */
export function printLock(lock: LockFile): string {
  const services = [...lock].map(([name, service]): Entry => [name, serviceJson(service)]);
  const entries: readonly Entry[] = [
    ["lockVersion", String(LOCK_VERSION)],
    ["services", lines(sorted(services), 1)],
  ];
  return `${lines(entries, 0)}\n`;
}

function serviceJson({ inputs, names }: LockedService): string {
  const entries: Entry[] = [];
  if (inputs !== undefined) entries.push(["inputs", lines(sortedBy(inputs, inputJson), 3)]);
  if (names !== undefined) entries.push(["names", namesJson(names)]);
  return lines(entries, 2);
}

function inputJson({ file, etag, sha256 }: KeptInput): string {
  const tag: readonly Entry[] = etag === undefined ? [] : [["etag", JSON.stringify(etag)]];
  return line([["file", JSON.stringify(file)], ...tag, ["sha256", JSON.stringify(sha256)]]);
}

function namesJson({ flat, modules, names }: LockedNames): string {
  const root: readonly Entry[] = flat === undefined ? [] : [["flat", JSON.stringify(flat)]];
  const own: readonly Entry[] = [
    [
      "modules",
      lines(
        sortedBy(modules, (name) => JSON.stringify(name)),
        4,
      ),
    ],
    ["names", lines(sortedBy(names, nameJson), 4)],
  ];
  return lines([...root, ...own], 3);
}

function nameJson(name: LockedName): string {
  if (typeof name === "string") return JSON.stringify(name);
  const roles = line(sortedBy(name.roles, (role) => JSON.stringify(role)));
  return line([
    ["name", JSON.stringify(name.name)],
    ["roles", roles],
  ]);
}

function sortedBy<T>(record: Readonly<Record<string, T>>, print: (value: T) => string): readonly Entry[] {
  return sorted(Object.entries(record).map(([key, value]): Entry => [key, print(value)]));
}

function sorted(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** An object with one line for each entry. */
function lines(entries: readonly Entry[], depth: number): string {
  if (entries.length === 0) return "{}";
  const indent = "  ".repeat(depth);
  return `{\n${entries.map((entry) => `${indent}  ${member(entry)}`).join(",\n")}\n${indent}}`;
}

/** An object on one line. */
function line(entries: readonly Entry[]): string {
  return entries.length === 0 ? "{}" : `{ ${entries.map(member).join(", ")} }`;
}

function member([key, json]: Entry): string {
  return `${JSON.stringify(key)}: ${json}`;
}
