import { normalize } from "node:path";
import type { WatchedPaths } from "../../services/watch/watched-paths.js";

export interface FileWatcher {
  close(): Promise<void>;
}

/** Watches paths until it is closed; resolves when changes are noticed. A failure to watch rejects, or is passed on. */
export async function watchFiles(
  { starts, covers }: WatchedPaths,
  changed: (path: string) => void,
  failed: (failure: unknown) => void,
): Promise<FileWatcher> {
  const { watch } = await import("chokidar");
  const watcher = watch([...starts], {
    ignored: (path) => !covers(normalize(path)),
    ignoreInitial: true,
    atomic: false,
  });
  watcher.on("all", (_event, path) => changed(path));
  watcher.on("error", failed);
  await new Promise<void>((resolve) => watcher.once("ready", resolve));
  return watcher;
}
