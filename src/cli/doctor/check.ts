/** The result of one check of `doctor`. */
export interface Check {
  /** `node`, `typescript`, `config`, `output` … */
  readonly about: string;
  /** Of a check of one service of the config file. */
  readonly service?: string;
  readonly state: "ok" | "warning" | "error";
  /** What was found, and what to do unless all is well. */
  readonly message: string;
}

export type State = Check["state"];

/** Up to three of the paths, for messages. */
export function shownPaths(paths: readonly string[]): string {
  const more = paths.length > 3 ? ` and ${paths.length - 3} more` : "";
  return `${paths
    .slice(0, 3)
    .map((path) => `"${path}"`)
    .join(", ")}${more}`;
}
