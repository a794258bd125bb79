/** The place of a type in the hierarchy, and what it inherits by it. */
import type { StructuredType } from "../../edm/elements.js";
import type { Model } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import { typeFactsIn } from "../../facts/facts.js";
import type { MemberFacts } from "../../facts/member-facts.js";
import type { Change } from "../change.js";
import { changeOf, placeOf } from "../change-of.js";
import { compatibleIf, effects, reasons } from "../effects.js";
import type { Sides } from "../side.js";
import { memberChanges } from "./member-aspects.js";
import { elementOf, membersIn, type Types } from "./members.js";

/** Nothing where a base type went away and its own base took its place: that is part of what happened to the base. */
export function baseChanges(types: Types, sides: Sides): readonly Change[] {
  const { before, after } = types;
  if (before.base === after.base) return [];
  const [old, now] = [lineOf(before, sides.before.model), lineOf(after, sides.after.model)];
  const lostTypes = old.filter((name) => !now.includes(name) && isPlace(name, sides));
  const { gained, lost } = inheritance(types, sides, old, now);
  const isConsequence = lostTypes.length === 0 && gained.length + lost.length === 0;
  const isOfRemoved = old.some((name) => sides.after.model.type(name) === undefined);
  if (isConsequence && isOfRemoved) return [];
  const required = gained.filter(({ create }) => create === "required");
  const leaf = old.find((name) => !now.includes(name) && sides.after.facts.types.get(name)?.leaf === true);
  const isKept = lostTypes.length === 0 && lost.length === 0;
  const text = (base: string | undefined): string => base ?? "no base type";
  const change = changeOf(
    placeOf(before.name, before, after),
    "base-changed",
    `${before.name} has ${after.base === undefined ? "no base type" : `the base type ${after.base}`}${membersText(gained, lost)}.`,
    {
      effects: effects(
        compatibleIf(isKept),
        compatibleIf(isKept && required.length === 0),
        compatibleIf(isKept && required.length === 0 && leaf === undefined),
      ),
      ...reasons({
        readers: isKept ? undefined : lostReason(before.name, lostTypes, lost),
        writers: required.length > 0 ? `what is created needs ${namesOf(required)}` : undefined,
        source:
          leaf === undefined ? undefined : `\`@odata.type\` of ${leaf} has one value now, which this type has not`,
      }),
      before: text(before.base),
      after: text(after.base),
    },
  );
  return [change, ...inheritedChanges(types, sides)];
}

/** Whether values are declared to be of a type in both versions, so that one of a derived type could come or be sent. */
function isPlace(name: QualifiedName, { before, after }: Sides): boolean {
  return after.model.type(name) !== undefined && before.context.usage.withDerived.has(name);
}

function lineOf(type: StructuredType, model: Model): readonly QualifiedName[] {
  return model.bases(type).map(({ name }) => name);
}

/** The members that came and went with bases; what a base that stays declares anew is compared there. */
function inheritance(
  { before, after }: Types,
  sides: Sides,
  oldLine: readonly QualifiedName[],
  newLine: readonly QualifiedName[],
): { readonly gained: readonly MemberFacts[]; readonly lost: readonly MemberFacts[] } {
  const [old, now] = [membersIn(before, sides.before), membersIn(after, sides.after)];
  const declaredBy = (names: readonly QualifiedName[], { facts }: Sides["before"]) =>
    new Set(names.flatMap((name) => typeFactsIn(facts, name).ownMembers.map((member) => member.name as string)));
  const newBases = declaredBy(
    newLine.filter((name) => !oldLine.includes(name)),
    sides.after,
  );
  const oldBases = declaredBy(
    oldLine.filter((name) => !newLine.includes(name)),
    sides.before,
  );
  return {
    gained: [...now.all.values()].filter(({ name }) => newBases.has(name) && !old.all.has(name)),
    lost: [...old.all.values()].filter(({ name }) => oldBases.has(name) && !now.all.has(name)),
  };
}

/** Members that are inherited in both versions, from different types. */
function inheritedChanges({ before, after }: Types, sides: Sides): readonly Change[] {
  const [old, now] = [membersIn(before, sides.before), membersIn(after, sides.after)];
  return [...old.all].flatMap(([name, member]) => {
    const other = now.all.get(name);
    if (other === undefined || old.own.has(name) || now.own.has(name)) return [];
    const declared = elementOf(before, name, sides.before.model);
    const declaredNow = elementOf(after, name, sides.after.model);
    if (isSameOwner(before, after, name, sides)) return [];
    const place = placeOf(`${before.name}/${name}`, declared, declaredNow);
    return memberChanges({ before: member, after: other, sides, ...place });
  });
}

function isSameOwner(before: StructuredType, after: StructuredType, name: string, sides: Sides): boolean {
  return ownerOf(before, name, sides.before.model) === ownerOf(after, name, sides.after.model);
}

function ownerOf(type: StructuredType, member: string, model: Model): QualifiedName | undefined {
  const owners = [type, ...model.bases(type)];
  return owners.find(({ properties, navigationProperties }) =>
    [...properties, ...navigationProperties].some(({ name }) => name === member),
  )?.name;
}

function membersText(gained: readonly MemberFacts[], lost: readonly MemberFacts[]): string {
  const more = gained.length === 0 ? "" : `, with ${namesOf(gained)}`;
  return lost.length === 0 ? more : `${more}, without ${namesOf(lost)}`;
}

function namesOf(members: readonly MemberFacts[]): string {
  return members.map(({ name }) => name).join(", ");
}

function lostReason(name: string, types: readonly string[], lost: readonly MemberFacts[]): string {
  return types.length === 0
    ? `${namesOf(lost)} is not there any more`
    : `values of ${types.join(", ")} are not of ${name} any more`;
}
