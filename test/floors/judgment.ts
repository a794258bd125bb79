import type { At } from "../../src/diagnostics/position.js";
import type { Score } from "./score.js";

/** What is thought of one thing that a page says; without a cause it is right. */
export interface Judgment {
  readonly at: At;
  /** Why it is not right. */
  readonly cause?: string;
  /** What the page says and what the CSDL says, for whoever reads the misses. */
  readonly note: string;
}

export function scoreOf(what: string, floor: number, judgments: readonly Judgment[]): Score {
  const causes = new Map<string, number>();
  for (const { cause } of judgments) if (cause !== undefined) causes.set(cause, (causes.get(cause) ?? 0) + 1);
  const right = judgments.filter(({ cause }) => cause === undefined).length;
  return { what, right, of: judgments.length, floor, causes };
}
