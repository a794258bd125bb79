import { attribute } from "../access.js";
import type { XmlElement } from "../tree/xml-element.js";
import { edmElement, newAttribute } from "./elements.js";
import { oldChildren } from "./namespaces.js";
import type { Association, AssociationEnd, Navigation } from "./names.js";
import type { Translation } from "./translation.js";

/** One end of an association set (MC-CSDL): the entity set that the entities of an end are in. */
interface SetEnd {
  readonly end: AssociationEnd;
  readonly set: string;
  /** The entity type of the set, with its full name. */
  readonly type: string | undefined;
}

/** The bindings of navigation properties that the association sets of a container state, by entity set. */
export function bindingsOf(
  container: XmlElement,
  entityTypes: ReadonlyMap<string, string | undefined>,
  translation: Translation,
): ReadonlyMap<string, readonly XmlElement[]> {
  const bindings = new Map<string, Map<string, Binding>>();
  for (const associationSet of oldChildren(container, "AssociationSet")) {
    const association = associationOf(associationSet, translation);
    const ends = association && endsOf(associationSet, association, entityTypes, translation);
    if (association === undefined || ends === undefined) continue;
    for (const binding of translation.names
      .navigationsOf(association)
      .flatMap((one) => bindingAlong(one, ends, translation) ?? []))
      addBinding(binding, associationSet, bindings, translation);
  }
  return new Map([...bindings].map(([set, byPath]) => [set, [...byPath.values()].map(({ element }) => element)]));
}

interface Binding {
  readonly from: string;
  readonly path: string;
  readonly target: string;
  readonly element: XmlElement;
}

/** Adds a binding. A path has one target (CSDL 4.01 §13.4), while several association sets may lead to several sets. */
function addBinding(
  binding: Omit<Binding, "element">,
  { at }: XmlElement,
  bindings: Map<string, Map<string, Binding>>,
  { report }: Translation,
): void {
  const { from, path, target } = binding;
  const byPath = bindings.get(from) ?? new Map<string, Binding>();
  bindings.set(from, byPath);
  const first = byPath.get(path);
  if (first === undefined) {
    const attributes = [newAttribute("Path", path, at), newAttribute("Target", target, at)];
    byPath.set(path, { ...binding, element: edmElement("NavigationPropertyBinding", at, attributes) });
  } else if (first.target !== target) {
    const related = [{ place: first.element.at, message: "the association set whose binding stands" }];
    report.add("binding-ignored", at, { path, set: from, target, stands: first.target }, related);
  }
}

function associationOf(associationSet: XmlElement, { names, report }: Translation): Association | undefined {
  const association = names.associationOf(associationSet, "Association");
  const written = attribute(associationSet, "Association");
  if (association === undefined && written !== undefined)
    reportSet(associationSet, `there is no association ${written.value}`, report);
  return association;
}

function reportSet(associationSet: XmlElement, problem: string, report: Translation["report"]): undefined {
  const name = attribute(associationSet, "Name")?.value ?? "";
  report.add("association-set-unresolved", associationSet.at, { name, problem });
}

function endsOf(
  associationSet: XmlElement,
  association: Association,
  entityTypes: ReadonlyMap<string, string | undefined>,
  { names, report }: Translation,
): readonly SetEnd[] | undefined {
  const ends: SetEnd[] = [];
  for (const element of oldChildren(associationSet, "End")) {
    const set = attribute(element, "EntitySet")?.value ?? "";
    if (!entityTypes.has(set)) return reportSet(associationSet, `there is no entity set "${set}"`, report);
    const type = entityTypes.get(set);
    const role = attribute(element, "Role")?.value;
    const end = association.ends.find((one) => (role === undefined ? names.isA(type, one.type) : one.role === role));
    if (end === undefined)
      return reportSet(associationSet, `the association has no end ${role ?? `for the entity set ${set}`}`, report);
    if (!names.isA(type, end.type) && !names.isA(end.type, type))
      return reportSet(associationSet, `the entity set ${set} is not of the type of the end ${end.role}`, report);
    ends.push({ end, set, type });
  }
  return ends.length === 2 ? ends : reportSet(associationSet, `it has ${ends.length} ends instead of two`, report);
}

/** A binding of the set at the one end to that at the other; its path has a cast where only a derived type has the property. */
function bindingAlong(
  { element, owner }: Navigation,
  ends: readonly SetEnd[],
  { names }: Translation,
): Omit<Binding, "element"> | undefined {
  const [fromRole, toRole, name] = ["FromRole", "ToRole", "Name"].map((one) => attribute(element, one)?.value);
  const from = ends.find(({ end }) => end.role === fromRole);
  const to = ends.find(({ end }) => end.role === toRole);
  if (from === undefined || to === undefined || name === undefined) return undefined;
  const isInherited = names.isA(from.type, owner);
  if (!isInherited && !names.isA(owner, from.type)) return undefined;
  return { from: from.set, path: isInherited ? name : `${owner}/${name}`, target: to.set };
}
