import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { pathName, withSlashes } from "../diagnostics/path-name.js";
import type { Report } from "../diagnostics/report.js";
import { isGlob, isStream } from "./find-inputs.js";
import type { Io } from "./io.js";

/** An output folder with the inputs that it is generated from. */
export interface OwnOutput {
  /** Absolute, or relative to `base`, like the inputs. */
  readonly folder: string;
  readonly base: string;
  readonly inputs: readonly string[];
  /** Relative to the folder, with `/`. */
  readonly files: readonly { readonly path: string }[];
}

/**
 * Reports an output folder that a later run would take for an input: one in a folder among the inputs, or with files
 * that a glob among them matches.
 */
export async function reportReadOutput(output: OwnOutput, io: Io, report: Report): Promise<void> {
  const folder = resolve(output.base, output.folder);
  const name = pathName(folder, output.folder, io.cwd);
  for (const input of output.inputs.filter((input) => !isStream(input))) {
    const path = resolve(output.base, input);
    const found = await io.stat(path);
    if (found?.kind === "folder" && isWalked(relative(await io.realPath(path), await realPathOf(folder, io))))
      report.add("output-in-input", { path: name }, { folder: name, input });
    const file = found === undefined ? await matchedFile(withSlashes(input, io.separator), folder, output) : undefined;
    if (file !== undefined) report.add("output-matches-input", { path: name }, { folder: name, input, file });
  }
}

/** Whether a path relative to an input folder is read with it, by the rules of `walkFolder`. */
function isWalked(way: string): boolean {
  if (way === "" || isAbsolute(way)) return false;
  return way.split(sep).every((segment) => !segment.startsWith(".") && segment !== "node_modules");
}

/** The first file of the output that a glob matches, by the rules of `Io.glob`. */
async function matchedFile(pattern: string, folder: string, { base, files }: OwnOutput): Promise<string | undefined> {
  if (!(await isGlob(pattern))) return undefined;
  const { default: picomatch } = await import("picomatch");
  const matches = picomatch(pattern.replace(/^\.\//, ""), { ignore: ["**/node_modules/**"] });
  const start = isAbsolute(pattern) ? folder : relative(base, folder);
  return files.find(({ path }) => matches(withSlashes(join(start, path))))?.path;
}

/** The real path of a folder as far as it exists. One that cannot be inspected is reported when it is written. */
async function realPathOf(folder: string, io: Io): Promise<string> {
  try {
    return await io.realPath(folder);
  } catch {
    const above = dirname(folder);
    return above === folder ? folder : join(await realPathOf(above, io), basename(folder));
  }
}
