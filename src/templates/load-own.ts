import { join, resolve } from "node:path";
import type { Sources } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import type { Io } from "../sources/io.js";
import { readArtifact } from "./artifact-file.js";
import type { OwnArtifact, OwnRequest, OwnTexts } from "./own-request.js";
import { readTemplates, readText, type Reading, reportMissing } from "./read-folder.js";

interface Loading {
  readonly io: Io;
  /** The folder that relative ones are resolved against. */
  readonly base: string;
  readonly sources: Sources;
  readonly report: Report;
}

/** Reads the templates and artifacts of a request. Compiles nothing, so that no compiler is loaded. */
export async function loadOwn({ templates, artifacts = [] }: OwnRequest, loading: Loading): Promise<OwnTexts> {
  const reading: Reading = { ...loading, paths: [], texts: [] };
  const given = templates === undefined ? undefined : { folder: templates, option: "--templates" as const };
  const overlay = given === undefined ? new Map() : await readTemplates(given, reading);
  if (given !== undefined && overlay.size === 0) reportMissing(given, "templates (.hbs)", reading);
  const found: OwnArtifact[] = [];
  for (const folder of artifacts) {
    const artifact = await loadArtifact(folder, found, reading);
    if (artifact !== undefined) found.push(artifact);
  }
  return { overlay, artifacts: found, sources: reading.texts, paths: reading.paths };
}

async function loadArtifact(
  folder: string,
  others: readonly OwnArtifact[],
  reading: Reading,
): Promise<OwnArtifact | undefined> {
  const given = { folder, option: "--artifacts" as const };
  const path = join(resolve(reading.base, folder), "artifact.json");
  if ((await reading.io.stat(path))?.kind !== "file") {
    reportMissing(given, "artifact.json", reading);
    return undefined;
  }
  const source = await readText(path, folder, reading);
  const templates = await readTemplates(given, reading);
  return source && readArtifact(source, templates, others, reading.report);
}
