import type { Source } from "../diagnostics/position.js";
import type { Place } from "../diagnostics/report.js";
import type { DocumentedViewName } from "../views/documented/parts.js";

/** Output of one's own beside that of the tool, or in its place. */
export interface OwnRequest {
  /** A folder of templates that replace built-in ones of the same name: absolute, or relative to `base`. */
  readonly templates?: string | undefined;
  /** Folders of artifacts of one's own, each with its `artifact.json`: absolute, or relative to `base`. */
  readonly artifacts?: readonly string[];
}

export function hasOwn({ templates, artifacts = [] }: OwnRequest): boolean {
  return templates !== undefined || artifacts.length > 0;
}

/** The texts of templates and artifacts, not yet parsed but for `artifact.json`. */
export interface OwnTexts {
  /** Templates that replace built-in ones, and their partials. */
  readonly overlay: OwnTemplates;
  readonly artifacts: readonly OwnArtifact[];
  /** All texts in the order in which they were read. */
  readonly sources: readonly Source[];
  /** Absolute paths of the files that were read. */
  readonly paths: readonly string[];
}

/** Templates by name, that of their files without extension. */
export type OwnTemplates = ReadonlyMap<string, Source>;

export interface OwnArtifact {
  readonly name: string;
  /** The path of its `artifact.json`, for messages. */
  readonly file: string;
  readonly view: DocumentedViewName;
  readonly files: readonly ArtifactFile[];
  readonly templates: OwnTemplates;
}

/** A file, or one for each part of the view. */
export interface ArtifactFile {
  readonly template: string;
  /** Relative to the output folder, with `/`; of a file for each part with `{name}`. */
  readonly path: string;
  readonly each: string | undefined;
  /** Where `artifact.json` has its path and its template. */
  readonly places: { readonly path: Place; readonly template: Place };
}
