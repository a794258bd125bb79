import type { ParseError } from "jsonc-parser";
import { isRecord, parsedJson } from "../../output/json-values.js";
import { unsafePathReason } from "../../output/path-rules.js";
import type { LockedService, LockFile } from "../locked-service.js";
import { Checks, type Keys } from "./checks.js";

export const LOCK_VERSION = 1;

/** Why a text is not a lock file. */
export interface LockProblem {
  /** Where in the text. */
  readonly offset: number;
  /** As the end of a sentence. */
  readonly reason: string;
  /** What to do, where restoring the file is not the only way. */
  readonly remedy?: string;
}

export type ParsedLock =
  { readonly ok: true; readonly lock: LockFile } | { readonly ok: false; readonly problems: readonly LockProblem[] };

/** The first of the lines that git leaves where two versions of a file contradict each other. */
const CONFLICT = /^(?:<{7}|\|{7}|={7}|>{7})(?:\s|$)/m;

/**
 * Parses a lock file. It decides which files are read and replaced, and its names become code, so every member is
 * checked, and the file is refused as a whole if one is wrong.
 */
export async function parseLock(text: string): Promise<ParsedLock> {
  const conflict = CONFLICT.exec(text);
  if (conflict !== null)
    return refused({
      offset: conflict.index,
      reason: "it has the marks of a merge conflict",
      remedy: "keep the lines of both sides, once each, without the marks",
    });
  const content = parsedJson(text);
  if (content === undefined) return refused({ offset: await malformedAt(text), reason: "it is not valid JSON" });
  const version = isRecord(content) ? content["lockVersion"] : undefined;
  if (typeof version === "number" && version > LOCK_VERSION)
    return refused({
      offset: await offsetOf(["lockVersion"], text),
      reason: `a newer version of odata-codegen wrote it, lockVersion ${version}`,
      remedy: "install that version",
    });
  const checks = new Checks();
  checkLock(content, checks);
  if (checks.found.length === 0)
    return {
      ok: true,
      lock: new Map(Object.entries((content as { services: Record<string, LockedService> }).services)),
    }; // every member was checked
  const problems = checks.found.map(async ({ keys, reason }) => ({ offset: await offsetOf(keys, text), reason }));
  return { ok: false, problems: await Promise.all(problems) };
}

function refused(problem: LockProblem): ParsedLock {
  return { ok: false, problems: [problem] };
}

/** The place of a value. Parsing with positions takes longer, so only a lock file that is wrong is parsed so. */
async function offsetOf(keys: Keys, text: string): Promise<number> {
  const { findNodeAtLocation, parseTree } = await import("jsonc-parser");
  const root = parseTree(text);
  const node = root && findNodeAtLocation(root, [...keys]);
  return (node?.parent?.type === "property" ? node.parent : node)?.offset ?? root?.offset ?? 0;
}

async function malformedAt(text: string): Promise<number> {
  const { parseTree } = await import("jsonc-parser");
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true });
  return errors[0]?.offset ?? 0;
}

function checkLock(content: unknown, checks: Checks): void {
  const members = new Map(checks.entries(content, [], ["lockVersion", "services"]));
  if (!isRecord(content)) return;
  if (members.get("lockVersion") !== LOCK_VERSION)
    checks.refuse(["lockVersion"], `"lockVersion" is not ${LOCK_VERSION}`);
  const files = new Map<string, string>();
  for (const [name, service] of checks.entries(members.get("services"), ["services"])) {
    const keys = ["services", name];
    for (const [key, value] of checks.entries(service, keys, ["inputs", "names"])) {
      if (key === "inputs") checkInputs(value, [...keys, key], files, checks);
      if (key === "names") checkNames(value, [...keys, key], checks);
    }
  }
}

/** `files`: the URLs of the files so far. */
function checkInputs(inputs: unknown, keys: Keys, files: Map<string, string>, checks: Checks): void {
  for (const [url, input] of checks.entries(inputs, keys)) {
    const own = [...keys, url];
    if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) checks.refuse(own, `"${url}" is not a URL`);
    const members = new Map(checks.entries(input, own, ["file", "etag", "sha256"]));
    const file = members.get("file");
    checkFile(file, [...own, "file"], checks);
    checks.text(members.get("sha256"), [...own, "sha256"], "a SHA-256", /^[0-9a-f]{64}$/);
    if (members.has("etag")) checks.text(members.get("etag"), [...own, "etag"], "a text");
    if (typeof file !== "string") continue;
    const other = files.get(file.toLowerCase()) ?? url;
    if (other !== url) checks.refuse([...own, "file"], `"${file}" is the copy of two URLs`);
    files.set(file.toLowerCase(), other);
  }
}

function checkFile(file: unknown, keys: Keys, checks: Checks): void {
  const reason = typeof file === "string" ? unsafePathReason(file) : "is not a text";
  if (reason !== undefined)
    checks.refuse(keys, typeof file === "string" ? `the path "${file}" ${reason}` : `"file" ${reason}`);
}

/** What TypeScript takes as a name (ECMA-262 §12.7, without escapes). */
const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

function checkNames(names: unknown, keys: Keys, checks: Checks): void {
  const members = new Map(checks.entries(names, keys, ["flat", "modules", "names"]));
  if (members.has("flat")) checks.text(members.get("flat"), [...keys, "flat"], "a namespace");
  const identifier = (value: unknown, at: Keys) => checkIdentifier(value, at, checks);
  for (const [namespace, module] of checks.entries(members.get("modules"), [...keys, "modules"]))
    identifier(module, [...keys, "modules", namespace]);
  for (const [element, value] of checks.entries(members.get("names"), [...keys, "names"])) {
    const own = [...keys, "names", element];
    if (!isRecord(value)) {
      identifier(value, own);
      continue;
    }
    const parts = new Map(checks.entries(value, own, ["name", "roles"]));
    identifier(parts.get("name"), [...own, "name"]);
    for (const [role, name] of checks.entries(parts.get("roles"), [...own, "roles"]))
      identifier(name, [...own, "roles", role]);
  }
}

function checkIdentifier(value: unknown, keys: Keys, checks: Checks): void {
  if (typeof value === "string" && IDENTIFIER.test(value)) return;
  checks.refuse(keys, `the name of "${keys.at(-1)}" is not an identifier`);
}
