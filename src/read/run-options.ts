import type { StopSignal } from "../diagnostics/stop-signal.js";
import { setImmediate } from "node:timers/promises";
import type { Sources } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import type { LoadedSource } from "../sources/load-sources.js";
import type { Kind } from "./recognize.js";

/** The texts of the inputs, not yet parsed, and the diagnostics of finding them. */
export interface LoadedInputs {
  readonly loaded: readonly LoadedSource<Kind>[];
  readonly sources: Sources;
  readonly report: Report;
}

/** Told how far a run is. */
export interface Watch {
  /** Before each input is parsed: its number, counted from 1, and how many there are. */
  input(input: number, count: number): void;
  /** Before each later stage, e.g. `merging`. */
  stage(name: string): void;
  /** Before each file of a stage (`generating`, `writing`): its number, counted from 1, and about how many there are. */
  file?(stage: string, file: number, count: number): void;
}

/** How a run goes on, beside what it works on. */
export interface RunOptions<Loaded = LoadedInputs> {
  /**
   * Ends the run between inputs and between stages, once it is aborted: the promise rejects with the reason of the
   * signal. A request for a URL is waited for.
   */
  readonly signal?: StopSignal | undefined;
  /** Told how far the run is. */
  readonly watch?: Watch | undefined;
  /** What `load` gave, if the inputs are loaded already. */
  readonly loaded?: Loaded | undefined;
}

/** Lets timers and events happen, which may abort the signal, and rejects if one has. */
export async function pause(signal: StopSignal | undefined): Promise<void> {
  if (signal === undefined) return;
  await setImmediate();
  signal.throwIfAborted();
}
