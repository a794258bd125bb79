import { sourceIndexOf } from "../diagnostics/position.js";
import type { Report } from "../diagnostics/report.js";
import type { Declared, EnumType, StructuredType } from "../edm/elements.js";
import { isEqualDeclaration } from "../edm/equal-declarations.js";
import { simpleNameOf, type QualifiedName } from "../edm/names.js";
import type { Collected, KindConflict } from "./collect.js";

/** Reports declarations that contradict each other, misspelled names, and types that only examples show. */
export function reportDeclarations(collected: Collected, report: Report): void {
  const { enums, structured, definitions, conflicts, links } = collected;
  for (const conflict of conflicts) reportConflict(conflict, report);
  reportMisspellings(collected, report);
  for (const declarations of [enums, structured, definitions].flatMap((types) => [...types.values()]))
    reportDuplicates(declarations, report);
  for (const [type, [first]] of structured) {
    const page = links.get(type) ?? `${simpleNameOf(type)} resource type`;
    if (first.by === "example") report.add("type-from-examples", first.at, { type, page });
  }
}

function reportConflict({ stands, other }: KindConflict, report: Report): void {
  const related = [{ place: stands.at, message: "the declaration that stands" }];
  if (stands.by !== "csdl" || other.by !== "csdl") {
    const { name } = other;
    report.add("kind-differs", other.at, { name, stands: kindText(stands), other: kindText(other) }, related);
  } else if (sourceIndexOf(stands.at) !== sourceIndexOf(other.at)) {
    // The reader reports two declarations in one document.
    report.add("duplicate-element", other.at, { name: other.name }, related);
  }
}

function kindText({ kind }: EnumType | StructuredType): string {
  return kind === "EnumType" ? "an enum" : "a structured type";
}

function reportMisspellings({ misspellings, structured, enums, definitions }: Collected, report: Report): void {
  for (const { at, written, stands } of misspellings) {
    const [first] = enums.get(stands) ?? structured.get(stands) ?? definitions.get(stands) ?? [];
    const related = first === undefined ? [] : [{ place: first.at, message: "the declaration that stands" }];
    report.add("letter-case-differs", at, { what: "type", written, stands: simpleNameOf(stands) }, related);
  }
}

/** Two pages may describe one type, two CSDL documents may not. The reader reports duplicates in one document. */
function reportDuplicates(
  declarations: readonly (Declared & { readonly name: QualifiedName })[],
  report: Report,
): void {
  const [first, ...others] = declarations.filter(({ by }) => by === "csdl");
  if (first === undefined) return;
  const related = [{ place: first.at, message: "first declared here" }];
  for (const other of others) {
    const { name, at } = other;
    if (sourceIndexOf(at) === sourceIndexOf(first.at)) continue;
    report.add(isEqualDeclaration(first, other) ? "element-repeated" : "duplicate-element", at, { name }, related);
  }
}
