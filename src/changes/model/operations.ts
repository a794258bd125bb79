/** Actions and functions. Who calls a function reads, who calls an action writes. */
import type { Operation } from "../../edm/elements.js";
import { bindingTypeOf } from "../../edm/model.js";
import { operationFactsIn } from "../../facts/facts.js";
import type { OperationFacts } from "../../facts/operation-facts.js";
import type { Change } from "../change.js";
import { changeOf, placeOf, type Place } from "../change-of.js";
import { compatibleIf, effects, GROWS, onCallers, reasons, type Effects } from "../effects.js";
import { resultText } from "../emitted/member-text.js";
import type { Pair, Paired } from "../pairs.js";
import type { Sides } from "../side.js";
import { documentationChanges } from "./documentation.js";
import { isAssignable, isSameUse, valuesFit } from "./fitting.js";
import { isMovedUp, overloadName, refText } from "./overloads.js";
import { parameterChanges } from "./parameters.js";

export function operationChanges(operations: Paired<Operation>, sides: Sides): readonly Change[] {
  const { removed, added, both } = operations;
  const moved = removed.flatMap((before) => {
    const after = added.find((operation) => isMovedUp(before, operation, sides.after.model));
    return after === undefined ? [] : [{ before, after }];
  });
  const gone = removed.filter((operation) => !moved.some(({ before }) => before === operation));
  return [
    ...moved.map(movedUp),
    // What goes away with the type that it is bound to is part of that change.
    ...gone.filter((operation) => hasBinding(operation, sides.after)).map(removedChange),
    ...added
      .filter((operation) => hasBinding(operation, sides.before))
      .filter((operation) => !moved.some(({ after }) => after === operation))
      .map(addedChange),
    ...both.flatMap((pair) => changesOf(pair, sides)),
  ];
}

function hasBinding(operation: Operation, { model }: Sides["before"]): boolean {
  const binding = bindingTypeOf(operation)?.type;
  return binding === undefined || model.type(binding) !== undefined;
}

function movedUp({ before, after }: Pair<Operation>): Change {
  const element = overloadName(before);
  const binding = bindingTypeOf(after);
  const isNamed = before.parameters.length > 1 || before.returnType?.collection === true;
  return changeOf(
    placeOf(element, before, after),
    "operation-moved-up",
    `${element} is bound to ${refText(binding)}.`,
    {
      effects: effects("compatible", "compatible", compatibleIf(!isNamed)),
      ...reasons({
        source: isNamed ? "the types of its parameters and result are named after another type" : undefined,
      }),
      before: refText(bindingTypeOf(before)),
      after: refText(binding),
    },
  );
}

function removedChange(operation: Operation): Change {
  const element = overloadName(operation);
  return changeOf(placeOf(element, operation, undefined), "operation-removed", `${titleOf(operation)} is gone.`, {
    effects: { ...onCallers(operation.kind, "breaking"), source: "breaking" },
  });
}

function addedChange(operation: Operation): Change {
  const place = placeOf(overloadName(operation), undefined, operation);
  return changeOf(place, "operation-added", `${titleOf(operation)} is new.`, { effects: GROWS });
}

function titleOf(operation: Operation): string {
  return `The ${operation.kind.toLowerCase()} ${overloadName(operation)}`;
}

const kinds: Readonly<Record<Operation["kind"], string>> = { Action: "an action", Function: "a function" };

function changesOf({ before, after }: Pair<Operation>, sides: Sides): readonly Change[] {
  const element = overloadName(before);
  const place = placeOf(element, before, after);
  if (before.kind !== after.kind) {
    const message = `${element} is ${kinds[after.kind]}, not ${kinds[before.kind]}.`;
    const texts = { before: before.kind, after: after.kind };
    // Those who called what it was.
    const effect: Effects = { ...onCallers(before.kind, "breaking"), source: "breaking" };
    return [changeOf(place, "operation-kind-changed", message, { effects: effect, ...texts })];
  }
  const [old, now] = [operationFactsIn(sides.before.facts, before), operationFactsIn(sides.after.facts, after)];
  return [
    ...parameterChanges(place, { before, after }, { before: old, after: now }, sides),
    ...resultChanges(place, { before: old, after: now }, sides),
    ...composableChange(place, { before: old, after: now }),
    ...documentationChanges(element, old.documentation, now.documentation, place),
  ];
}

function resultChanges(place: Place, { before, after }: Pair<OperationFacts>, sides: Sides): readonly Change[] {
  const { element } = place;
  const [old, now] = [before.result, after.result];
  if (old === undefined && now === undefined) return [];
  if (!isSameUse(old?.type, now?.type)) return [resultChange(place, { before, after }, sides)];
  const code = now?.nullable === true ? "result-nullable" : "result-non-null";
  if (old?.nullable === now?.nullable || old?.type.collection === true) return [];
  const message = now?.nullable === true ? `${element} may return nothing.` : `${element} always returns something.`;
  const effect = compatibleIf(now?.nullable !== true);
  return [changeOf(place, code, message, { effects: effects(effect, "none", effect) })];
}

function resultChange(place: Place, { before, after }: Pair<OperationFacts>, sides: Sides): Change {
  const old = before.result && { type: before.result.type, model: sides.before.model };
  const now = after.result && { type: after.result.type, model: sides.after.model };
  const text = (use: typeof old): string => (use === undefined ? "nothing" : refText(use.type));
  // Code that ignores that nothing is returned can ignore a result.
  const isRead = old === undefined || (now !== undefined && valuesFit(now, old, "read"));
  const isSource = old === undefined || (now !== undefined && isAssignable(now, old, "read"));
  const effect: Effects = { readers: compatibleIf(isRead), writers: "none", source: compatibleIf(isSource) };
  return changeOf(place, "result-changed", `${place.element} returns ${text(now)}, not ${text(old)}.`, {
    effects: effect,
    before: resultText(old?.type, sides.before),
    after: resultText(now?.type, sides.after),
  });
}

function composableChange(place: Place, { before, after }: Pair<OperationFacts>): readonly Change[] {
  if (before.kind !== "Function" || before.composable === after.composable) return [];
  const message = after.composable
    ? `Paths lead on from the result of ${place.element}.`
    : `No path leads on from the result of ${place.element} any more.`;
  const effect = compatibleIf(after.composable);
  return [changeOf(place, "composable-changed", message, { effects: effects(effect, "none", effect) })];
}
