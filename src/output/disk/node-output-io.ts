import {
  access,
  constants,
  link,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  rmdir,
  writeFile,
} from "node:fs/promises";
import { abandonedLocks, takeLockWithin } from "../lock/lock.js";
import { foundAt, syncFolder } from "./node-files.js";
import type { OutputIo } from "./output-io.js";

/** The file system of Node. */
export const nodeOutputIo: OutputIo = {
  found: foundAt,
  realPath: (path) => realpath(path),
  list: (folder) => readdir(folder, { withFileTypes: true }),
  readFile: (path) => readFile(path),
  createFile: (path, content) => writeFile(path, content, { flag: "wx", flush: true }),
  copyFile,
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path, { recursive: true, force: true }),
  removeFolder: (folder) => rmdir(folder),
  makeFolder: (folder) => mkdir(folder, { recursive: true }),
  checkWritable: (folder) => access(folder, constants.W_OK | constants.X_OK),
  sync: syncFolder,
  lock: takeLockWithin,
  abandonedLocks,
};

async function copyFile(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch {
    // Not every file system has hard links.
    await writeFile(to, await readFile(from), { flag: "wx", flush: true });
  }
}
