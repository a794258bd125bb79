import { catalogue, type Code, type Params } from "./catalogue/catalogue.js";
import type { Severity } from "./catalogue/entry.js";
import type { At } from "./position.js";

/** A position in a source, or a file that is not among the sources, or has no text to point into. */
export type Place = At | FilePlace;

/** Line and column count from 1. */
export interface FilePlace {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * Where a config file has what diagnostics place at an option of the command line, by that place: `--include Shop.*`, or
 * the option alone where its value is not in that place.
 */
export type OptionPlaces = Readonly<Record<string, FilePlace>>;

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
  /** Further positions that have the problem, which are not printed. */
  readonly elsewhere?: readonly At[];
  /** Set where a selection leaves out all elements that it is about; the command line counts it, but does not print it. */
  readonly outside?: true;
}

/** The diagnostics of a run. Stages add to it; a mistake of the user is never thrown. */
export class Report {
  #diagnostics: Diagnostic[] = [];

  add<C extends Code>(
    code: C,
    place: Place,
    params: Params<C>,
    related: readonly Related[] = [],
    elsewhere?: readonly At[],
  ): void {
    const entry = catalogue[code];
    const message = (entry.message as (params: Params<C>) => string)(params);
    const { severity } = entry;
    this.#diagnostics.push({ code, severity, message, place, related, ...(elsewhere !== undefined && { elsewhere }) });
  }

  /** Adds a diagnostic of an earlier run of this version. */
  repeat(code: string, place: Place, message: string, related: readonly Related[], outside = false): void {
    if (!isCode(code)) throw new RangeError(`no diagnostic has the code ${code}`);
    const { severity } = catalogue[code];
    this.#diagnostics.push({ code, severity, message, place, related, ...(outside && { outside }) });
  }

  /** Adds diagnostics of another report. */
  include(diagnostics: readonly Diagnostic[]): void {
    this.#diagnostics.push(...diagnostics);
  }

  /**
   * Marks the warnings and notices so far whose positions are all outside of a selection. One with a position inside is
   * moved there.
   */
  markOutside(isOutside: (at: At) => boolean): void {
    this.#diagnostics = this.#diagnostics.map((diagnostic) => {
      const { severity, place, elsewhere = [] } = diagnostic;
      if (severity === "error" || typeof place !== "number" || !isOutside(place)) return diagnostic;
      const inside = elsewhere.find((at) => !isOutside(at));
      return inside === undefined ? { ...diagnostic, outside: true } : { ...diagnostic, place: inside };
    });
  }

  /** Moves what is placed at an option so far to where the config file has it. */
  placeOptions(places: OptionPlaces): void {
    this.#diagnostics = this.#diagnostics.map((diagnostic) => {
      const { place } = diagnostic;
      if (typeof place === "number" || !Object.hasOwn(places, place.path)) return diagnostic;
      return { ...diagnostic, place: places[place.path] ?? place };
    });
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
