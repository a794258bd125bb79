import type { Issue } from "../json/check-context.js";

/** How many issues a message names. */
const NAMED = 3;

/** The error for an invalid value. Its message names the first issues. */
export class ValidationError extends Error {
  override readonly name: string = "ValidationError";
  /** The issues, at least one. */
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(messageOf(issues));
    this.issues = issues;
  }
}

function messageOf(issues: readonly Issue[]): string {
  const named = issues.slice(0, NAMED).map(({ path, message }) => `${path.join("/") || "value"} ${message}`);
  return named.join("; ") + (issues.length > NAMED ? "; and more" : "");
}
