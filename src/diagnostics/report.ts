import { catalogue, type Code, type Params } from "./catalogue/catalogue.js";
import type { Severity } from "./catalogue/entry.js";
import type { At } from "./position.js";

/** A position in a source, or the path of a file that has no text to point into. */
export type Place = At | { readonly path: string };

export interface Related {
  readonly place: Place;
  readonly message: string;
}

export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
  readonly related: readonly Related[];
}

/** The diagnostics of a run. Stages add to it; a mistake of the user is never thrown. */
export class Report {
  readonly #diagnostics: Diagnostic[] = [];

  add<C extends Code>(code: C, place: Place, params: Params<C>, related: readonly Related[] = []): void {
    const entry = catalogue[code];
    const message = (entry.message as (params: Params<C>) => string)(params);
    this.#diagnostics.push({ code, severity: entry.severity, message, place, related });
  }

  /** Adds a diagnostic of an earlier run of this version. */
  repeat(code: string, place: Place, message: string, related: readonly Related[]): void {
    if (!isCode(code)) throw new RangeError(`no diagnostic has the code ${code}`);
    this.#diagnostics.push({ code, severity: catalogue[code].severity, message, place, related });
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  /** Whether an error was reported, after which nothing is written. */
  get failed(): boolean {
    return this.#diagnostics.some(({ severity }) => severity === "error");
  }
}

function isCode(code: string): code is Code {
  return Object.hasOwn(catalogue, code);
}
