/** Runs a command of the user over the generated files before they are compared or written. */
import { dirname, join, relative, resolve } from "node:path";
import process from "node:process";
import { pathName, withSlashes } from "../../diagnostics/path-name.js";
import { reasonOf } from "../../diagnostics/reason-of.js";
import type { Report } from "../../diagnostics/report.js";
import type { StopSignal } from "../../diagnostics/stop-signal.js";
import { nodeOutputIo as io } from "../disk/node-output-io.js";
import { removeEmptyFolders } from "../disk/target.js";
import type { OutputFile, OutputRequest } from "../output-request.js";
import { runOver } from "./shell-command.js";

/** Folders in the output folder, each with the number of the process that uses it. */
const STAGED = /^\.odata-codegen\.done-(\d+)$/;

/**
 * The files as the command leaves them. They lie in a folder inside the output folder meanwhile, so that the command
 * finds the configuration of the place where they will be. A failure is reported, and a run that `signal` ends returns
 * the files as they were.
 */
export async function filesAfter(
  command: string,
  output: OutputRequest,
  report: Report,
  signal: StopSignal,
): Promise<readonly OutputFile[]> {
  const root = resolve(output.cwd, output.folder);
  const staged = join(root, `.odata-codegen.done-${process.pid}`);
  let above = root;
  try {
    above = dirname((await io.makeFolder(root)) ?? join(root, "x"));
    await removeAbandoned(root);
    return await changedFiles({ command, staged, output, signal }, report);
  } catch (failure) {
    if (!signal.aborted) {
      const path = pathName(root, output.folder, output.cwd);
      report.add("output-unwritable", { path }, { path, reason: reasonOf(failure) });
    }
    return output.files;
  } finally {
    await io.remove(staged);
    await removeEmptyFolders(root, above, io);
  }
}

interface Staged {
  readonly command: string;
  /** The absolute path of the folder for the files. */
  readonly staged: string;
  readonly output: OutputRequest;
  readonly signal: StopSignal;
}

async function changedFiles(
  { command, staged, output, signal }: Staged,
  report: Report,
): Promise<readonly OutputFile[]> {
  const { files, cwd } = output;
  await io.remove(staged);
  for (const folder of new Set(files.map(({ path }) => dirname(join(staged, path))))) await io.makeFolder(folder);
  for (const { path, text } of files) await io.createFile(join(staged, path), text);
  const paths = files.map(({ path }) => withSlashes(relative(cwd, join(staged, path))));
  const ended = await runOver({ command, paths, cwd, signal });
  if (signal.aborted) return files;
  const missing: string[] = [];
  const changed: OutputFile[] = [];
  for (const file of ended.isDone ? files : []) {
    const path = join(staged, file.path);
    if ((await io.found(path)) !== "file") missing.push(file.path);
    else changed.push({ ...file, text: new TextDecoder().decode(await io.readFile(path)) });
  }
  const reason = ended.isDone ? missing.map((path) => `it removed ${path}`).join(", ") : ended.reason;
  if (reason !== "") report.add("on-done-failed", { path: "onDone" }, { command, reason });
  return changed;
}

/** Removes what runs left that were killed. */
async function removeAbandoned(root: string): Promise<void> {
  for (const { name } of await io.list(root)) {
    const [, pid] = STAGED.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid))) await io.remove(join(root, name));
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (failure) {
    return failure instanceof Error && "code" in failure && failure.code === "EPERM";
  }
}
