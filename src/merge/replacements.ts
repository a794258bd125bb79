import type { Declared } from "../edm/elements.js";
import type { MergeContext } from "./context.js";

/** The elements that stand where others stood. */
export class Replacements {
  readonly #byOld = new Map<Declared, Declared>();
  readonly #context: Pick<MergeContext, "declare" | "declared">;

  constructor(context: Pick<MergeContext, "declare" | "declared">) {
    this.#context = context;
  }

  replace<T extends Declared>(old: T, element: T): T {
    this.#byOld.set(old, element);
    this.#context.declare(element, this.#context.declared(old));
    return element;
  }

  /** The element that stands where this one stood, if not itself. */
  of<T extends Declared>(element: T): T {
    return (this.#byOld.get(element) ?? element) as T; // `replace` takes two of one type
  }
}
