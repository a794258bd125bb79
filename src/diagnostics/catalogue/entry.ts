export type Severity = "error" | "warning" | "notice";

/** One kind of diagnostic: its message names the subject and tells what to do, `help` is its line in the documentation. */
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

/** Nothing is written. */
export const error = entryOf("error");
/** Output is written; something is lost or doubtful. */
export const warning = entryOf("warning");
/** Output is written as wanted; the user may want to know. */
export const notice = entryOf("notice");
