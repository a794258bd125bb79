import type { Change } from "../change.js";
import { changeOf, type Place } from "../change-of.js";
import { compatibleIf, effects, reasons } from "../effects.js";
import type { LimitChange } from "./limits.js";

/** `written` tells whether the value can be written at all. */
export function limitChange(
  place: Place,
  { name, before, after, narrower, wider, read, typed }: LimitChange,
  written: boolean,
): Change {
  const code = narrower ? "limit-narrowed" : "limit-widened";
  const isWritten = written ? compatibleIf(!narrower) : "none";
  const effect = effects(read ? compatibleIf(!wider) : "none", isWritten, typed && written ? isWritten : "none");
  return changeOf(place, code, `${place.element} has another limit: ${name}.`, {
    effects: effect,
    before: `${name}: ${before}`,
    after: `${name}: ${after}`,
    ...reasons({
      readers: read && wider ? "schemas of the old version refuse values that are allowed now" : undefined,
      writers: written && narrower ? "values that were allowed are refused" : undefined,
    }),
  });
}
