/** How related entities belong together: partners, referential constraints, and what is deleted along. */
import type { NavigationProperty } from "../../edm/elements.js";
import type { Change } from "../change.js";
import { changeOf, placeOf, type Place } from "../change-of.js";
import { effects, NONE, reasons } from "../effects.js";
import { paired, type Pair } from "../pairs.js";
import type { Sides } from "../side.js";

export function relationChanges({ before, after }: Sides): readonly Change[] {
  const { both } = paired(before.model.structuredTypes, after.model.structuredTypes, ({ name }) => name);
  return both.flatMap((types) =>
    paired(types.before.navigationProperties, types.after.navigationProperties, ({ name }) => name).both.flatMap(
      (pair) => changesOf(pair, placeOf(`${types.before.name}/${pair.before.name}`, pair.before, pair.after)),
    ),
  );
}

function changesOf(pair: Pair<NavigationProperty>, place: Place): readonly Change[] {
  return [...partnerChange(pair, place), ...constraintChanges(pair, place), ...onDeleteChange(pair, place)];
}

/** The partner is the same relation from the other side: what is sent and answered stays (CSDL 4.01 §8.4). */
function partnerChange({ before, after }: Pair<NavigationProperty>, place: Place): readonly Change[] {
  if (before.partner === after.partner) return [];
  const message = `${place.element} has ${after.partner === undefined ? "no partner" : `the partner ${after.partner}`}, not ${before.partner ?? "none"}.`;
  return [changeOf(place, "partner-changed", message, { effects: NONE, ...texts(before.partner, after.partner) })];
}

/** A constraint states that two properties of related entities have the same value (CSDL 4.01 §8.5). */
function constraintChanges({ before, after }: Pair<NavigationProperty>, place: Place): readonly Change[] {
  const { removed, added } = paired(constraintsOf(before), constraintsOf(after), (text) => text);
  return [
    ...added.map((text) =>
      changeOf(place, "constraint-added", `${place.element} has the referential constraint ${text}.`, {
        effects: effects("compatible", "breaking", "none"),
        ...reasons({ writers: "a body whose values differ from those of the related entity may be refused" }),
        after: text,
      }),
    ),
    ...removed.map((text) =>
      changeOf(place, "constraint-removed", `${place.element} has no referential constraint ${text} any more.`, {
        effects: effects("breaking", "compatible", "none"),
        ...reasons({ readers: "the property need not have the value of the related entity" }),
        before: text,
      }),
    ),
  ];
}

function constraintsOf({ referentialConstraints = [] }: NavigationProperty): readonly string[] {
  return referentialConstraints.map(({ property, referencedProperty }) => `${property} = ${referencedProperty}`);
}

/** Who deletes an entity relies on what is stated; where nothing is, nothing can be relied on (CSDL 4.01 §8.6). */
function onDeleteChange({ before, after }: Pair<NavigationProperty>, place: Place): readonly Change[] {
  const [old, now] = [before.onDelete?.action, after.onDelete?.action];
  if (old === now) return [];
  const message = `${place.element} has ${now === undefined ? "no OnDelete" : `OnDelete ${now}`}, not ${old ?? "none"}.`;
  return [
    changeOf(place, "on-delete-changed", message, {
      effects: effects("none", old === undefined ? "compatible" : "breaking", "none"),
      ...reasons({ writers: old === undefined ? undefined : "deleting has another effect on related entities" }),
      ...texts(old, now),
    }),
  ];
}

function texts(before: string | undefined, after: string | undefined) {
  return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}
