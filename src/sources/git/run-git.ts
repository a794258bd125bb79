import { execFile } from "node:child_process";
import { dirname } from "node:path";
import { reasonOf } from "../../diagnostics/reason-of.js";

/** What a run of git needs besides its arguments. */
export interface GitRun {
  /** The folder of the repository, or one inside of it. */
  readonly folder: string;
  /** Written to the standard input of git. */
  readonly input?: string;
  /** Ends git after this number of bytes of output, which are the result. Default: no limit. */
  readonly limit?: number;
}

/** Git ended with an error, or could not be started. The message is that of git. */
export class GitFailure extends Error {}

/**
 * The standard output of git. No shell is involved. On Windows, a program is looked up in the working folder first, so
 * git is started from the folder of Node and told where the repository is.
 */
export function runGit(args: readonly string[], { folder, input = "", limit = Infinity }: GitRun): Promise<Buffer> {
  const options = {
    cwd: dirname(process.execPath),
    env: { ...process.env, LC_ALL: "C", GIT_TERMINAL_PROMPT: "0" },
    encoding: "buffer",
    maxBuffer: limit,
    windowsHide: true,
  } as const;
  return new Promise((resolve, reject) => {
    const child = execFile("git", ["-C", folder, ...args], options, (failure, stdout, stderr) => {
      if (failure === null || failure.code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER") resolve(stdout);
      else reject(new GitFailure(failureText(failure, stderr.toString())));
    });
    // If git ends before it reads its input, it says why on standard error.
    child.stdin?.on("error", () => {});
    child.stdin?.end(input);
  });
}

function failureText(failure: NodeJS.ErrnoException | Error, stderr: string): string {
  if ("code" in failure && failure.code === "ENOENT") return "git is not installed, or not on the PATH";
  const [line = ""] = stderr.trim().split("\n");
  return line === "" ? reasonOf(failure) : line.replace(/^(?:fatal|error): /, "");
}
