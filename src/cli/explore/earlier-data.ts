import { resolve } from "node:path";
import type { Report } from "../../diagnostics/report.js";
import { reasonOf } from "../../diagnostics/reason-of.js";
import type { ModelData } from "../../explore/data/format.js";
import { readModelData } from "../../explore/earlier/read-model-data.js";
import { isPageFile } from "../../explore/file/page-file.js";
import type { LoadedInputs } from "../../read/read.js";
import { decode, guessedText } from "../../sources/decode.js";
import { isUrl } from "../../sources/find-inputs.js";
import { type Io, shownPath } from "../../sources/io.js";

/** Bytes by which a file of `explore` is recognized. */
const START = 4096;

/** Bytes of a file: a hundred times what the largest service has. */
const LIMIT = 256 * 2 ** 20;

/** The data of the only input where that is a file of `explore`; undefined where inputs are meant, or after an error. */
export async function earlierData(
  inputs: readonly string[],
  cwd: string,
  io: Io,
  { report, sources }: Pick<LoadedInputs, "report" | "sources">,
): Promise<ModelData | undefined> {
  const [input, ...others] = inputs;
  if (input === undefined || others.length > 0 || input === "-" || isUrl(input)) return undefined;
  const path = io.locate?.(input)?.path ?? resolve(cwd, input);
  const name = shownPath(path, input, io);
  try {
    const stat = await io.stat(path);
    if (stat?.kind !== "file" || stat.size === 0) return undefined;
    if (!isPageFile(guessedText(await io.readFile(path, START)))) return undefined;
    const decoded = decode(await io.readFile(path, LIMIT));
    if (decoded.ok) return readModelData(sources.add(name, decoded.text), report);
    return unreadable(name, `it is not valid ${decoded.encoding} text`, report);
  } catch (failure) {
    return unreadable(name, reasonOf(failure), report);
  }
}

function unreadable(name: string, reason: string, report: Report): undefined {
  report.add("model-data-unreadable", { path: name }, { path: name, reason });
}
