import type { SelectOptions } from "../select/select.js";
import type { ViewOptions } from "../views/options.js";

/** The inputs, the output folder and the options of a run. */
export interface GenerateRequest extends ViewOptions, SelectOptions {
  /** Files, folders, globs, `-` for the standard input, URLs on allowed hosts. */
  readonly inputs: readonly string[];
  /** The folder that relative inputs and the output start from; the working folder by default. */
  readonly base?: string;
  readonly output: string;
  readonly allowRemote?: readonly string[];
  /** TypeScript by default, or JavaScript with declarations. */
  readonly emitFormat?: "ts" | "js";
}
