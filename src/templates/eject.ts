import { join, resolve } from "node:path";
import { pathName } from "../diagnostics/path-name.js";
import type { Report } from "../diagnostics/report.js";
import { writeFileOnce } from "../output/write-file.js";
import { templateTexts } from "../rendering/template-texts.js";
import { decode } from "../sources/decode.js";
import type { Io } from "../sources/io.js";
import { sizeLimit } from "../sources/limited-bytes.js";
import { ejectedText, isUnedited, originOf } from "./origin.js";

export interface EjectRequest {
  /** Of built-in templates; others are left out. */
  readonly names: readonly string[];
  /** Absolute, or relative to `cwd`. */
  readonly folder: string;
  readonly cwd: string;
  /** Replaces files that are no unchanged copies. */
  readonly force: boolean;
}

/** Writes built-in templates into a folder, all or, with errors, none. Returns the paths of the files, for messages. */
export async function eject(
  { names, folder, cwd, force }: EjectRequest,
  io: Io,
  report: Report,
): Promise<readonly string[]> {
  const templates = templateTexts();
  const files = names.flatMap((name) => {
    const template = templates.get(name);
    if (template === undefined) return [];
    const path = join(resolve(cwd, folder), template.path);
    return [{ path, shown: pathName(path, folder, cwd), text: ejectedText(template.text) }];
  });
  for (const { path, shown, text } of force ? [] : files)
    if (!(await isReplaceable(path, text, io))) report.add("template-edited", { path: shown }, { path: shown });
  if (report.failed) return [];
  // What keeps one file from being written mostly keeps all others, too.
  for (const { path, text } of files)
    if (!report.failed) await writeFileOnce({ path, text, cwd, inputs: [] }, report);
  return report.failed ? [] : files.map(({ shown }) => shown);
}

/** Whether a file is not there, is this text, or is what an earlier version wrote in its place. */
async function isReplaceable(path: string, text: string, io: Io): Promise<boolean> {
  if ((await io.stat(path))?.kind !== "file") return true;
  const decoded = decode(await io.readFile(path, sizeLimit));
  if (!decoded.ok) return false;
  const origin = originOf(decoded.text);
  return decoded.text === text || (origin !== undefined && isUnedited(origin));
}
