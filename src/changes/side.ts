/** One of the two versions of a service that are compared. */
import type { Model } from "../edm/model.js";
import type { Facts } from "../facts/facts.js";
import type { Names } from "../naming/names.js";
import type { Scope } from "../views/modules/scope.js";
import type { ViewContext } from "../views/view-context.js";
import { plainScope } from "./emitted/plain-scope.js";

export interface Side {
  /** The part that is selected, with everything that it names. */
  readonly model: Model;
  /** Of that model. */
  readonly facts: Facts;
  readonly names: Names;
  /** Of the emitted code. */
  readonly context: ViewContext;
  /** Of type expressions that are shown. */
  readonly scope: Scope;
}

export function sideOf(model: Model, facts: Facts, context: ViewContext): Side {
  return { model, facts, names: context.names, context, scope: plainScope(context) };
}

/** The two versions. */
export interface Sides {
  readonly before: Side;
  readonly after: Side;
}
