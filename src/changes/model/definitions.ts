/** Type definitions: what changed about the type that they stand for. */
import type { TypeDefinition } from "../../edm/elements.js";
import type { Model } from "../../edm/model.js";
import { simpleNameOf } from "../../edm/names.js";
import { valueDocumentationOf } from "../../facts/documentation.js";
import { valueFactsOf } from "../../facts/value-facts.js";
import type { Change } from "../change.js";
import { changeOf, placeOf } from "../change-of.js";
import { compatibleIf, effects } from "../effects.js";
import { resultText } from "../emitted/member-text.js";
import type { Pair } from "../pairs.js";
import type { Sides } from "../side.js";
import { documentationChanges } from "./documentation.js";
import { isAssignable, valuesFit } from "./fitting.js";
import { limitChanges, type Limited } from "./limits.js";
import { limitChange } from "./limit-change.js";

export function definitionChanges({ before, after }: Pair<TypeDefinition>, sides: Sides): readonly Change[] {
  const place = placeOf(before.name, before, after);
  const { before: old, after: now } = sides;
  const documented = documentationChanges(
    before.name,
    valueDocumentationOf(before),
    valueDocumentationOf(after),
    place,
  );
  if (before.underlyingType !== after.underlyingType)
    return [underlyingChange({ before, after }, sides), ...documented];
  const changes = limitChanges(definitionLimited(before, old.model), definitionLimited(after, now.model), [
    old.model,
    now.model,
  ]);
  return [...changes.map((change) => limitChange(place, change, true)), ...documented];
}

/** The limits of its values. */
export function definitionLimited(definition: TypeDefinition, model: Model): Limited {
  const { name, at, by } = definition;
  const type = { type: name, collection: false };
  return valueFactsOf({ kind: "Property", name: simpleNameOf(name), type, at, by }, model);
}

function underlyingChange({ before, after }: Pair<TypeDefinition>, sides: Sides): Change {
  const use = { type: before.name, collection: false };
  const [old, now] = [
    { type: use, model: sides.before.model },
    { type: use, model: sides.after.model },
  ];
  return changeOf(
    placeOf(before.name, before, after),
    "underlying-type-changed",
    `${before.name} stands for ${after.underlyingType}, not ${before.underlyingType}.`,
    {
      effects: effects(
        compatibleIf(valuesFit(now, old, "read")),
        compatibleIf(valuesFit(old, now, "written")),
        compatibleIf(isAssignable(now, old, "read") && isAssignable(old, now, "written")),
      ),
      before: resultText({ type: before.underlyingType, collection: false }, sides.before),
      after: resultText({ type: after.underlyingType, collection: false }, sides.after),
    },
  );
}
