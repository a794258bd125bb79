/** Where pages contradict each other and no CSDL settles it. */
import type { EnumType, NavigationProperty, Property, Declared, StructuredType } from "../edm/elements.js";
import { isStructured, isType, type Model } from "../edm/model.js";
import type { Finding } from "./finding.js";
import { membersOf } from "./members.js";
import { listed } from "./near-names.js";
import { basesOf, typeText } from "./type-differences.js";

/** The differences among what pages say of each type that the CSDL does not have. */
export function pageConflicts(merged: Model, csdl: Model | undefined): readonly Finding[] {
  const types = merged.elements.filter(isType);
  return types
    .filter(({ name }) => csdl?.type(name) === undefined)
    .flatMap((type) => {
      if (type.kind === "EnumType") return listConflicts(type, merged);
      if (!isStructured(type)) return [];
      return [
        ...baseConflicts(type, merged),
        ...membersOf(type).flatMap((member) => typeConflicts(type, member, merged)),
      ];
    });
}

/** What pages declare, the weightiest first; an example shows how a value is written, not its type. */
function declaredBy<T extends Declared>(element: T, model: Model): readonly T[] {
  // What is said of an element is of its kind: merge gives it nothing else.
  return (model.declarations(element) as readonly T[]).filter(({ by }) => by !== "example" && by !== "csdl");
}

function typeConflicts(owner: StructuredType, member: Property | NavigationProperty, model: Model): readonly Finding[] {
  const [stands, ...others] = declaredBy(member, model).filter(({ type }) => type !== undefined);
  const type = stands?.type;
  if (stands === undefined || type === undefined) return [];
  return others.flatMap((other) =>
    other.type === undefined || typeText(other.type) === typeText(type)
      ? []
      : [
          {
            cause: "pages-differ-on-type" as const,
            element: `${owner.name}/${member.name}`,
            message: `documented as ${typeText(other.type)}, on the page that stands as ${typeText(type)}`,
            page: other.at,
            otherPage: stands.at,
            suggestion: typeText(type),
          },
        ],
  );
}

function listConflicts(element: EnumType, model: Model): readonly Finding[] {
  const [stands, ...others] = declaredBy(element, model);
  if (stands === undefined) return [];
  return others.flatMap((other) => {
    const lacks = namesLacking(other, stands);
    const adds = namesLacking(stands, other);
    if (lacks.length + adds.length === 0) return [];
    const parts = [
      ...(lacks.length > 0 ? [`lacks ${listed(lacks)}`] : []),
      ...(adds.length > 0 ? [`adds ${listed(adds)}`] : []),
    ];
    const message = `the list ${parts.join(" and ")}, against the page that stands`;
    return [
      {
        cause: "pages-differ-on-members" as const,
        element: element.name,
        message,
        page: other.at,
        otherPage: stands.at,
      },
    ];
  });
}

/** The members of `other` that `list` does not have; `unknownFutureValue` alone is no difference. */
function namesLacking(list: EnumType, other: EnumType): readonly string[] {
  const names = new Set<string>(list.members.map(({ name }) => name));
  return other.members.map(({ name }) => name).filter((name) => name !== "unknownFutureValue" && !names.has(name));
}

function baseConflicts(element: StructuredType, model: Model): readonly Finding[] {
  const above = basesOf(element.name, model);
  const said = declaredBy(element, model).filter(({ base }) => base !== undefined);
  const [stands, ...others] = said;
  if (stands?.base === undefined) return [];
  return others.flatMap(({ base, at }) =>
    base === undefined || base === stands.base || above.includes(base)
      ? []
      : [
          {
            cause: "pages-differ-on-base" as const,
            element: element.name,
            message: `documented as derived from ${base}, on the page that stands from ${stands.base}`,
            page: at,
            otherPage: stands.at,
            ...(stands.base !== undefined && { suggestion: stands.base }),
          },
        ],
  );
}
