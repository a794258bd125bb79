/** What is wrong with a value, as the interpreter of a model finds it. */

export type Path = readonly (string | number)[];

export type FaultCode =
  "type" | "missing" | "null" | "format" | "range" | "member" | "unknown-property" | "read-only" | "odata-type";

/** `path` is as in the issues of validators. Without a code several would be right. */
export interface Fault {
  readonly path: Path;
  readonly code?: FaultCode;
  /** Whether the fault may also be named more exactly, by places within the value. */
  readonly within?: true;
}

export function fault(path: Path, code?: FaultCode): readonly Fault[] {
  return [code === undefined ? { path } : { path, code }];
}

export const FINE: readonly Fault[] = [];
