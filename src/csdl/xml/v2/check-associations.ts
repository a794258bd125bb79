import { attribute } from "../access.js";
import type { XmlElement } from "../tree/xml-element.js";
import { oldChildren } from "./namespaces.js";
import type { Association } from "./names.js";
import type { Translation } from "./translation.js";

/** Reports constraints of associations that cannot be used: their roles are no ends, or properties have no counterpart. */
export function checkAssociations({ names, report }: Translation): void {
  for (const association of names.associations)
    for (const constraint of oldChildren(association.element, "ReferentialConstraint")) {
      const problem = problemOf(constraint, association);
      const name = attribute(association.element, "Name")?.value ?? "";
      if (problem !== undefined) report.add("constraint-unresolved", constraint.at, { association: name, problem });
    }
}

function problemOf(constraint: XmlElement, { ends }: Association): string | undefined {
  const parts = ["Principal", "Dependent"].map((name) => [name, oldChildren(constraint, name)[0]] as const);
  const counts = parts.map(([, part]) => (part === undefined ? 0 : oldChildren(part, "PropertyRef").length));
  for (const [name, part] of parts) {
    if (part === undefined) return `it has no ${name}`;
    const role = attribute(part, "Role")?.value;
    if (!ends.some((end) => end.role === role)) return `the role ${role} of its ${name} is no end`;
  }
  const [principal, dependent] = counts;
  return principal === dependent ? undefined : `${principal} properties stand against ${dependent}`;
}
