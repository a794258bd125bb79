/** Terms of annotations, which clients see in responses and in the metadata. */
import type { Term } from "../../edm/elements.js";
import type { Model } from "../../edm/model.js";
import type { Change } from "../change.js";
import { changeOf, placeOf } from "../change-of.js";
import { compatibleIf, effects, NONE, reasons } from "../effects.js";
import { paired, type Pair } from "../pairs.js";
import type { Sides } from "../side.js";
import { isSameUse, valuesFit } from "../model/fitting.js";
import { useText } from "../model/member-aspects.js";

export function termChanges(sides: Sides): readonly Change[] {
  const { removed, added, both } = paired(termsOf(sides.before.model), termsOf(sides.after.model), ({ name }) => name);
  return [
    ...added.map((term) =>
      changeOf(placeOf(term.name, undefined, term), "term-added", `The term ${term.name} is new.`, {
        effects: effects("compatible", "none", "none"),
      }),
    ),
    ...removed.map((term) =>
      changeOf(placeOf(term.name, term, undefined), "term-removed", `The term ${term.name} is gone.`, {
        effects: effects("breaking", "none", "none"),
        ...reasons({ readers: "code that reads its annotations finds none" }),
      }),
    ),
    ...both.flatMap((terms) => changesOf(terms, sides)),
  ];
}

function termsOf({ schemas }: Model): readonly Term[] {
  return schemas.flatMap(({ elements }) => elements.filter((element) => element.kind === "Term"));
}

function changesOf({ before, after }: Pair<Term>, sides: Sides): readonly Change[] {
  const place = placeOf(before.name, before, after);
  const typed = isSameUse(before.type, after.type)
    ? []
    : [
        changeOf(
          place,
          "term-type-changed",
          `${before.name} is of the type ${useText(after)}, not ${useText(before)}.`,
          {
            effects: effects(compatibleIf(isRead({ before, after }, sides)), "none", "none"),
            before: useText(before),
            after: useText(after),
          },
        ),
      ];
  const others = (["base", "defaultValue"] as const).filter((part) => before[part] !== after[part]);
  const [old, now] = [appliesTo(before), appliesTo(after)];
  const what = [...others.map((part) => OTHERS[part]), ...(old === now ? [] : ["place"])];
  if (what.length === 0) return typed;
  const message = `${before.name} has another ${what.join(" and another ")}.`;
  return [...typed, changeOf(place, "term-changed", message, { effects: NONE })];
}

const OTHERS = { base: "base term", defaultValue: "default value" } as const;

/** Whether each value of the new type is one of the old type. */
function isRead({ before, after }: Pair<Term>, sides: Sides): boolean {
  const old = before.type && { type: before.type, model: sides.before.model };
  const now = after.type && { type: after.type, model: sides.after.model };
  return valuesFit(now, old, "read");
}

function appliesTo({ appliesTo: kinds = [] }: Term): string {
  return [...kinds].sort().join(" ");
}
