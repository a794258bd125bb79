import { relative, resolve } from "node:path";
import type { LockedNames } from "../naming/locked-names.js";
import type { LoadRequest } from "../read/read.js";
import type { Io } from "../sources/io.js";
import type { SelectOptions } from "../select/select.js";
import type { OwnRequest } from "../templates/own-request.js";
import type { ViewOptions } from "../views/options.js";

/** What to generate, from which inputs, and the folder for it. */
export interface GenerateRequest extends LoadRequest, ViewOptions, SelectOptions, OwnRequest {
  /** Absolute, or relative to `base`. */
  readonly output: string;
  /** Name of the entity container, where the inputs have several. */
  readonly container?: string;
  /** Qualified names of complex types without members whose values are any JSON value. */
  readonly untyped?: readonly string[];
  /** TypeScript by default; or JavaScript with declarations. */
  readonly emitFormat?: "ts" | "js";
  /**
   * TypeScript names by qualified name, or by a pattern with `*` in both: `{ "a.user": "Person", "a.*": "A*" }`. They
   * stand before those of `lockedNames`.
   */
  readonly names?: Readonly<Record<string, string>>;
  /**
   * TypeScript types for primitive types and type definitions: `branded`, or a module and a type that it exports
   * (`./src/iso.ts#IsoDateTime`, relative to `base`).
   */
  readonly typeMapping?: Readonly<Record<string, string>>;
  /**
   * The names that the last run gave, for the elements to have them again; `{ modules: {}, names: {} }` for the first run.
   * Those of the result are to be kept for the next run. Without them, a name can change when the service grows.
   */
  readonly lockedNames?: LockedNames;
}

/** Where inputs and output are. */
const PLACES = new Set(["inputs", "base", "output", "allowRemote", "kept", "remotes", "service"]);

/** The options that decide what is written: all but the places of inputs and output. Those not given are left out. */
export function runOptions(request: GenerateRequest): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries({ ...request, baseUrl: baseUrlOf(request) }).filter(
      ([name, value]) => value !== undefined && !PLACES.has(name),
    ),
  );
}

/** The service root of the client: as it is given, else that of an input `https://host/service/$metadata`. */
export function baseUrlOf({ baseUrl, inputs }: Pick<GenerateRequest, "baseUrl" | "inputs">): string | undefined {
  const roots = inputs.flatMap((input) => /^(https?:\/\/[^?#]+)\/\$metadata(?:[?#]|$)/i.exec(input)?.[1] ?? []);
  return baseUrl ?? roots[0];
}

/** `typeMapping` with the paths of files from the output folder, with `/`. */
export function mappingFromOutput(
  { typeMapping, output, base = "" }: GenerateRequest,
  { cwd }: Pick<Io, "cwd">,
): Readonly<Record<string, string>> {
  const from = resolve(cwd, base);
  const entries = Object.entries(typeMapping ?? {}).map(([name, text]) => {
    if (!text.startsWith(".")) return [name, text];
    const path = relative(resolve(from, output), resolve(from, text)).replaceAll("\\", "/");
    return [name, path.startsWith("../") ? path : `./${path}`];
  });
  return Object.fromEntries(entries) as Readonly<Record<string, string>>;
}

/** Whether the client of the output takes it: an HTTP URL, or a path of the page's host. */
export function isServiceRoot(baseUrl: string): boolean {
  return /^(?=.)(?:https?:\/\/[^/?#@]+)?(?:\/[^?#]*)?$/i.test(baseUrl);
}
