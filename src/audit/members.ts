/** The properties that a page shows of a type, against those of the CSDL. */
import type { NavigationProperty, Property, StructuredType } from "../edm/elements.js";
import type { Model } from "../edm/model.js";
import type { Finding } from "./finding.js";
import { matchOf } from "./near-names.js";
import { basesOf, typeDifferences, typeMessage, typeText } from "./type-differences.js";

type StructuralMember = Property | NavigationProperty;

/** A property, and the type that declares it. */
interface Declared {
  readonly owner: StructuredType;
  readonly member: StructuralMember;
}

export function membersOf({ properties, navigationProperties }: StructuredType): readonly StructuralMember[] {
  return [...properties, ...navigationProperties];
}

export function memberFindings(said: StructuredType, type: StructuredType, model: Model): readonly Finding[] {
  const shown = membersOf(said);
  const context: MemberContext = {
    said,
    type,
    model,
    declared: declaredIn([type, ...model.bases(type)]),
    shown: new Set(shown.map(({ name }) => name)),
  };
  return shown.flatMap((member) => {
    const found = context.declared.get(member.name);
    return found === undefined ? [missing(member, context)] : presentFindings(member, found, context);
  });
}

interface MemberContext {
  readonly said: StructuredType;
  readonly type: StructuredType;
  readonly model: Model;
  readonly declared: ReadonlyMap<string, Declared>;
  /** The names that the page shows. */
  readonly shown: ReadonlySet<string>;
}

function declaredIn(line: readonly StructuredType[]): ReadonlyMap<string, Declared> {
  const declared = new Map<string, Declared>();
  for (const owner of line.toReversed())
    for (const member of membersOf(owner)) declared.set(member.name, { owner, member });
  return declared;
}

/** A property that the CSDL does not have under this name. */
function missing({ name, at }: StructuralMember, context: MemberContext): Finding {
  const { type, model, declared, shown } = context;
  const element = `${type.name}/${name}`;
  const match = matchOf(name, [...declared.keys()], shown);
  const meant = match && declared.get(match.name)?.member;
  if (match !== undefined && meant !== undefined) {
    const cause = match.kind === "letterCase" ? "property-letter-case" : "property-near-miss";
    const message = `documented as ${name}, in CSDL ${match.name}`;
    return { cause, element, message, page: at, csdl: meant.at, suggestion: match.name };
  }
  const below = model
    .derived(type.name)
    .flatMap((owner) => membersOf(owner).map((member) => ({ owner, member })))
    .find(({ member }) => member.name === name);
  if (below !== undefined) {
    const message = `in CSDL only ${below.owner.name} has it, which is derived from this type`;
    const suggestion = `${below.owner.name}/${name}`;
    return { cause: "property-on-derived-type", element, message, page: at, csdl: below.member.at, suggestion };
  }
  const isOpen = [type, ...model.bases(type)].some(({ open }) => open === true);
  return {
    cause: isOpen ? "property-on-open-type" : "property-not-in-csdl",
    element,
    message: isOpen ? "the CSDL does not declare it, and the type is open" : "the CSDL has no such property",
    page: at,
    csdl: type.at,
  };
}

/** What a page says of a property that is there. */
function presentFindings(
  said: StructuralMember,
  { owner, member }: Declared,
  context: MemberContext,
): readonly Finding[] {
  const places = { element: `${context.type.name}/${said.name}`, page: said.at, csdl: member.at };
  return [
    ...listFindings(said, member, context.said, places),
    ...ownerFindings(said, owner, context, places),
    ...typeFindings(said, member, places, context.model),
  ];
}

type Places = Required<Pick<Finding, "element" | "page" | "csdl">>;

/** Whether the row stands in the table of properties or of relationships; the table of a request's body has both. */
function listFindings(
  said: StructuralMember,
  member: StructuralMember,
  { by }: StructuredType,
  places: Places,
): readonly Finding[] {
  if (by !== "resourcePage" || said.kind === member.kind) return [];
  return member.kind === "NavigationProperty"
    ? [{ cause: "navigation-as-property", ...places, message: "listed as a property, in CSDL a navigation property" }]
    : [{ cause: "property-as-navigation", ...places, message: "listed as a relationship, in CSDL a property" }];
}

/** A row may name a type on the way to the one that declares the property. */
function ownerFindings(
  { declaredOn }: StructuralMember,
  owner: StructuredType,
  { type, model }: MemberContext,
  places: Places,
): readonly Finding[] {
  if (declaredOn === undefined || declaredOn === owner.name) return [];
  const onTheWay = basesOf(type.name, model).includes(declaredOn) && basesOf(declaredOn, model).includes(owner.name);
  if (onTheWay) return [];
  const message = `documented as inherited from ${declaredOn}, in CSDL declared by ${owner.name}`;
  return [{ cause: "inherited-from-differs", ...places, message, suggestion: owner.name }];
}

/** What a page says of the type of a property or parameter. */
export function typeFindings(
  { type: said }: Pick<StructuralMember, "type">,
  { type: csdl }: Pick<StructuralMember, "type">,
  places: Places,
  model: Model,
): readonly Finding[] {
  if (said === undefined || csdl === undefined) return [];
  return typeDifferences(said, csdl, model).map((cause) => ({
    cause,
    ...places,
    message: typeMessage(cause, said, csdl),
    suggestion: typeText(csdl),
  }));
}
