/** One of the two versions of a service that are compared. */
import type { Model } from "../edm/model.js";
import type { Facts } from "../facts/facts.js";
import type { Names } from "../naming/names.js";
import type { ViewContext } from "../views/view-context.js";

export interface Side {
  /** The part that is selected, with everything that it names. */
  readonly model: Model;
  /** Of that model. */
  readonly facts: Facts;
  readonly names: Names;
  /** Of the emitted code. */
  readonly context: ViewContext;
}
