import { existsSync } from "node:fs";
import { dirname, relative, sep } from "node:path";
import { isBelow, withFoldersAbove } from "./seen.js";

export interface WatchedPaths {
  /** Existing folders that the watch starts from. */
  readonly starts: readonly string[];
  /** Whether a change of the path can concern a run, or of something below it. */
  covers(path: string): boolean;
}

export interface Wanted {
  /** Files that may not exist. */
  readonly files: Iterable<string>;
  /** Folders in which new files count. */
  readonly roots: Iterable<string>;
  /** Output folders, which a run changes itself. */
  readonly outputs: readonly string[];
  /** Folders that stay, so that what is removed below them and made again is noticed. */
  readonly bases: readonly string[];
}

/** Determines what to watch: not single files, since one that is removed would not be noticed when it is back. */
export function watchedPaths({ files, roots, outputs, bases }: Wanted): WatchedPaths {
  const folders = [...new Set(roots)];
  const targets = [...new Set([...files, ...folders])];
  const exact = new Set(targets.flatMap(withFoldersAbove));
  const isOutput = (path: string) => outputs.some((output) => path === output || isBelow(path, output));
  return {
    starts: startsOf(targets, bases),
    covers: (path) =>
      exact.has(path) || (!isOutput(path) && folders.some((folder) => isBelow(path, folder) && isRead(path, folder))),
  };
}

/** Whether a folder or glob includes the path: hidden entries and `node_modules` never. */
function isRead(path: string, folder: string): boolean {
  return relative(folder, path)
    .split(sep)
    .every((name) => !name.startsWith(".") && name !== "node_modules");
}

/** The bases with targets, and existing folders of targets elsewhere; none below another. */
function startsOf(targets: readonly string[], bases: readonly string[]): readonly string[] {
  const starts = targets.map(
    (path) => bases.find((base) => path === base || isBelow(path, base)) ?? existingAbove(path),
  );
  const distinct = [...new Set(starts)];
  return distinct.filter((path) => !distinct.some((other) => isBelow(path, other)));
}

function existingAbove(path: string): string {
  const above = dirname(path);
  return above === path || existsSync(above) ? above : existingAbove(above);
}
