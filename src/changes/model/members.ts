/**
 * The members of a structured type that both versions have. What a base type declares is compared there, once for all
 * types derived from it.
 */
import type { AnyProperty, StructuredType } from "../../edm/elements.js";
import { isStructured, type Model } from "../../edm/model.js";
import type { QualifiedName } from "../../edm/names.js";
import { typeFactsIn } from "../../facts/facts.js";
import type { MemberFacts } from "../../facts/member-facts.js";
import type { Change } from "../change.js";
import { goneFrom, changeOf, placeOf } from "../change-of.js";
import { compatibleIf, effects, GROWS, reasons } from "../effects.js";
import { readText } from "../emitted/member-text.js";
import type { Pair } from "../pairs.js";
import type { Side, Sides } from "../side.js";
import { memberChanges } from "./member-aspects.js";
import { canWrite } from "./member-pair.js";

export type Types = Pair<StructuredType>;

export function allMemberChanges(types: Types, sides: Sides): readonly Change[] {
  const [old, now] = [membersIn(types.before, sides.before), membersIn(types.after, sides.after)];
  const names = new Set([...old.own.keys(), ...now.own.keys()]);
  return [...names].flatMap((name) => {
    const [before, after] = [old.all.get(name), now.all.get(name)];
    if (before === undefined) return after === undefined ? [] : [added(types, after, sides)];
    if (after === undefined) return [removed(types, before, sides)];
    const oldElement = elementOf(types.before, name, sides.before.model);
    const newElement = elementOf(types.after, name, sides.after.model);
    return memberChanges({ before, after, sides, ...placeOf(`${types.before.name}/${name}`, oldElement, newElement) });
  });
}

interface Members {
  readonly own: ReadonlyMap<string, MemberFacts>;
  /** With inherited ones. */
  readonly all: ReadonlyMap<string, MemberFacts>;
}

export function membersIn({ name }: StructuredType, { facts }: Side): Members {
  const { ownMembers, members } = typeFactsIn(facts, name);
  const byName = (list: readonly MemberFacts[]) => new Map(list.map((member) => [member.name as string, member]));
  return { own: byName(ownMembers), all: byName(members) };
}

/** The declaration of a member, on the type or a base. */
export function elementOf(type: StructuredType, name: string, model: Model): AnyProperty | undefined {
  const owners = [type, ...model.bases(type)];
  for (const { properties, navigationProperties } of owners) {
    const found = [...properties, ...navigationProperties].find((member) => member.name === name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function added(types: Types, member: MemberFacts, sides: Sides): Change {
  const { before, after } = types;
  const element = `${after.name}/${member.name}`;
  const place = placeOf(element, undefined, elementOf(after, member.name, sides.after.model));
  const text = readText(member, sides.after);
  const lacking = concreteTypes(after.name, sides.after.model)
    .filter((name) => sides.before.model.type(name) !== undefined)
    .filter((name) => !hasMember(name, member.name, sides.before));
  if (lacking.length === 0 && sides.before.model.hasDescendants(before.name))
    return changeOf(place, "property-moved-up", `${element} is declared here, and was by each derived type.`, {
      effects: GROWS,
      after: text,
    });
  const isRequired = member.create === "required";
  return changeOf(place, "property-added", `${element} is new.`, {
    effects: effects("compatible", isRequired ? "breaking" : "none", compatibleIf(!isRequired)),
    ...reasons({
      readers: "schemas accept properties that they do not know",
      writers: isRequired ? "what is created without it is refused" : undefined,
      source: isRequired ? "the type of what is created requires it" : undefined,
    }),
    after: text,
  });
}

function removed(types: Types, member: MemberFacts, sides: Sides): Change {
  const { before, after } = types;
  const element = `${before.name}/${member.name}`;
  const place = goneFrom(after, element, elementOf(before, member.name, sides.before.model));
  const heirs = sides.after.model
    .derived(after.name)
    .filter(({ properties, navigationProperties }) =>
      [...properties, ...navigationProperties].some(({ name }) => name === member.name),
    );
  const moved = heirs.length === 0 ? "" : `; it is declared by ${heirs.map(({ name }) => name).join(", ")} now`;
  return changeOf(place, "property-removed", `${element} is gone${moved}.`, {
    effects: effects("breaking", canWrite(member) ? "breaking" : "none", "breaking"),
    ...reasons({
      readers: readersReason(member),
      writers: canWrite(member) ? "a body that has it may be refused" : undefined,
    }),
    before: readText(member, sides.before),
  });
}

function readersReason({ kind, read }: MemberFacts): string {
  if (kind === "NavigationProperty") return "requests that expand it or lead over it are refused";
  return read === "present"
    ? "code that reads it finds nothing"
    : "code expects that it may be absent, but requests that select, filter or sort by it are refused";
}

function concreteTypes(name: QualifiedName, model: Model): readonly QualifiedName[] {
  const type = model.type(name);
  const own = type !== undefined && isStructured(type) && type.abstract !== true ? [name] : [];
  return [...own, ...model.derived(name).flatMap((one) => (one.abstract === true ? [] : [one.name]))];
}

function hasMember(name: QualifiedName, member: string, { facts }: Side): boolean {
  return facts.types.get(name)?.members.some((one) => one.name === member) === true;
}
