/** What a run uses of its process. */
export interface Terminal {
  readonly cwd: string;
  readonly env: Environment;
  /** Standard output: results and help. */
  readonly out: Output;
  /** Standard error: everything else. */
  readonly err: Output;
  /** Milliseconds since a fixed moment. */
  now(): number;
  /** The standard error, to ask questions on; undefined where nobody can answer. */
  readonly asking?: { readonly output: NodeJS.WritableStream; readonly input?: NodeJS.ReadStream };
}

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Output {
  readonly isTerminal: boolean;
  readonly color: boolean;
  /** Undefined if this is not a terminal. */
  readonly columns: number | undefined;
  write(text: string): void;
}

/** What a run uses of a process. */
interface Process {
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly env: Environment;
  cwd(): string;
}

/** A pipe or file has neither `isTTY` nor `columns`. */
interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  on(event: "error", listener: (failure: NodeJS.ErrnoException) => void): unknown;
  write(text: string): unknown;
}

/** Called when a stream cannot be written, such as a file on a full disk; once for each stream. */
export type OnUnwritable = (stream: "standard output" | "standard error", failure: Error) => void;

export function nodeTerminal(
  process: Process,
  onUnwritable: OnUnwritable,
  now: () => number = () => performance.now(),
): Terminal {
  const { stdout, stderr, env } = process;
  const outputs = {
    out: outputOf(stdout, env, (failure) => onUnwritable("standard output", failure)),
    err: outputOf(stderr, env, (failure) => onUnwritable("standard error", failure)),
  };
  return { cwd: process.cwd(), env, ...outputs, now };
}

function outputOf(stream: Stream, env: Environment, onUnwritable: (failure: Error) => void): Output {
  let isWritable = true;
  stream.on("error", (failure) => {
    // `odata-codegen … | head` closes the pipe early: nobody reads on, so nothing is wrong.
    if (failure.code !== "EPIPE" && isWritable) onUnwritable(failure);
    isWritable = false;
  });
  const isTerminal = stream.isTTY === true;
  return {
    isTerminal,
    color: wantsColor(isTerminal, env),
    columns: isTerminal ? stream.columns : undefined,
    write: (text) => void stream.write(text),
  };
}

/** Whether to write color: on terminals, unless FORCE_COLOR or NO_COLOR is set; FORCE_COLOR wins, as in Node. */
export function wantsColor(isTerminal: boolean, { FORCE_COLOR, NO_COLOR, TERM }: Environment): boolean {
  if (FORCE_COLOR !== undefined) return !["0", "false"].includes(FORCE_COLOR);
  if ((NO_COLOR ?? "") !== "") return false;
  return isTerminal && TERM !== "dumb";
}
