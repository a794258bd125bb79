import type { LockedNames } from "../naming/locked-names.js";
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
  /** Qualified names of complex types without members whose values are any JSON value. */
  readonly untyped?: readonly string[];
  /** TypeScript by default; or JavaScript with declarations. */
  readonly emitFormat?: "ts" | "js";
  /**
   * The names that the last run gave, for the elements to have them again; `{ modules: {}, names: {} }` for the first run.
   * Those of the result are to be kept for the next run. Without them, a name can change when the service grows.
   */
  readonly lockedNames?: LockedNames;
}

/** The options that decide what is written: all but the places of inputs and output. Those not given are left out. */
export function runOptions(request: GenerateRequest): Readonly<Record<string, unknown>> {
  const { inputs: _, base: __, output: ___, allowRemote: ____, lockedNames: _____, ...options } = request;
  return Object.fromEntries(
    Object.entries({ ...options, baseUrl: baseUrlOf(request) }).filter(([, value]) => value !== undefined),
  );
}

/** The service root of the client: as it is given, else that of an input `https://host/service/$metadata`. */
export function baseUrlOf({ baseUrl, inputs }: Pick<GenerateRequest, "baseUrl" | "inputs">): string | undefined {
  const roots = inputs.flatMap((input) => /^(https?:\/\/[^?#]+)\/\$metadata(?:[?#]|$)/i.exec(input)?.[1] ?? []);
  return baseUrl ?? roots[0];
}

/** Whether the client of the output takes it: an HTTP URL, or a path of the page's host. */
export function isServiceRoot(baseUrl: string): boolean {
  return /^(?=.)(?:https?:\/\/[^/?#@]+)?(?:\/[^?#]*)?$/i.test(baseUrl);
}
