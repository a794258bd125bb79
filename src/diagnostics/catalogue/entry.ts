export type Severity = "error" | "warning" | "notice";

/**
 * One kind of diagnostic. `message` makes the sentence that names the thing and says what to do;
 * `help` is its line in the documentation.
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

/** Stops the run: nothing is written. */
export const error = entryOf("error");
/** The run goes on; something is lost or doubtful. */
export const warning = entryOf("warning");
/** The run goes on; worth knowing. */
export const notice = entryOf("notice");
