import type { Said } from "../edm/elements.js";
import type { MergeContext } from "./context.js";

/** The elements that stand where others stood. */
export class Replacements {
  readonly #byOld = new Map<Said, Said>();
  readonly #context: Pick<MergeContext, "declare" | "declared">;

  constructor(context: Pick<MergeContext, "declare" | "declared">) {
    this.#context = context;
  }

  replace<T extends Said>(old: T, element: T): T {
    this.#byOld.set(old, element);
    this.#context.declare(element, this.#context.declared(old));
    return element;
  }

  /** The element that stands where this one stood, if not itself. */
  of<T extends Said>(element: T): T {
    return (this.#byOld.get(element) ?? element) as T; // `replace` takes two of one type
  }
}
