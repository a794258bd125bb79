import type { SelectOptions } from "../select/select.js";
import type { ViewOptions } from "../views/options.js";

/** What to generate, from which inputs, and the folder for it. */
export interface GenerateRequest extends ViewOptions, SelectOptions {
  /** Files, folders, globs, `-` for the standard input, URLs on allowed hosts. */
  readonly inputs: readonly string[];
  /** The folder that relative inputs and the output start from; the working folder by default. */
  readonly base?: string;
  readonly output: string;
  readonly allowRemote?: readonly string[];
  /** Name of the entity container, where the inputs have several. */
  readonly container?: string;
  /** TypeScript by default; or JavaScript with declarations. */
  readonly emitFormat?: "ts" | "js";
}

/** The options that decide what is written: all but the places of inputs and output. Those not given are left out. */
export function runOptions(request: GenerateRequest): Readonly<Record<string, unknown>> {
  const { inputs: _, base: __, output: ___, allowRemote: ____, ...options } = request;
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
