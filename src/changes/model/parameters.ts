/** The parameters of an operation, without the binding parameter. */
import type { Operation } from "../../edm/elements.js";
import { parametersOf } from "../../edm/model.js";
import type { OperationFacts, ParameterFacts } from "../../facts/operation-facts.js";
import type { Change, Effect } from "../change.js";
import { changeOf, placeOf, type Place } from "../change-of.js";
import type { ChangeCode } from "../codes.js";
import { compatibleIf, onCallers, reasons, type Effects } from "../effects.js";
import { parameterText } from "../emitted/member-text.js";
import { paired, type Pair } from "../pairs.js";
import type { Sides } from "../side.js";
import { documentationChanges } from "./documentation.js";
import { isAssignable, isSameUse, valuesFit } from "./fitting.js";
import { limitChange } from "./limit-change.js";
import { limitChanges } from "./limits.js";
import { refText } from "./overloads.js";

export function parameterChanges(
  { element }: Place,
  operations: Pair<Operation>,
  facts: Pair<OperationFacts>,
  sides: Sides,
): readonly Change[] {
  const { removed, added, both } = paired(facts.before.parameters, facts.after.parameters, ({ name }) => name);
  const { kind } = facts.after;
  const placeIn = (name: string): Place => {
    const [old, now] = [operations.before, operations.after].map((operation) =>
      parametersOf(operation).find((parameter) => parameter.name === name),
    );
    return placeOf(`${element}/${name}`, old, now);
  };
  const renamed = renamedOf(removed, added, facts);
  return [
    ...renamed.map(({ before, after }) => renamedChange(placeIn(before.name), { before, after }, kind, sides)),
    ...removed
      .filter((parameter) => !renamed.some(({ before }) => before === parameter))
      .map((parameter) => removedChange(placeIn(parameter.name), parameter, kind, sides)),
    ...added
      .filter((parameter) => !renamed.some(({ after }) => after === parameter))
      .map((parameter) => {
        const isFirst = kind === "Action" && facts.before.parameters.length === 0;
        return addedChange(placeIn(parameter.name), parameter, { kind, isFirst }, sides);
      }),
    ...both.flatMap((pair) => changesOf(placeIn(pair.before.name), pair, kind, sides)),
  ];
}

/** Those at the same place and of the same type. */
function renamedOf(
  removed: readonly ParameterFacts[],
  added: readonly ParameterFacts[],
  facts: Pair<OperationFacts>,
): readonly Pair<ParameterFacts>[] {
  if (facts.before.parameters.length !== facts.after.parameters.length) return [];
  return removed.flatMap((before) => {
    const after = facts.after.parameters[facts.before.parameters.indexOf(before)];
    return after !== undefined && added.includes(after) && isSameUse(before.type, after.type)
      ? [{ before, after }]
      : [];
  });
}

type Kind = Operation["kind"];

function calls(kind: Kind, effect: Effect): Effects {
  return { ...onCallers(kind, effect), source: effect };
}

function renamedChange(place: Place, { before, after }: Pair<ParameterFacts>, kind: Kind, sides: Sides): Change {
  return changeOf(place, "parameter-renamed", `${place.element} is called ${after.name}.`, {
    effects: calls(kind, "breaking"),
    before: parameterText(before, sides.before),
    after: parameterText(after, sides.after),
  });
}

function removedChange(place: Place, parameter: ParameterFacts, kind: Kind, sides: Sides): Change {
  return changeOf(place, "parameter-removed", `${place.element} is gone.`, {
    effects: calls(kind, "breaking"),
    before: parameterText(parameter, sides.before),
  });
}

/** An action is posted with its parameters, if it has any: even an empty object has to be given. */
function addedChange(
  place: Place,
  parameter: ParameterFacts,
  { kind, isFirst }: { readonly kind: Kind; readonly isFirst: boolean },
  sides: Sides,
): Change {
  const { required } = parameter;
  const message = required ? `${place.element} is new and required.` : `${place.element} is new.`;
  const effect = required ? "breaking" : "none";
  return changeOf(place, "parameter-added", message, {
    effects: { ...onCallers(kind, effect), source: compatibleIf(!required && !isFirst) },
    ...reasons({
      [kind === "Action" ? "writers" : "readers"]: required ? "calls without it are refused" : undefined,
      source: isFirst ? "`post` takes the parameters now, an empty object at least" : undefined,
    }),
    after: parameterText(parameter, sides.after),
  });
}

function changesOf(place: Place, pair: Pair<ParameterFacts>, kind: Kind, sides: Sides): readonly Change[] {
  const { before, after } = pair;
  const { element } = place;
  const texts = { before: parameterText(before, sides.before), after: parameterText(after, sides.after) };
  const change = (code: ChangeCode, message: string, effect: Effect): Change =>
    changeOf(place, code, message, { effects: calls(kind, effect), ...texts });
  const documented = documentationChanges(element, before.documentation, after.documentation, place);
  const presence = presenceChange(pair, element, change);
  if (!isSameUse(before.type, after.type)) return [typeChange(place, pair, kind, sides), ...presence, ...documented];
  const limited = limitChanges(before, after, [sides.before.model, sides.after.model]).map((limit) => {
    const { effects, ...rest } = limitChange(place, limit, true);
    return { ...rest, effects: { ...onCallers(kind, effects.writers), source: effects.source } };
  });
  return [...presence, ...limited, ...documented];
}

/** A parameter of an action that may be null may be left out, so both are one change. */
function presenceChange(
  { before, after }: Pair<ParameterFacts>,
  element: string,
  change: (code: ChangeCode, message: string, effect: Effect) => Change,
): readonly Change[] {
  if (before.nullable !== after.nullable)
    return after.nullable
      ? [
          change(
            "parameter-nullable",
            `${element} may be null.`,
            before.required || !after.required ? "compatible" : "breaking",
          ),
        ]
      : [change("parameter-non-null", `${element} is never null.`, "breaking")];
  if (before.required === after.required) return [];
  return after.required
    ? [change("parameter-required", `A call needs ${element}.`, "breaking")]
    : [change("parameter-optional", `A call does not need ${element} any more.`, "compatible")];
}

function typeChange(place: Place, { before, after }: Pair<ParameterFacts>, kind: Kind, sides: Sides): Change {
  const old = before.type && { type: before.type, model: sides.before.model };
  const now = after.type && { type: after.type, model: sides.after.model };
  const message = `${place.element} is of the type ${refText(after.type)}, not ${refText(before.type)}.`;
  return changeOf(place, "parameter-type-changed", message, {
    effects: {
      ...onCallers(kind, compatibleIf(valuesFit(old, now, "written"))),
      source: compatibleIf(isAssignable(old, now, "written")),
    },
    before: parameterText(before, sides.before),
    after: parameterText(after, sides.after),
  });
}
