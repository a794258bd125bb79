import process from "node:process";

/** The signals that ask a process to end, with the exit code that shells expect after them. */
const exitCodes = { SIGINT: 130, SIGTERM: 143 } as const;

export type InterruptCode = (typeof exitCodes)[keyof typeof exitCodes];

export interface Deferred<T> {
  readonly result: T;
  /** The exit code, if a signal arrived. */
  readonly interrupted: InterruptCode | undefined;
}

/**
 * Runs a step that changes files. A signal to end does not end the process during the step, but aborts `signal`, so that
 * the step can stop where all files are whole.
 */
export async function deferInterrupts<T>(step: (signal: AbortSignal) => Promise<T>): Promise<Deferred<T>> {
  const controller = new AbortController();
  let interrupted: InterruptCode | undefined;
  const interrupt = (signal: keyof typeof exitCodes) => {
    interrupted ??= exitCodes[signal];
    controller.abort();
  };
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const signal of signals) process.on(signal, interrupt);
  try {
    const result = await step(controller.signal);
    return { result, interrupted };
  } finally {
    for (const signal of signals) process.off(signal, interrupt);
  }
}
