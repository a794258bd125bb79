import { Sources } from "../diagnostics/position.js";
import { Report } from "../diagnostics/report.js";
import { type Kind, recognize } from "./recognize.js";
import type { Io } from "../sources/io.js";
import { type LoadedSource, loadSources } from "../sources/load-sources.js";

/** The texts of the inputs, not yet read, with all that was said of finding them. */
export interface LoadedInputs {
  readonly loaded: readonly LoadedSource<Kind>[];
  readonly sources: Sources;
  readonly report: Report;
}

export interface LoadRequest {
  readonly inputs: readonly string[];
  readonly base?: string;
  readonly allowRemote?: readonly string[];
}

/** Loads the texts of the inputs. Parsers are not needed for that, and so not loaded. */
export async function load({ inputs, ...options }: LoadRequest, io: Io): Promise<LoadedInputs> {
  const report = new Report();
  const { loaded, sources } = await loadSources(inputs, io, report, { recognize, ...options, sources: new Sources() });
  return { loaded, sources, report };
}
