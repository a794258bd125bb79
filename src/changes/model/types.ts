/** Types that came, went or changed. */
import type { StructuredType } from "../../edm/elements.js";
import { isStructured, isType, type EdmType, type Model } from "../../edm/model.js";
import { simpleNameOf } from "../../edm/names.js";
import { partsOf } from "../../edm/find-element.js";
import { typeFactsIn } from "../../facts/facts.js";
import type { Change } from "../change.js";
import { changeOf, placeOf } from "../change-of.js";
import { BREAKS, effects, GROWS, reasons } from "../effects.js";
import { paired, type Pair } from "../pairs.js";
import type { Sides } from "../side.js";
import { baseChanges } from "./bases.js";
import { definitionChanges } from "./definitions.js";
import { documentationChanges } from "./documentation.js";
import { enumChanges } from "./enums.js";
import { allMemberChanges } from "./members.js";
import { traitChanges } from "./traits.js";

export function typeChanges(sides: Sides): readonly Change[] {
  const typesIn = ({ elements }: Model): readonly EdmType[] => elements.filter(isType);
  const types = paired(typesIn(sides.before.model), typesIn(sides.after.model), ({ name }) => name);
  return [
    ...types.removed.map((type) => removed(type, types.added, sides)),
    ...types.added.map((type) => added(type, sides.before.model)),
    ...types.both.flatMap((pair) => changesOf(pair, sides)),
  ];
}

function changesOf({ before, after }: Pair<EdmType>, sides: Sides): readonly Change[] {
  if (before.kind === "EnumType" && after.kind === "EnumType") return enumChanges({ before, after });
  if (before.kind === "TypeDefinition" && after.kind === "TypeDefinition")
    return definitionChanges({ before, after }, sides);
  const isKind = isStructured(before) && isStructured(after);
  return isKind && before.kind === after.kind
    ? structuredChanges({ before, after }, sides)
    : [kindChange({ before, after }), ...(isKind ? allMemberChanges({ before, after }, sides) : [])];
}

function structuredChanges(pair: Pair<StructuredType>, sides: Sides): readonly Change[] {
  const { before, after } = pair;
  const [old, now] = [typeFactsIn(sides.before.facts, before.name), typeFactsIn(sides.after.facts, after.name)];
  return [
    ...baseChanges(pair, sides),
    ...traitChanges(pair, { before: old, after: now }, sides),
    ...allMemberChanges(pair, sides),
    ...documentationChanges(before.name, old.documentation, now.documentation, placeOf(before.name, before, after)),
  ];
}

const kinds: Readonly<Record<EdmType["kind"], string>> = {
  EntityType: "an entity type",
  ComplexType: "a complex type",
  EnumType: "an enumeration",
  TypeDefinition: "a type definition",
};

function kindChange({ before, after }: Pair<EdmType>): Change {
  const message = `${before.name} is ${kinds[after.kind]}, not ${kinds[before.kind]}.`;
  return changeOf(placeOf(before.name, before, after), "type-kind-changed", message, {
    effects: BREAKS,
    before: before.kind,
    after: after.kind,
  });
}

/** Values of a type that is derived from one that was there are read as that one. */
function added(type: EdmType, old: Model): Change {
  const base = isStructured(type) ? type.base : undefined;
  const isRead = base !== undefined && old.type(base) !== undefined;
  return changeOf(placeOf(type.name, undefined, type), "type-added", `${type.name} is new.`, {
    effects: isRead ? effects("compatible", "none", "compatible") : GROWS,
    ...reasons({ readers: isRead ? `its values are read as ${base}` : undefined }),
    after: type.kind,
  });
}

function removed(type: EdmType, others: readonly EdmType[], { before, after }: Sides): Change {
  const similar = similarTo(type, others);
  const hint = similar === undefined ? "" : ` ${similar} is like it.`;
  const heirs = isStructured(type)
    ? before.model.derived(type.name).filter(({ name }) => after.model.type(name) !== undefined)
    : [];
  const isDerived = isStructured(type) && before.model.bases(type).some(({ name }) => after.model.type(name));
  const derived = heirs.length === 0 ? "" : ` ${heirs.length} types were derived from it.`;
  return changeOf(placeOf(type.name, type, undefined), "type-removed", `${type.name} is gone.${derived}${hint}`, {
    effects: isDerived ? BREAKS : effects("none", "none", "breaking"),
    ...reasons({
      readers: isDerived ? "paths and queries with a cast to it are refused" : undefined,
      writers: isDerived ? "values of it are refused" : undefined,
      source: "what had values of it is reported where it has others",
    }),
    ...(similar !== undefined && { similar }),
    before: type.kind,
  });
}

/** A new type with at least half of the members, or with the same name in another namespace. */
function similarTo(type: EdmType, others: readonly EdmType[]): string | undefined {
  const members = memberNames(type);
  const candidates = others
    .filter(({ kind }) => kind === type.kind)
    .map((other) => ({ name: other.name, share: likeness(type, other, members) }))
    .filter(({ share }) => share >= 0.5)
    .sort((a, b) => b.share - a.share);
  return candidates[0]?.name;
}

function likeness(type: EdmType, other: EdmType, members: ReadonlySet<string>): number {
  if (simpleNameOf(type.name) === simpleNameOf(other.name)) return 2;
  const others = memberNames(other);
  const shared = [...members].filter((name) => others.has(name)).length;
  return shared < 2 ? 0 : shared / (members.size + others.size - shared);
}

function memberNames(type: EdmType): ReadonlySet<string> {
  return new Set(partsOf(type).map(({ name }) => name as string));
}
