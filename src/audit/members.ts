/** Compares the documented properties of a type with those of the CSDL. */
import type { NavigationProperty, Property, StructuredType } from "../edm/elements.js";
import type { Model } from "../edm/model.js";
import type { Finding } from "./finding.js";
import { matchOf } from "./near-names.js";
import { basesOf, isSameType, typeDifferences, typeMessage, typeText } from "./type-differences.js";

type StructuralMember = Property | NavigationProperty;

/** A property with the type that declares it. */
interface Declared {
  readonly owner: StructuredType;
  readonly member: StructuralMember;
}

export function membersOf({ properties, navigationProperties }: StructuredType): readonly StructuralMember[] {
  return [...properties, ...navigationProperties];
}

export function memberFindings(documented: StructuredType, type: StructuredType, model: Model): readonly Finding[] {
  const shown = membersOf(documented);
  const context: MemberContext = {
    documented,
    type,
    model,
    declared: declaredIn([type, ...model.bases(type)]),
    shown: new Set(shown.map(({ name }) => name)),
  };
  return shown.flatMap((member) => {
    const found = context.declared.get(member.name);
    if (found === undefined) return [missing(member, context)];
    return agrees(member, found) ? [] : presentFindings(member, found, context);
  });
}

/** Whether all of a documented property is as the CSDL declares it, as most are. */
function agrees({ kind, declaredOn, type }: StructuralMember, { owner, member }: Declared): boolean {
  if (kind !== member.kind || (declaredOn !== undefined && declaredOn !== owner.name)) return false;
  return type === undefined || member.type === undefined || isSameType(type, member.type);
}

interface MemberContext {
  readonly documented: StructuredType;
  readonly type: StructuredType;
  readonly model: Model;
  readonly declared: ReadonlyMap<string, Declared>;
  /** The names of the documented properties. */
  readonly shown: ReadonlySet<string>;
}

function declaredIn(line: readonly StructuredType[]): ReadonlyMap<string, Declared> {
  const declared = new Map<string, Declared>();
  for (const owner of line.toReversed())
    for (const member of membersOf(owner)) declared.set(member.name, { owner, member });
  return declared;
}

/** The finding about a documented property that the CSDL does not declare under this name. */
function missing({ name, at }: StructuralMember, context: MemberContext): Finding {
  const { type, model, declared, shown } = context;
  const element = `${type.name}/${name}`;
  const match = matchOf(name, [...declared.keys()], shown);
  const meant = match && declared.get(match.name)?.member;
  if (match !== undefined && meant !== undefined) {
    const cause = match.kind === "letterCase" ? "property-letter-case" : "property-near-miss";
    const message = `documented as ${name}, declared as ${match.name} in the CSDL`;
    return { cause, element, message, page: at, csdl: meant.at, suggestion: match.name };
  }
  const below = model
    .derived(type.name)
    .flatMap((owner) => membersOf(owner).map((member) => ({ owner, member })))
    .find(({ member }) => member.name === name);
  if (below !== undefined) {
    const message = `the CSDL declares this property only on the derived type ${below.owner.name}`;
    const suggestion = `${below.owner.name}/${name}`;
    return { cause: "property-on-derived-type", element, message, page: at, csdl: below.member.at, suggestion };
  }
  const isOpen = [type, ...model.bases(type)].some(({ open }) => open === true);
  return {
    cause: isOpen ? "property-on-open-type" : "property-not-in-csdl",
    element,
    message: isOpen
      ? "the CSDL does not declare this property; the type is open"
      : "the CSDL does not declare this property",
    page: at,
    csdl: type.at,
  };
}

/** The findings about a documented property that the CSDL declares. */
function presentFindings(
  documented: StructuralMember,
  { owner, member }: Declared,
  context: MemberContext,
): readonly Finding[] {
  const places = { element: `${context.type.name}/${documented.name}`, page: documented.at, csdl: member.at };
  return [
    ...listFindings(documented, member, context.documented, places),
    ...ownerFindings(documented, owner, context, places),
    ...typeFindings(documented, member, places, context.model),
  ];
}

type Places = Required<Pick<Finding, "element" | "page" | "csdl">>;

/** Checks that a property is in the right table of a resource page: properties or relationships. */
function listFindings(
  documented: StructuralMember,
  member: StructuralMember,
  { by }: StructuredType,
  places: Places,
): readonly Finding[] {
  if (by !== "resourcePage" || documented.kind === member.kind) return [];
  return member.kind === "NavigationProperty"
    ? [
        {
          cause: "navigation-as-property",
          ...places,
          message: "listed as a property, declared as a navigation property in the CSDL",
        },
      ]
    : [
        {
          cause: "property-as-navigation",
          ...places,
          message: "listed as a relationship, declared as a property in the CSDL",
        },
      ];
}

/** Checks "Inherited from". Any type between the documented one and the declaring one is accepted. */
function ownerFindings(
  { declaredOn }: StructuralMember,
  owner: StructuredType,
  { type, model }: MemberContext,
  places: Places,
): readonly Finding[] {
  if (declaredOn === undefined || declaredOn === owner.name) return [];
  const onTheWay = basesOf(type.name, model).includes(declaredOn) && basesOf(declaredOn, model).includes(owner.name);
  if (onTheWay) return [];
  const message = `documented as inherited from ${declaredOn}, declared by ${owner.name} in the CSDL`;
  return [{ cause: "inherited-from-differs", ...places, message, suggestion: owner.name }];
}

/** The findings about the documented type of a property or parameter. */
export function typeFindings(
  { type: documented }: Pick<StructuralMember, "type">,
  { type: csdl }: Pick<StructuralMember, "type">,
  places: Places,
  model: Model,
): readonly Finding[] {
  if (documented === undefined || csdl === undefined) return [];
  return typeDifferences(documented, csdl, model).map((cause) => ({
    cause,
    ...places,
    message: typeMessage(cause, documented, csdl),
    suggestion: typeText(csdl),
  }));
}
