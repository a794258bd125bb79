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

export function nodeTerminal(process: Process, now: () => number = () => performance.now()): Terminal {
  const { stdout, stderr, env } = process;
  return { cwd: process.cwd(), env, out: outputOf(stdout, env), err: outputOf(stderr, env), now };
}

function outputOf(stream: Stream, env: Environment): Output {
  // `odata-codegen … | head` closes the pipe early: nobody reads on, so nothing is wrong.
  stream.on("error", (failure) => {
    if (failure.code !== "EPIPE") throw failure;
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
