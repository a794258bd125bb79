import type { StopSignal } from "./diagnostics/stop-signal.js";
import { Report } from "./diagnostics/report.js";
import { recoverOutput } from "./output/journal/recover.js";
import { load } from "./read/read.js";
import { pause } from "./read/run-options.js";
import { optionPlacesOf } from "./services/option-places.js";
import type { Service } from "./services/read-services.js";
import { type Given, optionsOf, requestOf } from "./services/service-request.js";
import type { RunHooks, ServiceResult } from "./services/service-run.js";
import type { Io } from "./sources/io.js";
import { upToDate } from "./up-to-date/up-to-date.js";

export interface ServiceRunOptions extends RunHooks {
  /** Options in the place of those of the service; `check`, `verify` and `force`, too. Relative paths start from `io.cwd`. */
  readonly given?: Given["given"];
}

/**
 * Generates a service as the command does: nothing is done if the output is up to date; names are kept in the lock file,
 * and a run that was killed is finished first. Reads inputs by `io`, and writes to the disk.
 */
export async function generateService(
  service: Service,
  io: Io,
  { given = {}, ...hooks }: ServiceRunOptions = {},
): Promise<ServiceResult> {
  const { name, base } = service;
  const { signal, watch, changing = guardedBy(signal) } = hooks;
  const { check, verify, force, onDone } = optionsOf(service, { given, cwd: io.cwd });
  const report = new Report();
  const request = await requestOf(service, { given, cwd: io.cwd }, report);
  watch?.stage("reading");
  const loaded = await load(request, io, { report });
  await pause(signal);
  // First, so that a folder where a run was killed becomes whole even if the inputs have errors.
  const inputs = loaded.loaded.flatMap(({ path }) => path ?? []);
  await changing(() => recoverOutput({ folder: request.output, cwd: base, inputs }));
  signal?.throwIfAborted();
  // What a command makes of the files also depends on its configuration and version.
  const isKnown = !verify && onDone === undefined;
  const same = isKnown ? await upToDate(request, loaded, io) : undefined;
  if (same !== undefined)
    return { ...same, done: check ? "compared" : { written: [], removed: [] }, report, sources: loaded.sources };
  const { generateWhole } = await import("./generate-whole.js");
  const result = await generateWhole({ name, request, loaded, io, check, verify, force, onDone, ...hooks, changing });
  result.report.placeOptions(optionPlacesOf(service, given));
  return result;
}

function guardedBy(signal: StopSignal = new AbortController().signal): NonNullable<RunHooks["changing"]> {
  return (step) => step(signal);
}
