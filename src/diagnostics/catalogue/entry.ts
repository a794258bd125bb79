export type Severity = "error" | "warning" | "notice";

/**
 * A kind of diagnostic. `message` returns one sentence that names the problem and the remedy; `help` is the line in the
 * documentation.
 */
export interface Entry<P> {
  readonly severity: Severity;
  readonly help: string;
  readonly message: (params: P) => string;
}

function entryOf(severity: Severity) {
  return <P = Record<never, never>>(help: string, message: (params: P) => string): Entry<P> => ({
    severity,
    help,
    message,
  });
}

/** An error: the run stops and nothing is written. */
export const error = entryOf("error");
/** A warning: the run continues; something is omitted or doubtful. */
export const warning = entryOf("warning");
/** A notice: the run continues; for information. */
export const notice = entryOf("notice");
