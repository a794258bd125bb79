import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { Report } from "../diagnostics/report.js";
import { writeFileOnce } from "./write-file.js";

/** What stood at some paths before a command that writes several of them. */
export interface Before {
  /** Puts everything back: old texts in their files, and removes what was not there. */
  restore(): Promise<void>;
}

/** Remembers the texts of files, and which folders are missing; paths are relative to a folder. */
export async function rememberFiles(
  folder: string,
  files: readonly string[],
  folders: readonly string[],
): Promise<Before> {
  const texts = new Map<string, Uint8Array | undefined>();
  for (const file of files) {
    const path = join(folder, file);
    texts.set(path, existsSync(path) ? await readFile(path) : undefined);
  }
  const missing = folders.map((path) => join(folder, path)).filter((path) => !existsSync(path));
  return {
    async restore() {
      for (const [path, text] of texts) {
        if (text === undefined) await removed(path);
        else await writeFileOnce({ path, text, cwd: folder, inputs: [] }, new Report());
      }
      for (const path of missing) await removed(path);
    },
  };
}

/** `force` alone lets a path pass that is missing, but none below a file. */
async function removed(path: string): Promise<void> {
  if (existsSync(path)) await rm(path, { recursive: true, force: true });
}
