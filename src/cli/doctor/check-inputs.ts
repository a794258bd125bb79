/** Checks the inputs of a service: the copies of its URLs, and whether they changed since the output was generated. */
import { resolve } from "node:path";
import { pathName } from "../../diagnostics/path-name.js";
import { reasonOf } from "../../diagnostics/reason-of.js";
import { Report } from "../../diagnostics/report.js";
import { copyState, type CopyState } from "../../kept/kept-inputs.js";
import { load } from "../../read/read.js";
import { nodeIo } from "../../sources/node-io.js";
import { isAllowed, withoutCredentials } from "../../sources/remote/remote-input.js";
import { earlierRun } from "../../up-to-date/earlier-run.js";
import { upToDate } from "../../up-to-date/up-to-date.js";
import { requestOf } from "../../services/service-request.js";
import type { Service } from "../services.js";
import { type Check, shownPaths } from "./check.js";

/** Checks the copies that the lock file lists, and that there is one of each URL. */
export async function checkCopies(
  { name = "", base, remotes, locked, options }: Service,
  cwd: string,
): Promise<readonly Check[]> {
  if (remotes.length === 0) return [];
  const found: Record<CopyState | "unfetched", string[]> = { kept: [], edited: [], missing: [], unfetched: [] };
  for (const input of Object.values(locked.inputs ?? {})) {
    const path = pathName(resolve(base, input.file), "", cwd);
    try {
      found[await copyState(input, base)].push(path);
    } catch (failure) {
      return [checkOf(name, "error", `"${path}" cannot be read: ${reasonOf(failure)}; change its permissions`)];
    }
  }
  for (const { url } of remotes)
    if (locked.inputs?.[url] === undefined && !isAllowed(url, options.allowRemote ?? []))
      found.unfetched.push(withoutCredentials(url));
  const checks = [
    ...problem(name, "error", found.unfetched, `no copy; run fetch ${name}`),
    ...problem(name, "error", found.missing, `is missing; run fetch ${name}`),
    ...problem(
      name,
      "warning",
      found.edited,
      `differs from what was fetched; undo that, or run fetch ${name} --refresh`,
    ),
  ];
  return checks.length > 0 || found.kept.length === 0
    ? checks
    : [checkOf(name, "ok", `${shownPaths(found.kept)} as fetched`)];
}

function problem(service: string, state: Check["state"], paths: readonly string[], what: string): readonly Check[] {
  return paths.length === 0 ? [] : [checkOf(service, state, `${shownPaths(paths)}: ${what}`)];
}

function checkOf(service: string, state: Check["state"], message: string): Check {
  return { about: "inputs", service, state, message };
}

/**
 * Checks by the record of the last run whether its inputs, options and output are the same. Sends no request: inputs
 * without a copy count as unknown.
 */
export async function checkUpToDate(service: Service, cwd: string): Promise<Check> {
  const { name = "", base } = service;
  const report = new Report();
  const io = nodeIo(cwd);
  const request = { ...(await requestOf(service, { given: {}, cwd }, report)), allowRemote: [] };
  const loaded = await load(request, io, { report });
  const about = { about: "up-to-date", service: name };
  if (loaded.report.failed) {
    const first = loaded.report.diagnostics.find(({ severity }) => severity === "error");
    return { ...about, state: "error", message: first?.message ?? "" };
  }
  const inputs = loaded.loaded.flatMap(({ path }) => path ?? []);
  if ((await earlierRun({ folder: request.output, cwd: base, inputs })) === undefined)
    return {
      ...about,
      state: "ok",
      message: "the last run is not recorded here; run generate --check to compare its output",
    };
  return (await upToDate(request, loaded, io)) === undefined
    ? { ...about, state: "warning", message: "inputs, options or output changed since the last run; run generate" }
    : { ...about, state: "ok", message: "nothing changed since the last run" };
}
