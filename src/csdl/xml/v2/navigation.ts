import { attribute } from "../access.js";
import type { XmlElement } from "../tree/xml-element.js";
import { annotatingChildren } from "./annotating.js";
import { sapAttributeAs } from "./annotations/markup.js";
import { edmElement, newAttribute } from "./elements.js";
import { oldChildren } from "./namespaces.js";
import type { Association, AssociationEnd } from "./names.js";
import type { Translation } from "./translation.js";

/** An association as a navigation property goes along it. */
interface Way {
  readonly association: Association;
  readonly from: AssociationEnd;
  readonly to: AssociationEnd & { readonly type: string };
}

/**
 * A navigation property with what its association says (MC-CSDL, §2.1.19): its type, its partner, the constraint and
 * what a deletion does. One without a legal association is reported and left out.
 */
export function translateNavigationProperty(element: XmlElement, translation: Translation): XmlElement | undefined {
  const way = wayOf(element, translation);
  if (way === undefined) return undefined;
  const { association, to } = way;
  const multiplicity = multiplicityOf(to, translation);
  const partner = partnerOf(way, translation);
  const attributes = [
    attribute(element, "Name"),
    newAttribute("Type", multiplicity === "*" ? `Collection(${to.type})` : to.type, element.at),
    multiplicity === "1" ? newAttribute("Nullable", "false", element.at) : undefined,
    partner === undefined ? undefined : newAttribute("Partner", partner, element.at),
    attribute(element, "ContainsTarget") ?? sapAttributeAs("ContainsTarget", "containstarget", element),
  ];
  const children = [
    ...oldChildren(association.element, "ReferentialConstraint").flatMap((one) => constraintsOf(one, way)),
    ...oldChildren(way.from.element, "OnDelete").map(translateOnDelete),
    ...annotatingChildren(element, translation),
  ];
  return edmElement("NavigationProperty", element.at, attributes, children);
}

function wayOf(element: XmlElement, { names, report }: Translation): Way | undefined {
  const [relationship, ...roles] = ["Relationship", "FromRole", "ToRole"].map((name) => attribute(element, name));
  // The grammar check reports what is missing.
  if (relationship === undefined || roles.includes(undefined)) return undefined;
  const property = attribute(element, "Name")?.value ?? "";
  const association = names.associationOf(element, "Relationship");
  if (association === undefined) {
    const problem = `there is no association ${relationship.value}`;
    report.add("association-unresolved", relationship.at, { property, problem });
    return undefined;
  }
  const [from, to] = roles.map((role) => association.ends.find((end) => end.role === role?.value));
  const unknown = from === undefined ? roles[0] : roles[1];
  if (from === undefined || to?.type === undefined) {
    const problem = `the association ${relationship.value} has no end ${unknown?.value} with a type`;
    report.add("association-unresolved", unknown?.at ?? element.at, { property, problem });
    return undefined;
  }
  return { association, from, to: { ...to, type: to.type } };
}

function multiplicityOf({ element }: AssociationEnd, { report, reportedEnds }: Translation): string {
  const written = attribute(element, "Multiplicity");
  const value = written?.value ?? "";
  if (!["0..1", "1", "*"].includes(value) && !reportedEnds.has(element)) {
    reportedEnds.add(element);
    const given = { name: "Multiplicity", value, expected: `"0..1", "1" or "*"` };
    report.add("illegal-value", written?.at ?? element.at, given);
  }
  return value;
}

/** The navigation property of the other end that leads back; none where there are several for either way. */
function partnerOf({ association, from, to }: Way, { names }: Translation): string | undefined {
  const navigations = names.navigationsOf(association);
  const there = navigations.filter(({ element }) => leads(element, from, to));
  const back = navigations.filter(({ element, owner }) => leads(element, to, from) && names.isA(to.type, owner));
  const [only] = back;
  return there.length === 1 && back.length === 1 ? only && attribute(only.element, "Name")?.value : undefined;
}

function leads(element: XmlElement, from: AssociationEnd, to: AssociationEnd): boolean {
  return attribute(element, "FromRole")?.value === from.role && attribute(element, "ToRole")?.value === to.role;
}

/** The pairs of a constraint, which hold for the way from the dependent to the principal end (MC-CSDL). */
function constraintsOf(element: XmlElement, { from, to }: Way): readonly XmlElement[] {
  const [principal] = oldChildren(element, "Principal");
  const [dependent] = oldChildren(element, "Dependent");
  const isHere = principal !== undefined && roleOf(principal) === to.role;
  if (!isHere || dependent === undefined || roleOf(dependent) !== from.role) return [];
  const referenced = oldChildren(principal, "PropertyRef");
  return oldChildren(dependent, "PropertyRef").flatMap((property, index) => {
    const [own, other] = [property, referenced[index]].map((one) => one && attribute(one, "Name")?.value);
    if (own === undefined || other === undefined) return [];
    const attributes = [
      newAttribute("Property", own, property.at),
      newAttribute("ReferencedProperty", other, property.at),
    ];
    return [edmElement("ReferentialConstraint", property.at, attributes)];
  });
}

function roleOf(element: XmlElement): string | undefined {
  return attribute(element, "Role")?.value;
}

/** `Restrict` of early documents refuses to delete what others refer to, which is `None` in CSDL 4.01 §8.6. */
function translateOnDelete(element: XmlElement): XmlElement {
  const action = attribute(element, "Action");
  const isRestrict = action?.value === "Restrict";
  return edmElement("OnDelete", element.at, [isRestrict ? newAttribute("Action", "None", action.at) : action]);
}
