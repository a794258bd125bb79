/** Contradictions between pages about elements that the CSDL does not declare. */
import type { EnumType, NavigationProperty, Property, Declared, StructuredType } from "../edm/elements.js";
import { isStructured, isType, type Model } from "../edm/model.js";
import type { Finding } from "./finding.js";
import { membersOf } from "./members.js";
import { listed } from "./near-names.js";
import { basesOf, typeText } from "./type-differences.js";

/** The findings about each type that only pages declare. */
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

/** The declarations of an element on pages, by precedence. Examples are no declarations. */
function declaredBy<T extends Declared>(element: T, model: Model): readonly T[] {
  // Declarations have the kind of their element.
  return (model.declarations(element) as readonly T[]).filter(({ by }) => by !== "example" && by !== "csdl");
}

function typeConflicts(owner: StructuredType, member: Property | NavigationProperty, model: Model): readonly Finding[] {
  const [preferred, ...others] = declaredBy(member, model).filter(({ type }) => type !== undefined);
  const type = preferred?.type;
  if (preferred === undefined || type === undefined) return [];
  return others.flatMap((other) =>
    other.type === undefined || typeText(other.type) === typeText(type)
      ? []
      : [
          {
            cause: "pages-differ-on-type" as const,
            element: `${owner.name}/${member.name}`,
            message: `documented as ${typeText(other.type)}, but as ${typeText(type)} on the page that takes precedence`,
            page: other.at,
            otherPage: preferred.at,
            suggestion: typeText(type),
          },
        ],
  );
}

function listConflicts(element: EnumType, model: Model): readonly Finding[] {
  const [preferred, ...others] = declaredBy(element, model);
  if (preferred === undefined) return [];
  return others.flatMap((other) => {
    const lacks = namesLacking(other, preferred);
    const adds = namesLacking(preferred, other);
    if (lacks.length + adds.length === 0) return [];
    const parts = [
      ...(lacks.length > 0 ? [`lacks ${listed(lacks)}`] : []),
      ...(adds.length > 0 ? [`adds ${listed(adds)}`] : []),
    ];
    const message = `compared with the page that takes precedence, the list ${parts.join(" and ")}`;
    return [
      {
        cause: "pages-differ-on-members" as const,
        element: element.name,
        message,
        page: other.at,
        otherPage: preferred.at,
      },
    ];
  });
}

/** The members of `other` that are missing in `list`, except the sentinel `unknownFutureValue`. */
function namesLacking(list: EnumType, other: EnumType): readonly string[] {
  const names = new Set<string>(list.members.map(({ name }) => name));
  return other.members.map(({ name }) => name).filter((name) => name !== "unknownFutureValue" && !names.has(name));
}

function baseConflicts(element: StructuredType, model: Model): readonly Finding[] {
  const above = basesOf(element.name, model);
  const documented = declaredBy(element, model).filter(({ base }) => base !== undefined);
  const [preferred, ...others] = documented;
  if (preferred?.base === undefined) return [];
  return others.flatMap(({ base, at }) =>
    base === undefined || base === preferred.base || above.includes(base)
      ? []
      : [
          {
            cause: "pages-differ-on-base" as const,
            element: element.name,
            message: `documented as derived from ${base}, but from ${preferred.base} on the page that takes precedence`,
            page: at,
            otherPage: preferred.at,
            ...(preferred.base !== undefined && { suggestion: preferred.base }),
          },
        ],
  );
}
