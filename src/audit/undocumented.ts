/** Elements of the CSDL that no page documents. */
import type { Operation, StructuredType } from "../edm/elements.js";
import { groupBy } from "../edm/grouping.js";
import { isStructured, type EdmType, type Model } from "../edm/model.js";
import type { AuditedPage, Finding } from "./finding.js";
import { membersOf } from "./members.js";
import { operationNameOf } from "./operations.js";
import type { TypeIndex } from "./type-index.js";

/** Elements that other findings suggest: a page documents them, though with a wrong name. */
export type Suggested = ReadonlySet<string>;

export function undocumentedTypes(
  pages: readonly AuditedPage[],
  index: TypeIndex,
  suggested: Suggested,
): readonly Finding[] {
  const claims = pages.flatMap((page) => page.types).filter(({ by }) => by !== "example");
  const described = new Set<EdmType>();
  const byType = groupBy(claims, ({ name }) => index.find(name));
  for (const [type, documented] of byType)
    if (type !== undefined && (!isStructured(type) || documented.some(({ by }) => by === "resourcePage")))
      described.add(type);
  return index.types.flatMap((type) => {
    if (described.has(type)) {
      const shown = (byType.get(type) ?? [])
        .filter((documented) => documented.by === "resourcePage")
        .filter(isStructured);
      return isStructured(type) ? undocumentedMembers(type, shown, suggested) : [];
    }
    if (type.kind === "TypeDefinition") return [];
    const cause = type.kind === "EnumType" ? "enum-undocumented" : "type-undocumented";
    const message = type.kind === "EnumType" ? "no page lists the members of this enum" : "no page documents this type";
    return [{ cause, element: type.name, message, csdl: type.at } as const];
  });
}

/** Properties declared by a type itself that no page of the type documents. */
function undocumentedMembers(
  type: StructuredType,
  documented: readonly StructuredType[],
  suggested: Suggested,
): readonly Finding[] {
  const [first] = documented;
  const shown = new Set(documented.flatMap(membersOf).map(({ name }) => name));
  if (first === undefined || shown.size === 0) return [];
  return membersOf(type)
    .filter(({ name }) => !shown.has(name) && !suggested.has(`${type.name}/${name}`))
    .map(({ name, kind, at }) => ({
      cause: kind === "Property" ? "property-undocumented" : "navigation-undocumented",
      element: `${type.name}/${name}`,
      message: "the page of the type does not document this property",
      page: first.at,
      csdl: at,
    }));
}

/** Actions and functions that no documented request calls. */
export function undocumentedOperations(model: Model, documented: readonly Operation[]): readonly Finding[] {
  const called = new Set(documented.map(operationNameOf));
  return [...groupBy(model.operations, operationNameOf)]
    .filter(([name]) => !called.has(name))
    .map(([element, [{ at }]]) => ({
      cause: "operation-undocumented",
      element,
      message: "no page documents a request that calls this operation",
      csdl: at,
    }));
}
