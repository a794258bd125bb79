/** What changed about a property or navigation property that both versions have. */
import { edm } from "../../edm/primitive-types.js";
import type { MemberFacts } from "../../facts/member-facts.js";
import { hasNullableItems } from "../../facts/presence.js";
import type { Change } from "../change.js";
import { changeOf } from "../change-of.js";
import { BREAKS, compatibleIf, effects, reasons } from "../effects.js";
import { documentationChanges } from "./documentation.js";
import { isAssignable, isSameUse, valuesFit } from "./fitting.js";
import { definitionLimited } from "./definitions.js";
import { limitChange } from "./limit-change.js";
import { limitChanges, type LimitChange } from "./limits.js";
import { canWrite, readTexts, type MemberPair } from "./member-pair.js";
import { presenceChanges } from "./member-writes.js";

export function memberChanges(pair: MemberPair): readonly Change[] {
  const { before, after } = pair;
  if (before.kind !== after.kind) return [kindChange(pair)];
  return [
    ...typeChanges(pair),
    // What a key makes of its properties is part of the change of the key.
    ...(before.key === after.key ? [...nullChanges(pair), ...presenceChanges(pair)] : []),
    ...(isSameUse(before.type, after.type) ? [...itemChanges(pair), ...limits(pair)] : []),
    ...otherChanges(pair),
    ...documentationChanges(pair.element, before.documentation, after.documentation, pair),
  ];
}

function kindChange(pair: MemberPair): Change {
  const isNavigation = pair.after.kind === "NavigationProperty";
  const [from, to] = isNavigation ? ["a property", "a navigation property"] : ["a navigation property", "a property"];
  return changeOf(pair, "property-kind-changed", `${pair.element} is ${to} and was ${from}.`, {
    effects: BREAKS,
    ...readTexts(pair),
  });
}

function typeChanges(pair: MemberPair): readonly Change[] {
  const { before, after, sides } = pair;
  if (isSameUse(before.type, after.type)) return [];
  const old = before.type && { type: before.type, model: sides.before.model };
  const now = after.type && { type: after.type, model: sides.after.model };
  const written = canWrite(before);
  const isRead = valuesFit(now, old, "read");
  const isWritten = valuesFit(old, now, "written");
  const isSource = isAssignable(now, old, "read") && (!written || isAssignable(old, now, "written"));
  // The value of a key stands in paths, where each type has a form of its own.
  const isPath = before.key && !(isRead || isWritten);
  const effect = effects(
    compatibleIf(isRead && !isPath),
    written || before.key ? compatibleIf(isWritten && !isPath) : "none",
    compatibleIf(isSource),
  );
  return [
    changeOf(
      pair,
      "property-type-changed",
      `${pair.element} is of the type ${useText(after)}, not ${useText(before)}.`,
      {
        effects: effect,
        ...reasons({
          readers: isRead ? "each value of the new type is one of the old type" : undefined,
          writers: written && isWritten ? "each value of the old type is one of the new type" : undefined,
          source: isSource ? "an expression of the one emitted type fits the other" : undefined,
        }),
        ...readTexts(pair),
      },
    ),
  ];
}

export function useText({ type }: Partial<Pick<MemberFacts, "type">>): string {
  if (type === undefined) return "unknown";
  return type.collection ? `Collection(${type.type})` : type.type;
}

function nullChanges(pair: MemberPair): readonly Change[] {
  const { before, after } = pair;
  if (before.type?.collection !== after.type?.collection) return [];
  const written = canWrite(before);
  if (!before.nullable && after.nullable) {
    const effect = effects("breaking", written ? "compatible" : "none", "breaking");
    const why = reasons({ readers: "a value that was never null may be null", source: "code has to handle null" });
    const texts = readTexts(pair);
    return [changeOf(pair, "property-nullable", `${pair.element} may be null.`, { effects: effect, ...why, ...texts })];
  }
  if (!before.nullable || after.nullable) return [];
  const effect = effects("compatible", written ? "breaking" : "none", written ? "breaking" : "compatible");
  const why = written
    ? reasons({ writers: "null is refused", source: "null does not fit the type of what is written" })
    : {};
  const texts = readTexts(pair);
  return [changeOf(pair, "property-non-null", `${pair.element} is never null.`, { effects: effect, ...why, ...texts })];
}

/** Null among the items of a collection: read where nothing is stated of it, and written where it is allowed. */
function itemChanges(pair: MemberPair): readonly Change[] {
  const { before, after } = pair;
  if (before.nullItems === after.nullItems || before.kind === "NavigationProperty") return [];
  const [oldRead, newRead] = [before.nullItems !== "refused", after.nullItems !== "refused"];
  const [oldWrite, newWrite] = [before.nullItems === "allowed", after.nullItems === "allowed"];
  const isTyped = hasNullableItems(before.type) !== hasNullableItems(after.type);
  const grows = newRead && !oldRead ? true : newWrite && !oldWrite;
  const written = canWrite(before);
  const source = newWrite && !oldWrite ? "breaking" : written ? "breaking" : "compatible";
  const effect = effects(
    newRead && !oldRead ? "breaking" : "compatible",
    written && oldWrite && !newWrite ? "breaking" : written ? "compatible" : "none",
    isTyped ? source : "none",
  );
  const message = grows ? `Items of ${pair.element} may be null.` : `Items of ${pair.element} are never null.`;
  return [
    changeOf(pair, grows ? "items-nullable" : "items-non-null", message, { effects: effect, ...readTexts(pair) }),
  ];
}

function limits(pair: MemberPair): readonly Change[] {
  const { before, after, sides } = pair;
  const changes = limitChanges(before, after, [sides.before.model, sides.after.model]);
  const inherited = definitionLimits(pair);
  return changes
    .filter((change) => !inherited.some((one) => isSameLimit(one, change)))
    .map((change) => limitChange(pair, change, canWrite(before)));
}

/** The changes of the type definition that the type of a member is: they are reported there. */
function definitionLimits({ before, after, sides }: MemberPair): readonly LimitChange[] {
  const old = before.type && sides.before.model.type(before.type.type);
  const now = after.type && sides.after.model.type(after.type.type);
  if (old?.kind !== "TypeDefinition" || now?.kind !== "TypeDefinition") return [];
  return limitChanges(definitionLimited(old, sides.before.model), definitionLimited(now, sides.after.model), [
    sides.before.model,
    sides.after.model,
  ]);
}

function isSameLimit(a: LimitChange, b: LimitChange): boolean {
  return a.name === b.name && a.before === b.before && a.after === b.after;
}

function otherChanges(pair: MemberPair): readonly Change[] {
  const { before, after, element } = pair;
  const changes: Change[] = [];
  if (!isSameDefault(pair) && before.create === after.create) {
    const text = (value: string | undefined): string => value ?? "no default";
    const effect = effects("none", canWrite(before) ? "compatible" : "none", "none");
    const texts = { before: text(before.defaultValue), after: text(after.defaultValue) };
    changes.push(
      changeOf(pair, "default-changed", `${element} has another default value.`, { effects: effect, ...texts }),
    );
  }
  return [...changes, ...containmentChanges(pair)];
}

/** Numbers may be written in several ways. */
function isSameDefault({ before, after }: MemberPair): boolean {
  const [old, now] = [before.defaultValue, after.defaultValue];
  if (old === now) return true;
  const isText = before.underlying === edm("String") || old === undefined || now === undefined;
  return !isText && old.trim() !== "" && Number(old) === Number(now);
}

/** Entities that are contained are created with their parent, and cannot be related by their URLs. */
function containmentChanges(pair: MemberPair): readonly Change[] {
  const { before, after, element } = pair;
  if (before.kind !== "NavigationProperty" || before.bindable === after.bindable) return [];
  if (!canWrite(before) || !canWrite(after)) return [];
  const message = after.bindable ? `${element} does not contain its entities.` : `${element} contains its entities.`;
  const kept = compatibleIf(after.bindable);
  return [
    changeOf(pair, "containment-changed", message, {
      effects: effects("none", kept, kept),
      ...reasons({ writers: after.bindable ? undefined : `"${before.name}@odata.bind" is refused` }),
    }),
  ];
}
