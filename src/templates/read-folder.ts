import { basename, resolve } from "node:path";
import { reasonOf } from "../diagnostics/reason-of.js";
import type { Source, Sources } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import { decode } from "../sources/decode.js";
import { type Io, shownPath } from "../sources/io.js";
import { walkFolder } from "../sources/walk-folder.js";
import type { OwnTemplates } from "./own-request.js";

/** What reading a folder needs, and what it adds to. */
export interface Reading {
  readonly io: Io;
  /** The folder that relative ones are resolved against. */
  readonly base: string;
  readonly report: Report;
  readonly sources: Sources;
  /** Absolute paths of what was read. */
  readonly paths: string[];
  readonly texts: Source[];
}

/** A folder as the user gave it. */
export interface GivenFolder {
  readonly folder: string;
  /** The option, for messages. */
  readonly option: "--templates" | "--artifacts";
}

/** No template is so large. */
const MAX_BYTES = 1024 * 1024;

/** All `.hbs` files of a folder and those below it. Reports those of one name, and those that cannot be read. */
export async function readTemplates(given: GivenFolder, reading: Reading): Promise<OwnTemplates> {
  const { io, base, report } = reading;
  const folder = resolve(base, given.folder);
  const templates = new Map<string, Source>();
  const entries = (await io.stat(folder))?.kind === "folder" ? await walkFolder(folder, io) : [];
  for (const entry of entries) {
    const shown = shownPath(entry.path, given.folder, io);
    if (entry.kind === "failure") report.add("template-unreadable", { path: shown }, { path: shown, reason: entry.reason });
    if (entry.kind !== "file" || !entry.name.endsWith(".hbs")) continue;
    const source = await readText(entry.path, given.folder, reading);
    if (source === undefined) continue;
    const name = basename(entry.name, ".hbs");
    const other = templates.get(name);
    if (other !== undefined) report.add("template-twice", { path: source.name }, { name, other: other.name });
    templates.set(name, source);
  }
  return templates;
}

/** Reports a folder that does not exist or has nothing that is wanted. */
export function reportMissing({ folder, option }: GivenFolder, what: string, { io, base, report }: Reading): void {
  const shown = shownPath(resolve(base, folder), folder, io);
  report.add("templates-missing", { path: shown }, { folder: shown, option, what });
}

/** The text of a file. Undefined, with an error, if it cannot be read. */
export async function readText(path: string, given: string, reading: Reading): Promise<Source | undefined> {
  const { io, sources, report, paths, texts } = reading;
  const shown = shownPath(path, given, io);
  const failed = (reason: string): undefined => report.add("template-unreadable", { path: shown }, { path: shown, reason }) as undefined;
  try {
    const bytes = await io.readFile(path, MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) return failed("it is larger than 1 MB");
    const decoded = decode(bytes);
    if (!decoded.ok) return failed(`the byte at offset ${decoded.offset} is not valid ${decoded.encoding} text`);
    const source = sources.add(shown, decoded.text);
    paths.push(path);
    texts.push(source);
    return source;
  } catch (failure) {
    return failed(reasonOf(failure));
  }
}
