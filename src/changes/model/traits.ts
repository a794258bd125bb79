/** What holds for a structured type as a whole: its values, its key, its stream. */
import type { KeyPart } from "../../facts/keys.js";
import type { TypeFacts } from "../../facts/type-facts.js";
import { undeclaredNames } from "../../views/types/type-expression.js";
import type { Change } from "../change.js";
import { changeOf, placeOf, type ChangeParts } from "../change-of.js";
import type { ChangeCode } from "../codes.js";
import { BREAKS, effects, GROWS, reasons } from "../effects.js";
import type { Pair } from "../pairs.js";
import type { Sides } from "../side.js";
import type { Types } from "./members.js";

export function traitChanges(types: Types, facts: Pair<TypeFacts>, sides: Sides): readonly Change[] {
  const { name } = types.before;
  const place = placeOf(name, types.before, types.after);
  const change = (code: ChangeCode, message: string, parts: ChangeParts): Change =>
    changeOf(place, code, `${name} ${message}.`, parts);
  return [
    ...abstractChange(types, change),
    ...openChange(facts, sides, change),
    ...streamChange(facts, change),
    ...leafChange(facts, change),
    ...(types.before.kind === "EntityType" ? keyChanges(types, facts, change) : []),
  ];
}

type Make = (code: ChangeCode, message: string, parts: ChangeParts) => Change;

function abstractChange({ before, after }: Types, change: Make): readonly Change[] {
  const [old, now] = [before.abstract === true, after.abstract === true];
  if (old === now) return [];
  if (!now)
    return [change("type-concrete", "has values of its own", { effects: effects("compatible", "none", "compatible") })];
  return [
    change("type-abstract", "has no values of its own any more", {
      effects: effects("compatible", "breaking", "breaking"),
      ...reasons({
        readers: "values are of types derived from it",
        writers: "a body that names no derived type is refused",
        source: "what is written has to name a derived type",
      }),
    }),
  ];
}

/** A derived type of an open one is open, too (CSDL 4.01 §6.3), so only the first one is reported. */
function openChange({ before, after }: Pair<TypeFacts>, sides: Sides, change: Make): readonly Change[] {
  if (before.open === after.open || before.inheritsOpen || after.inheritsOpen) return [];
  if (after.open)
    return [
      change("type-opened", "takes properties that it does not declare", {
        effects: effects("compatible", "compatible", "compatible"),
      }),
    ];
  const names = undeclaredNames(before, sides.before.context);
  return [
    change("type-closed", "takes declared properties alone", {
      effects: effects("compatible", "breaking", names === null ? "none" : "breaking"),
      ...reasons({ writers: "properties that it does not declare are refused" }),
      ...(names !== null && { before: `[${names}]: unknown` }),
    }),
  ];
}

function streamChange({ before, after }: Pair<TypeFacts>, change: Make): readonly Change[] {
  if (before.hasStream === after.hasStream) return [];
  if (after.hasStream)
    return [change("stream-added", "has a stream", { effects: effects("compatible", "none", "compatible") })];
  return [change("stream-removed", "has no stream any more", { effects: BREAKS })];
}

/** `@odata.type` of a type without derived types is its name alone. */
function leafChange({ before, after }: Pair<TypeFacts>, change: Make): readonly Change[] {
  if (!before.leaf || after.leaf) return [];
  const { name } = before;
  return [
    change("type-first-derived", "has derived types, and had none", {
      effects: effects("compatible", "none", "breaking"),
      ...reasons({
        readers: "values of a derived type are read as those of this one",
        source: "`@odata.type` of a value that is read is any string, not the name of the type alone",
      }),
      before: `"@odata.type"?: edm.TypeName<"${name}">`,
      after: '"@odata.type"?: string',
    }),
  ];
}

/** Keys are inherited: what a base type has or does not have is reported there, or as a change of the base type. */
function keyChanges({ before, after }: Types, facts: Pair<TypeFacts>, change: Make): readonly Change[] {
  if (before.key === undefined && after.key === undefined) return [];
  const [old, now] = [keyText(facts.before.key), keyText(facts.after.key)];
  const changed =
    old === now
      ? []
      : [
          change("key-changed", now === "" ? "has no key any more" : `has the key ${now}`, {
            effects: old === "" ? effects("compatible", "compatible", "compatible") : BREAKS,
            ...reasons({ readers: old === "" ? undefined : "paths with the old key lead nowhere" }),
            before: old,
            after: now,
          }),
        ];
  return [...changed, ...alternateKeyChanges(facts, change)];
}

function alternateKeyChanges({ before, after }: Pair<TypeFacts>, change: Make): readonly Change[] {
  const [old, now] = [before, after].map(({ alternateKeys }) => alternateKeys.map(keyText));
  const lost = (old ?? []).filter((key) => now?.includes(key) !== true);
  const gained = (now ?? []).filter((key) => old?.includes(key) !== true);
  return [
    ...lost.map((key) =>
      change("alternate-key-removed", `has no alternate key ${key} any more`, { effects: BREAKS, before: key }),
    ),
    ...gained.map((key) =>
      change("alternate-key-added", `has the alternate key ${key}`, { effects: GROWS, after: key }),
    ),
  ];
}

/** The order of a key has no meaning: a predicate of several names them. */
function keyText(key: readonly KeyPart[]): string {
  return key
    .map(({ name }) => name)
    .sort()
    .join(", ");
}
